import { rename } from "node:fs/promises";
import { expect, test } from "vitest";
import { commitAll, git, initRepository } from "../../../test/support/git.ts";
import { createProject, type Project } from "../../../test/support/project.ts";
import { diffKnowledgeBase, formatDiff } from "../src/node.ts";
import { lesson, today } from "./support/told.ts";

async function repository(
  files: Readonly<Record<string, string | Readonly<Record<string, unknown>>>>,
): Promise<Project> {
  const project = await createProject({ "knowhow.config.json": { title: "T" }, ".gitignore": ".knowhow\n", ...files });
  initRepository(project.root);
  return project;
}

const diff = (project: Project, revision = "HEAD") => diffKnowledgeBase({ root: project.root, today, revision });

async function pretty(project: Project, revision = "main"): Promise<string> {
  return formatDiff(await diff(project, revision), { revision }).replace(/\([0-9a-f]{7}\)/, "(commit)");
}

const question = (id: string, prompt: string) =>
  `<Question id="${id}">\n${prompt}\n\n- [x] Yes\n  > So it is.\n- [ ] No\n\n</Question>\n`;

test("tells what readers would see change, in words, by language", async () => {
  const project = await repository({
    "knowhow.config.json": {
      title: "T",
      locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
      audiences: ["public", "internal"],
    },
    "content/lessons/same.md": "# Same\n\nText.\n",
    "content/lessons/changed.mdx": `---\ntitle: Old title\nsummary: One.\ntags: [a]\n---\n\n${question("one", "First?")}\n${question("two", "Second?")}`,
    "content/lessons/team.mdx": lesson("reviewEvery: 6mo\nreviewed: 2026-11-01"),
    "content/lessons/moved.mdx": "---\ntitle: Moved\n---\n\nText of the moved one.\n",
    "content/vi/lessons/moved.mdx": "---\ntitle: Đã chuyển\n---\n\nNội dung.\n",
    "content/lessons/lost.mdx": "---\ntitle: Lost\n---\n\nText of the lost one.\n",
    "content/lessons/gone.mdx": `---\ntitle: Gone\n---\n\n${question("q", "Really?")}`,
    "content/lessons/withdrawn.mdx": "---\ntitle: Withdrawn\n---\n\nText of the withdrawn one.\n",
    "content/lessons/inside.mdx": "---\ntitle: Inside\n---\n\nText of the inside one.\n",
    "content/lessons/draft.mdx": "---\ntitle: Ready\nstatus: draft\n---\n\nText of the ready one.\n",
    "content/lessons/picture.mdx": "---\ntitle: Picture\n---\n\n![A](a.svg)\n",
    "content/lessons/a.svg": "<svg/>",
    "content/faqs/f.md": "# Why?\n\nSo.\n",
    "content/vi/faqs/f.md": "# Tại sao?\n\nVậy.\n",
  });
  const write = (file: string, text: string) => project.write(`content/${file}`, text);
  const move = (from: string, to: string) => rename(project.path(`content/${from}`), project.path(`content/${to}`));
  await write(
    "lessons/changed.mdx",
    `---\ntitle: New title\nsummary: Two.\ntags: [a]\n---\n\n${question("one", "First, really?")}\n${question("three", "Third?")}`,
  );
  await write("lessons/team.mdx", lesson("reviewEvery: 1y\nreviewed: 2026-11-01\nformerly: [crew]"));
  await move("lessons/moved.mdx", "lessons/there.mdx");
  await write("lessons/there.mdx", "---\ntitle: Moved\nformerly: [moved]\n---\n\nText of the moved one, and more.\n");
  await move("vi/lessons/moved.mdx", "vi/lessons/there.mdx");
  await move("lessons/lost.mdx", "lessons/found.mdx");
  await project.remove("content/lessons/gone.mdx");
  await write("lessons/withdrawn.mdx", "---\ntitle: Withdrawn\nstatus: draft\n---\n\nText of the withdrawn one.\n");
  await write("lessons/inside.mdx", "---\ntitle: Inside\naudience: internal\n---\n\nText of the inside one.\n");
  await write("lessons/draft.mdx", "---\ntitle: Ready\n---\n\nText of the ready one.\n");
  await write("lessons/a.svg", '<svg viewBox="0 0 1 1"/>');
  await write("lessons/new.mdx", `---\ntitle: New\n---\n\n${question("q", "New?")}\n${question("r", "Newer?")}`);
  await write("faqs/f.md", "# Why?\n\nSo it is.\n");
  await write("vi/faqs/f.md", "# Tại sao vậy?\n\nVậy.\n");

  expect(await pretty(project)).toBe(`English
  ~ faq:f  Why?  (text)
  ~ lesson:changed  New title  (title, summary, text, questions)
      ~ question one: First, really?
      + question three: Third?
      − question two: Second?
  + lesson:draft  Ready
  → lesson:lost → lesson:found  Lost  (the old page leads nowhere)
  − lesson:gone  Gone  (1 question)
  − lesson:inside  Inside  (it is for another audience now)
  + lesson:new  New  (2 questions)
  ~ lesson:picture  Picture  (media)
  → lesson:moved → lesson:there  Moved  (text)
  − lesson:withdrawn  Withdrawn  (it is a draft now)

Tiếng Việt
  ~ faq:f  Tại sao vậy?  (title)
  → lesson:moved → lesson:there  Đã chuyển

Since main (commit): 2 entries added, 4 entries changed, 3 entries moved, 3 entries removed, 6 questions.
`);

  commitAll(project.root, "change");
  expect(await pretty(project, "HEAD")).toBe("✓ Readers would see no change since HEAD (commit).\n");
  expect((await diff(project, "HEAD~1")).changes).toHaveLength(12);
});

