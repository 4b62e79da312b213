import { loadKnowledgeBase } from "@knowhow/core/node";
import { afterAll, expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { endPagefind, makePart } from "../../src/search-index/make-part.ts";

afterAll(endPagefind);

test("an index file is small, so that looking up a word downloads little besides it", async () => {
  const pages = Array.from({ length: 150 }, (_, page) => {
    const words = Array.from({ length: 60 }, (_, word) => `w${((page * 7 + word * 13) % 500).toString(36)}x`);
    return [`content/faqs/faq-${page}.md`, `# Question ${page}?\n\n${words.join(" ")}\n`];
  });
  const project = await createProject({ "knowhow.config.json": { title: "Help" }, ...Object.fromEntries(pages) });
  const kb = await loadKnowledgeBase({ root: project.root });
  const { files } = await makePart(kb, kb.entries(), "en", () => []);
  const sizes = files.filter(({ path }) => path.startsWith("index/")).map(({ content }) => content.length);
  expect(sizes.length).toBeGreaterThan(4);
  // Pagefind's usual size is 25 KB; a version of it that no longer knows our setting would go back to that.
  expect(Math.max(...sizes)).toBeLessThan(8_000);
});
