import { setTimeout as wait } from "node:timers/promises";
import { loadKnowledgeBase } from "@knowhow/core/node";
import sharp from "sharp";
import { expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { prepareMedia } from "../../src/media/prepare-media.ts";

test("a broken picture ends the work on all others, which would go on for minutes", async () => {
  const plain = { create: { width: 40, height: 30, channels: 3, background: "teal" } } as const;
  const whole = await sharp(plain).png().toBuffer();
  const names = Array.from({ length: 80 }, (_, i) => `${String(i).padStart(2, "0")}.png`);
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/lessons/a.md": `# A\n\n${names.map((name) => `![x](${name})\n`).join("\n")}`,
    ...Object.fromEntries(names.map((name, i) => [`content/lessons/${name}`, i === 0 ? "no picture" : whole])),
  });
  const kb = await loadKnowledgeBase({ root: project.root, cache: false });
  let ready = 0;
  const prepared = prepareMedia(kb, project.path("cache"), () => ready++);
  await expect(prepared).rejects.toThrow("content/lessons/00.png is no picture, or is damaged");
  const before = ready;
  await wait(300);
  expect(ready).toBe(before);
  expect((await project.files("cache")).filter((file) => file.endsWith(".json")).length).toBeLessThan(20);
});