test("gives the same as data", async () => {
  const project = await repository({
    "docs/knowhow.config.json": { title: "T", site: "https://example.com/kb/" },
    "docs/content/lessons/a.mdx": "---\ntitle: A\n---\n\nText.\n",
  });
  const commit = git(project.root, "rev-parse", "HEAD");
  await project.remove("docs/content/lessons/a.mdx");
  await project.write("docs/content/lessons/b.mdx", `---\ntitle: A\n---\n\nText.\n\n${question("q", "New?")}`);
  expect(await diffKnowledgeBase({ root: project.path("docs"), cache: false, today, revision: "main" })).toEqual({
    commit,
    changes: [
      {
        change: "removed",
        ref: "lesson:a",
        locale: "en",
        title: "A",
        url: "/kb/lessons/a/",
        file: "content/lessons/a.mdx",
        why: "gone",
        questions: [],
      },
      {
        change: "added",
        ref: "lesson:b",
        locale: "en",
        title: "A",
        url: "/kb/lessons/b/",
        file: "content/lessons/b.mdx",
        questions: [{ change: "added", id: "q", title: "New?" }],
      },
    ],
    configChanged: false,
    broken: [],
    labels: { en: "English" },
  });
});

test("compares with the revision itself, whatever its branch did since, and notes another configuration", async () => {
  const project = await repository({ "content/lessons/a.md": "# A\n\nText.\n" });
  git(project.root, "checkout", "--quiet", "-b", "topic");
  git(project.root, "checkout", "--quiet", "main");
  await project.write("content/lessons/main.md", "# Main\n\nText.\n");
  commitAll(project.root, "main goes on");
  git(project.root, "checkout", "--quiet", "topic");
  await project.write("knowhow.config.json", { title: "Another" });
  expect(await pretty(project)).toBe(`English
  − lesson:main  Main

Since main (commit): 1 entry removed.
! The configuration has changed, too. Both states were read with that of now, so what it changes is not told here.
`);
});

test("leaves out entries with errors and names them, and does not take them for removed ones", async () => {
  const project = await repository({
    "content/lessons/a.mdx": lesson(""),
    "content/lessons/b.mdx": lesson(""),
    "content/lessons/links.mdx": lesson(""),
  });
  await project.write("content/lessons/a.mdx", lesson("", "<Callout>"));
  await project.write("content/lessons/b.mdx", lesson("summary: B."));
  await project.write("content/lessons/links.mdx", lesson("", "[x](faq:none)"));
  const { changes, broken } = await diff(project);
  expect(broken).toEqual(["content/lessons/a.mdx"]);
  expect(changes.map(({ change, ref }) => `${change} ${ref}`)).toEqual(["changed lesson:b", "changed lesson:links"]);
});

test("tells what readers of one site would see change, or of an audience", async () => {
  const config = { title: "T", publish: { public: ["public"], staff: ["public", "internal"] } };
  const project = await repository({
    "knowhow.config.json": config,
    "content/lessons/inside.mdx": lesson("audience: internal"),
    "content/lessons/open.mdx": lesson("", "Open."),
    "content/lessons/both.mdx": lesson("", "Both."),
  });
  await project.write("content/lessons/inside.mdx", lesson("audience: internal", "More."));
  await project.write("content/lessons/open.mdx", lesson("audience: internal", "Open."));
  const told = async (audience?: string) => {
    const found = await diffKnowledgeBase({ root: project.root, today, revision: "HEAD", audience });
    return formatDiff(found, { revision: "HEAD", audience }).replace(/\([0-9a-f]{7}\)/, "(commit)");
  };
  expect(await told("public")).toBe(
    "English\n  − lesson:open  A lesson  (it is for another audience now)\n\nSince HEAD (commit), for “public”: 1 entry removed.\n",
  );
  expect(await told("staff")).toBe(
    "English\n  ~ lesson:inside  A lesson  (text)\n  ~ lesson:open  A lesson  (audience)\n\nSince HEAD (commit), for “staff”: 2 entries changed.\n",
  );
  expect(await told()).toContain("Since HEAD (commit): 2 entries changed.");
  await project.write("content/lessons/open.mdx", lesson("", "Open."));
  expect(await told("public")).toBe("✓ Readers of “public” would see no change since HEAD (commit).\n");
  await expect(told("stuff")).rejects.toThrow("“publish” names no site “stuff”.");
  await project.write("knowhow.config.json", { title: "T", publish: ["public"] });
  expect(await told("internal")).toContain("  ~ lesson:inside  A lesson  (text)\n");
  await expect(told("nobody")).rejects.toThrow("There is no audience “nobody” in the configuration.");
});

test("tells which entries show a FAQ that says something else now", async () => {
  const project = await repository({
    "content/faqs/f.md": "# Why?\n\nSo.\n",
    "content/faqs/g.md": "# How?\n\nSo.\n",
    "content/lessons/a.mdx": lesson("", '<Faq of="faq:f" />'),
    "content/lessons/b.mdx": lesson("", '<Faq of="faq:g" />'),
  });
  await project.write("content/faqs/f.md", "# Why?\n\nNot so.\n");
  expect(await pretty(project)).toContain(
    "  ~ faq:f  Why?  (text)\n  ~ lesson:a  A lesson  (faqs)\n\nSince main (commit): 2 ",
  );
});

test("says so where there is no such revision", async () => {
  const project = await repository({ "content/lessons/a.md": "# A\n" });
  await expect(diff(project, "nowhere")).rejects.toThrow("There is no commit “nowhere” in this git repository.");
});
