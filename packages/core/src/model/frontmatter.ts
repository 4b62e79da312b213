import { z } from "zod";

/** A calendar day, `2026-01-31`: what is published depends on no clock and no time zone. */
export const day = z.iso.date({ error: "Write the date as year-month-day, for example 2026-01-31." });

/** A span of time: a number and `d`, `w`, `mo` or `y`, as in `90d` or `6mo`. */
export const span = z
  .string()
  .regex(/^[1-9]\d{0,3}(d|w|mo|y)$/, "Write a number and d, w, mo or y, for example 90d or 6mo.");

const line = z.string().trim().min(1, "Write something here, or leave the key out.");

const asList = (value: unknown) => (typeof value === "string" ? [value] : value);

/** A list of sentences; a single one may stand without brackets. */
export const lines = z.preprocess(asList, z.array(line));

/** A list of words or names; a single one may stand without brackets. */
export const words = z.preprocess(
  asList,
  z.array(line.regex(/^[^,]*$/, "A list of several is written in brackets: [one, two].")),
);

/** An id as it was: a path without folder, ending or type. */
const formerId = line.regex(
  /^(?!\/)(?!.*(?:\/|\.mdx?)$)(?![a-z]+:).*$/,
  "Write the old id as links had it, without type, ending or slashes around it: crm/export-report.",
);

/** The levels of difficulty. */
export const levels = ["beginner", "intermediate", "advanced"] as const;

/** The states of an entry: `draft` is published nowhere; `archived` keeps its page, out of lists and search. */
export const statuses = ["draft", "published", "archived"] as const;

/** The front matter that entries of every type may have. */
export const commonFields = {
  /** The title; for a FAQ, the question. Without front matter, the first heading is taken. */
  title: line.optional(),
  /** One or two sentences for lists and search results. */
  summary: line.optional(),
  /** Other ways to say or ask it. */
  aliases: lines.default([]),
  tags: words.default([]),
  /** The roles that it is for; empty means everybody. */
  roles: words.default([]),
  level: z.enum(levels).optional(),
  skills: words.default([]),
  /** Where in the work it helps: `crm:reports/new`. */
  contexts: words.default([]),
  /** Refs of entries to read next. */
  related: words.default([]),
  /** Who answers for it: a name or a mail address. */
  owner: line.optional(),
  /** When somebody last checked that it is right. */
  reviewed: day.optional(),
  /** How long a review holds: `90d`, `6mo`. */
  reviewEvery: span.optional(),
  published: day.optional(),
  updated: day.optional(),
  /** Who may see it: one of the site's audiences. */
  audience: line.default("public"),
  status: z.enum(statuses).default("published"),
  /** Ids that it once had: they redirect here. */
  formerly: z.preprocess(asList, z.array(formerId)).default([]),
  /** Its place in lists; smaller comes first, entries without one come last. */
  order: z.number().optional(),
};
