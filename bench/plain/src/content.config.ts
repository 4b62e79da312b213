import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

const lessons = defineCollection({
  loader: glob({ pattern: "**/*.mdx", base: "./src/content/lessons" }),
  schema: z.object({
    title: z.string(),
    summary: z.string(),
    objective: z.string(),
    aliases: z.array(z.string()),
    tags: z.array(z.string()),
    roles: z.array(z.string()),
    level: z.enum(["beginner", "intermediate", "advanced"]),
    skills: z.array(z.string()),
    contexts: z.array(z.string()),
    related: z.array(z.string()),
    prerequisites: z.array(z.string()),
    owner: z.string(),
    reviewed: z.string(),
    reviewEvery: z.string(),
    published: z.string(),
    updated: z.string(),
    audience: z.string(),
    status: z.enum(["draft", "published", "archived"]),
    order: z.number(),
  }),
});

export const collections = { lessons };
