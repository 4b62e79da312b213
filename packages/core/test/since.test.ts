import { mkdtemp, rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { cleanUp } from "../../../test/support/cleanup.ts";
import { commitAll, git, initRepository } from "../../../test/support/git.ts";
import { createProject, type Project } from "../../../test/support/project.ts";
import { checkKnowledgeBase, SetupError } from "../src/node.ts";
import { lesson, today } from "./support/told.ts";

async function repository(
  files: Readonly<Record<string, string | Readonly<Record<string, unknown>>>>,
): Promise<Project> {
  const project = await createProject({ "knowhow.config.json": { title: "T" }, ".gitignore": ".knowhow\n", ...files });
  initRepository(project.root);
  return project;
}

async function told(project: Project, since: string): Promise<readonly string[]> {
  const { diagnostics } = await checkKnowledgeBase({ root: project.root, cache: false, today, since });
  return diagnostics.map(
    ({ file, range, severity, code, message, hint }) =>
      `${file}:${range.start.line} ${severity} ${code}: ${message} → ${hint}`,
  );
}

const broken = "# A\n\n[x](faq:none)\n";

test("tells the mistakes of what changed or is new, and not those that were there before", async () => {
  const project = await repository({
    "content/lessons/old.md": broken,
    "content/lessons/changed.md": "# A\n",
    "content/lessons/mended.md": broken,
    "content/lessons/moved.md": broken,
  });
  expect(await told(project, "HEAD")).toEqual([]);
  await project.write("content/lessons/changed.md", broken);
  await project.write("content/lessons/mended.md", "# A\n");
  await project.write("content/lessons/crm/new.md", broken);
  const mistake = "error broken-ref: There is no entry faq:none. → Create it, or correct this.";
  expect(await told(project, "HEAD")).toEqual([
    `content/lessons/changed.md:3 ${mistake}`,
    `content/lessons/crm/new.md:3 ${mistake}`,
  ]);
  commitAll(project.root, "change");
  expect(await told(project, "HEAD")).toEqual([]);
  expect(await told(project, "main~1")).toHaveLength(2);
  const { summary } = await checkKnowledgeBase({ root: project.root, cache: false, today, since: "main~1" });
  expect(summary).toEqual({ entries: 3, errors: 2, warnings: 0, infos: 0 });
});

test("a change of what the configuration imports concerns everything, wherever it lies in the repository", async () => {
  const project = await createProject({
    "docs/knowhow.config.ts": 'import { title } from "../shared/title.ts";\nexport default { title };\n',
    "docs/.gitignore": ".knowhow\n",
    "docs/content/lessons/a.md": broken,
    "shared/title.ts": 'export const title = "T";\n',
    "shared/other.ts": "export {};\n",
  });
  initRepository(project.root);
  const since = async () => (await told({ ...project, root: project.path("docs") }, "HEAD")).length;
  expect(await since()).toBe(0);
  await project.write("shared/other.ts", "export const a = 1;\n");
  expect(await since()).toBe(0);
  await project.write("shared/title.ts", 'export const title = "U";\n');
  expect(await since()).toBe(1);
});

test("says nothing of what the configuration imports from outside of the repository, which has no past there", async () => {
  const elsewhere = await createProject({ "title.ts": 'export const title = "T";\n' });
  const project = await repository({
    "knowhow.config.json": "",
    "content/lessons/a.md": broken,
  });
  await project.remove("knowhow.config.json");
  await project.write(
    "knowhow.config.ts",
    `export { config as default } from ${JSON.stringify(elsewhere.path("title.ts"))};\n`,
  );
  await elsewhere.write("title.ts", 'export const config = { title: "T" };\n');
  commitAll(project.root, "config");
  expect(await told(project, "HEAD")).toEqual([]);
  await elsewhere.write("title.ts", 'export const config = { title: "U" };\n');
  expect(await told(project, "HEAD")).toEqual([]);
});

test("tells what a change breaks elsewhere: links to what is gone, moved, or hidden", async () => {
  const project = await repository({
    "content/lessons/links.md": "# A\n\n[x](gone.md)\n\n[y](hidden.mdx)\n\n[z](headings.md#one)\n\n[w](faq:none)\n",
    "content/lessons/gone.md": "# Gone\n",
    "content/lessons/hidden.mdx": lesson(""),
    "content/lessons/headings.md": "# H\n\n## One\n",
    "content/faqs/a.md": "# Why?\n\nSo.\n",
  });
  await project.remove("content/lessons/gone.md");
  await project.write("content/lessons/hidden.mdx", lesson("status: draft"));
  await project.write("content/lessons/headings.md", "# H\n\n## Two\n");
  await project.write("content/faqs/b.md", "# Why?\n\nSo.\n");
  expect(await told(project, "HEAD")).toEqual([
    "content/faqs/b.md:1 warning same-question: “Why?” is asked in content/faqs/a.md too. → Make the two FAQs one, or ask more precisely.",
    "content/lessons/gone.md:1 error vanished-id: The entry lesson:gone was published and is gone, with every link to it and all that people learned there. → Write “formerly: gone” into the entry that took its place, or bring it back with “status: archived”.",
    "content/lessons/links.md:3 error broken-link: There is no file content/lessons/gone.md. → Create it, or correct this.",
    "content/lessons/links.md:5 error hidden-entry: lesson:hidden is a draft, so readers of this entry would not find it. → Publish it, or take this out until it is.",
    "content/lessons/links.md:7 error broken-anchor: content/lessons/headings.md has no heading “#one”. → There: two.",
  ]);
});

test("tells where a FAQ was shown that readers do not see any more, and circles that a change closes", async () => {
  const project = await repository({
    "content/faqs/a.mdx": "# A?\n\nSo.\n",
    "content/faqs/b.mdx": '# B?\n\nSo.\n\n<Faq of="faq:a" />\n',
    "content/faqs/c.mdx": "# C?\n\nSo.\n",
    "content/lessons/shows.mdx": '# Shows\n\n<Faq of="faq:c" />\n',
  });
  await project.write("content/faqs/a.mdx", '# A?\n\nSo.\n\n<Faq of="faq:b" />\n');
  await project.write("content/faqs/c.mdx", "---\nstatus: draft\n---\n\n# C?\n\nSo.\n");
  expect(await told(project, "HEAD")).toEqual([
    "content/faqs/b.mdx:5 error faq-cycle: These FAQs show each other: faq:a → faq:b → faq:a. → Take one of them out, or link to it instead.",
    "content/lessons/shows.mdx:3 error hidden-entry: faq:c is a draft, so readers of this entry would not find it. → Publish it, or take this out until it is.",
  ]);
});

test("finds ids that vanished, and says into which entry the old one belongs", async () => {
  const locales = { en: { label: "English" }, vi: { label: "Tiếng Việt" } };
  const project = await repository({
    "knowhow.config.json": { title: "T", locales, rules: { "translation-missing": "off" } },
    "content/lessons/a.mdx": "---\ntitle: Export a report\n---\n\nText.\n",
    "content/vi/lessons/a.mdx": "---\ntitle: Xuất báo cáo\n---\n\nNội dung.\n",
    "content/lessons/kept.mdx": lesson("formerly: [first, second]"),
    "content/lessons/translated.md": "# T\n",
    "content/vi/lessons/translated.md": "# T\n",
    "content/lessons/draft.mdx": lesson("status: draft"),
    "content/lessons/internal.mdx": lesson("audience: internal"),
    "content/lessons/z.md": "# Z\n",
  });
  const move = (from: string, to: string) => rename(project.path(from), project.path(to));
  await move("content/lessons/a.mdx", "content/lessons/export.mdx");
  await move("content/vi/lessons/a.mdx", "content/vi/lessons/export.mdx");
  await project.write("content/lessons/kept.mdx", lesson("formerly: [first]"));
  for (const file of ["draft.mdx", "internal.mdx"]) await project.remove(`content/lessons/${file}`);
  // Readers of Vietnamese get the original instead.
  await project.remove("content/vi/lessons/translated.md");
  const gone = (where: string) =>
    `error vanished-id: The entry lesson:a was published and is gone, with every link to it and all that people learned there. → Write “formerly: a” into content/${where}, or bring it back with “status: archived”.`;
  expect(await told(project, "HEAD")).toEqual([
    `content/lessons/a.mdx:1 ${gone("lessons/export.mdx")}`,
    "content/lessons/kept.mdx:1 error vanished-id: Links to the old id “second” of this entry no longer lead here. → Put “second” back into “formerly”.",
    `content/vi/lessons/a.mdx:1 ${gone("vi/lessons/export.mdx")}`,
  ]);
  await project.write("content/lessons/export.mdx", lesson("formerly: [a]"));
  await project.write("content/lessons/kept.mdx", lesson("formerly: [first, second]"));
  expect(await told(project, "HEAD")).toEqual([]);
});

test("warns of questions that vanished, also from an entry that moved, and once of those whose heading changed", async () => {
  const question = (id: string) => `<Question id="${id}">\nWhich?\n\n- [x] a\n  > Yes.\n- [ ] b\n\n</Question>\n`;
  const quiz = (...headings: string[]) =>
    `---\ntitle: Q\n---\n\n${headings.map((one) => `## ${one}\n\n- [x] a\n  > Yes.\n- [ ] b\n`).join("\n")}`;
  const project = await repository({
    "content/lessons/a.mdx": lesson("", `${question("one")}\n${question("two")}`),
    "content/lessons/b.mdx": lesson("", question("three")),
    "content/quizzes/q.mdx": quiz("First?", "Second?", "Third?"),
  });
  await project.write("content/lessons/a.mdx", lesson("", question("one")));
  await project.remove("content/lessons/b.mdx");
  await project.write("content/lessons/c.mdx", lesson("formerly: [b]", question("drei")));
  await project.write("content/quizzes/q.mdx", quiz("The first?", "Second?"));
  const lost = (id: string, words: string) =>
    `warning vanished-question: The question “${id}” is gone, and with it what people learned: ${words} → If it only has another id now, give the old one back: <Question id="${id}">.`;
  expect(await told(project, "HEAD")).toEqual([
    `content/lessons/a.mdx:1 ${lost("two", "Which?")}`,
    `content/lessons/c.mdx:1 ${lost("three", "Which?")}`,
    `content/quizzes/q.mdx:1 ${lost("third", "Third?")}`,
    'content/quizzes/q.mdx:5 warning question-renamed: This question had the id “first” before its heading changed; now it is “the-first”, and what people learned does not follow. → Keep the id: put the question under this heading into <Question id="first">.',
  ]);
});

test("tells what a changed partial breaks, and what went with it from the entries that include it", async () => {
  const question =
    '<Question id="q">\n\nWhich?\n\n- [x] This\n- [ ] That\n\n<Explanation>So.</Explanation>\n</Question>\n';
  const project = await repository({
    "content/lessons/a.mdx": '# A\n\n<Include file="/_a.mdx" />\n',
    "content/_a.mdx": `## Steps\n\n${question}`,
    "content/lessons/b.md": "# B\n\n[x](a.mdx#steps)\n",
    "content/lessons/c.mdx": '# C\n\n<Include file="/_old.mdx" />\n',
    "content/_old.mdx": "[x](faq:none)\n",
  });
  expect(await told(project, "HEAD")).toEqual([]);
  await project.write("content/lessons/c.mdx", '# C, anew\n\n<Include file="/_old.mdx" />\n');
  expect(await told(project, "HEAD")).toEqual([]);
  await project.write("content/_a.mdx", "## Way\n\n[x](faq:gone)\n");
  expect((await told(project, "HEAD")).map((line) => line.split(": ", 1)[0])).toEqual([
    "content/_a.mdx:3 error broken-ref",
    "content/lessons/a.mdx:1 warning vanished-question",
    "content/lessons/b.md:3 error broken-anchor",
  ]);
});

test("compares with where a branch parted, so that what others did meanwhile is not taken for this change", async () => {
  const project = await repository({ "content/lessons/a.md": "# A\n" });
  git(project.root, "checkout", "--quiet", "-b", "topic");
  await project.write("content/lessons/b.md", broken);
  commitAll(project.root, "topic");
  git(project.root, "checkout", "--quiet", "main");
  await project.write("content/lessons/other.md", "# Other\n");
  commitAll(project.root, "other");
  git(project.root, "checkout", "--quiet", "topic");
  expect(await told(project, "main")).toEqual([expect.stringMatching(/^content\/lessons\/b\.md:3 error broken-ref: /)]);
});

test("tells everything when the configuration changed, and golden questions when their file did", async () => {
  const project = await repository({
    "knowhow.config.json": { title: "T", golden: "./golden.jsonl" },
    "content/lessons/a.md": broken,
    "content/lessons/b.md": "# B\n",
    "golden.jsonl": '{"q": "a", "relevant": ["faq:none"]}\n',
  });
  const golden =
    "golden.jsonl:1 warning golden-ref: There is no entry faq:none. → Correct it, or take the question out.";
  await project.write("golden.jsonl", '{"q": "a", "relevant": ["faq:none"]}\n\n');
  expect(await told(project, "HEAD")).toEqual([golden]);
  await project.write("knowhow.config.json", { title: "Changed", golden: "./golden.jsonl" });
  expect(await told(project, "HEAD")).toEqual([
    expect.stringMatching(/^content\/lessons\/a\.md:3 error broken-ref: /),
    golden,
  ]);
});

test("works for a knowledge base in a folder of a repository, and for names that git writes in quotes", async () => {
  const project = await createProject({
    "other.txt": "x",
    "docs/knowhow.config.json": { title: "T" },
    "docs/content/lessons/Tiếng Việt.md": "# A\n",
    "docs/content/lessons/a\tb.md": "# B\n",
  });
  initRepository(project.root);
  await project.write("docs/content/lessons/Tiếng Việt.md", broken);
  await project.write("docs/content/lessons/a\tb.md", broken);
  await project.write("other.txt", "y");
  const { diagnostics } = await checkKnowledgeBase({ root: project.path("docs"), cache: false, today, since: "HEAD" });
  expect(diagnostics.map(({ file }) => file)).toEqual(["content/lessons/Tiếng Việt.md", "content/lessons/a\tb.md"]);
});

test("works in a hook, for which git sets paths that hold in one folder only", async () => {
  const project = await createProject({
    "docs/knowhow.config.json": { title: "T" },
    "docs/content/lessons/a.md": "# A\n",
  });
  initRepository(project.root);
  await project.write("docs/content/lessons/a.md", broken);
  vi.stubEnv("GIT_DIR", ".git");
  vi.stubEnv("GIT_INDEX_FILE", ".git/index");
  onTestFinished(() => void vi.unstubAllEnvs());
  const { diagnostics } = await checkKnowledgeBase({ root: project.path("docs"), cache: false, today, since: "HEAD" });
  expect(diagnostics).toHaveLength(1);
});

test("says what to do where it cannot be known what changed", async () => {
  const project = await repository({ "content/lessons/a.md": "# A\n" });
  const mistake = async (root: string, since: string): Promise<string> => {
    try {
      await checkKnowledgeBase({ root, cache: false, since });
      return "none";
    } catch (thrown) {
      if (!(thrown instanceof SetupError)) throw thrown;
      return `${thrown.message} → ${thrown.hint}`.replaceAll(root, "<root>");
    }
  };
  const name = "Name a branch, a tag or a commit that git log shows; a branch of the server is written origin/main.";
  expect(await mistake(project.root, "origin/main")).toBe(
    `There is no commit “origin/main” in this git repository. → ${name}`,
  );
  expect(await mistake(project.root, "--all")).toBe(`There is no commit “--all” in this git repository. → ${name}`);
  expect(await mistake(project.root, "")).toBe(`There is no commit “” in this git repository. → ${name}`);

  const none = await createProject({ "knowhow.config.json": { title: "T" }, "content/lessons/a.md": "# A\n" });
  expect(await mistake(none.root, "main")).toBe(
    "<root> is not in a git repository. → Run git init and commit, or name the right --root.",
  );

  await project.write("content/lessons/a.md", "# B\n");
  commitAll(project.root, "second");
  const shallow = await mkdtemp(join(tmpdir(), "knowhow-shallow-"));
  cleanUp(() => import("node:fs/promises").then(({ rm }) => rm(shallow, { recursive: true })));
  git(shallow, "clone", "--quiet", "--depth=1", `file://${project.root}`, "clone");
  expect(await mistake(join(shallow, "clone"), "HEAD~1")).toBe(
    "There is no commit “HEAD~1” in this git repository. → This is a shallow clone: fetch the whole history, with git fetch --unshallow, or “fetch-depth: 0” of actions/checkout.",
  );
});
