import { setTimeout as later } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { openReader } from "../src/knowledge/load.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

test("a knowledge base lets go of what only the checks need, which for thousands of entries would be most of a build's memory", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "Help" },
    "content/lessons/a.md": "# A\n\nSee [the question](faq:b).\n",
    "content/lessons/c.mdx": '# C\n\n<Faq of="faq:b" />\n',
    "content/faqs/b.md": "# B?\n\nYes.\n",
  });
  const load = async () => {
    const reader = await openReader({ root: project.root });
    const { content, diagnostics } = await reader.read({ withContent: true });
    const facts = content.entries.map(({ known }) => new WeakRef(known.facts ?? {}));
    return { facts, kb: reader.toKnowledgeBase(content, diagnostics, { root: project.root }) };
  };
  const { facts, kb } = await load();
  expect(facts).toHaveLength(3);
  // What a reference that is weak was asked for stays until the end of the turn.
  await later(0);
  collectGarbage();
  expect(facts.map((one) => one.deref())).toEqual([undefined, undefined, undefined]);
  expect((await kb.get("lesson", "c"))?.html).toContain("Yes.");
  expect((await kb.get("lesson", "a"))?.links).toMatchObject([{ ref: "faq:b" }]);
});
