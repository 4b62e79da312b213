import { statSync, truncateSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { checkKnowledgeBase, type LoadOptions, loadKnowledgeBase } from "../src/node.ts";
import { today } from "./support/told.ts";

async function everything(options: LoadOptions): Promise<string> {
  const kb = await loadKnowledgeBase({ ...options, today });
  const entries = await Promise.all(kb.entries().map(({ type, id, locale }) => kb.get(type, id, { locale })));
  return JSON.stringify([kb.diagnostics, kb.redirects, kb.media, kb.entries(), entries]);
}

const config = (title: string, base: string) => ({
  title,
  site: `https://example.com/${base}`,
  locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
});

test("cached and clean output are the same bytes, over random edits, checks between them and changes of the configuration", async () => {
  const file = fc.constantFrom("lessons/a.mdx", "lessons/b.mdx", "faqs/a.md", "quizzes/q.mdx", "vi/lessons/a.mdx");
  const body = fc.constantFrom(
    "Text.",
    "[x](lesson:a#more) [y](../faqs/a.md)",
    "## More\n\n```js\nlet a = 1;\n```",
    '<Question id="q">\nWhich?\n\n- [x] a\n- [ ] b\n</Question>',
    "## One\n\n- [x] a\n- [ ] b",
    "<Callout>x</Callout>",
    "{broken",
    "![](none.png)",
  );
  const frontmatter = fc.constantFrom(
    "title: A",
    "title: B\nformerly: [old]",
    "title: C\nstatus: draft",
    "titel: D",
    "title: E\nrelated: [lesson:b]",
  );
  const edit = fc.oneof(
    { weight: 6, arbitrary: fc.record({ what: fc.constant("write" as const), file, frontmatter, body }) },
    { weight: 2, arbitrary: fc.record({ what: fc.constant("remove" as const), file }) },
    {
      weight: 1,
      arbitrary: fc.record({
        what: fc.constant("config" as const),
        title: fc.constantFrom("T", "U"),
        base: fc.constantFrom("", "kb/"),
      }),
    },
    { weight: 2, arbitrary: fc.record({ what: fc.constant("check" as const) }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      await using project = await createProject({
        "knowhow.config.json": config("T", ""),
        "content/lessons/a.mdx": "# A\n",
      });
      for (const one of edits) {
        if (one.what === "write")
          await project.write(`content/${one.file}`, `---\n${one.frontmatter}\n---\n\n${one.body}\n`);
        if (one.what === "remove") await project.remove(`content/${one.file}`).catch(() => {});
        if (one.what === "config") await project.write("knowhow.config.json", config(one.title, one.base));
        if (one.what === "check") await checkKnowledgeBase({ root: project.root, today });
        expect(await everything({ root: project.root })).toBe(await everything({ root: project.root, cache: false }));
      }
    }),
    { numRuns: 40, seed: 20261122 },
  );
}, 60_000);

test.each(["", "nonsense", '{"key":"x"}\n', "\n\n"])("a cache that holds %j counts as empty", async (damage) => {
  const project = await createProject({ "knowhow.config.json": { title: "T" }, "content/lessons/a.md": "# A\n" });
  const before = await everything({ root: project.root });
  writeFileSync(project.path(".knowhow/cache/compiled.cache"), damage);
  expect(await everything({ root: project.root })).toBe(before);
});

test("a cache cut short counts as empty", async () => {
  const project = await createProject({ "knowhow.config.json": { title: "T" }, "content/lessons/a.md": "# A\n" });
  const before = await everything({ root: project.root });
  const whole = await project.read(".knowhow/cache/compiled.cache");
  writeFileSync(project.path(".knowhow/cache/compiled.cache"), whole.slice(0, -5));
  expect(await everything({ root: project.root })).toBe(before);
});

test("a cache whose bodies are gone or cut short counts as empty", async () => {
  const project = await createProject({ "knowhow.config.json": { title: "T" }, "content/lessons/a.md": "# A\n" });
  const before = await everything({ root: project.root });
  const [bodies = ""] = await project.files(".knowhow/cache/bodies");
  truncateSync(project.path(`.knowhow/cache/bodies/${bodies}`), 10);
  expect(await everything({ root: project.root })).toBe(before);
  await project.remove(".knowhow/cache/bodies");
  expect(await everything({ root: project.root })).toBe(before);
});

test("what edits have left behind in the cache does not grow without bounds, and older readers go on reading", async () => {
  const project = await createProject({ "knowhow.config.json": { title: "T" }, "content/lessons/a.md": "# A\n" });
  const early = await loadKnowledgeBase({ root: project.root, today });
  const large = "A sentence of some length that fills the page.\n\n".repeat(6_000);
  for (let edit = 0; edit < 8; edit++) {
    await project.write("content/lessons/b.mdx", `---\ntitle: B\nminutes: 4\n---\n\n${large}${edit}\n`);
    await loadKnowledgeBase({ root: project.root, today });
  }
  const sizes = (await project.files(".knowhow/cache/bodies")).map(
    (file) => statSync(project.path(`.knowhow/cache/bodies/${file}`)).size,
  );
  const last = sizes.reduce((sum, size) => sum + size, 0);
  expect(last).toBeLessThan(6_000_000);
  expect(await everything({ root: project.root })).toBe(await everything({ root: project.root, cache: false }));
  expect((await early.get("lesson", "a"))?.title).toBe("A");
});

test("a cache that cannot be written costs time only", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/lessons/a.md": "# A\n",
    ".knowhow/cache": "a file where a folder should be",
  });
  expect(await everything({ root: project.root })).toContain("lesson:a");
});
