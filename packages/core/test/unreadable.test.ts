import { symlink } from "node:fs/promises";
import { expect, test } from "vitest";
import { createProject, type Project } from "../../../test/support/project.ts";
import { formatPretty } from "../src/check/report/pretty.ts";
import { checkKnowledgeBase, loadKnowledgeBase } from "../src/node.ts";
import { today } from "./support/told.ts";

const told = async ({ root }: Project) => {
  const { diagnostics, summary } = await checkKnowledgeBase({ root, cache: false, today });
  return formatPretty(diagnostics, summary, { root });
};

test("a link that leads nowhere or in a circle is told, and the rest is read", async () => {
  const project = await createProject({ "knowhow.config.json": { title: "T" }, "content/lessons/a.md": "# A\n" });
  await symlink("gone.md", project.path("content/lessons/b.md"));
  await symlink("c.md", project.path("content/lessons/c.md"));
  expect(await told(project)).toBe(`content/lessons/b.md:1:1  error  This file cannot be read (ENOENT).  unreadable
  → Check its permissions, or where the link leads.

content/lessons/c.md:1:1  error  This file cannot be read (ELOOP).  unreadable
  → Check its permissions, or where the link leads.

✗ 3 entries checked: 2 errors.
`);
  expect((await loadKnowledgeBase({ root: project.root, cache: false })).entries().map(({ id }) => id)).toEqual(["a"]);
});

test("symbolic links do not lead out of the content folder: not as entries, files, pictures, partials or folders", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "secret/key.md": "# The key is 42\n",
    "secret/key.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "content/lessons/a.mdx":
      '---\ntitle: A\n---\n\n[x](key.txt) ![y](key.svg)\n\n<Include file="_key.md" />\n\n<Include file="_secret/key.md" />\n',
  });
  for (const name of ["key.md", "key.txt", "_key.md"])
    await symlink("../../secret/key.md", project.path(`content/lessons/${name}`));
  await symlink("../../secret/key.svg", project.path("content/lessons/key.svg"));
  await symlink("../../secret", project.path("content/lessons/_secret"));
  const report = await told(project);
  for (const name of ["key.md", "key.txt", "key.svg", "_key.md", "_secret"]) {
    expect(report).toContain(
      `content/lessons/${name}:1:1  error  content/lessons/${name} is a symbolic link that leads out of the content folder.  unreadable\n  → Put the file itself in its place.\n`,
    );
  }
  expect(report).not.toContain("42");
  const kb = await loadKnowledgeBase({ root: project.root, cache: false });
  expect(kb.media).toEqual([]);
  expect(JSON.stringify([kb.entries(), await kb.get("lesson", "a"), await kb.get("lesson", "key")])).not.toContain(
    "42",
  );
});

test("symbolic links within the content folder are followed, also where that is a link itself", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "docs/lessons/a.md": "# A\n\n![y](a.svg) ![y](b.svg)\n",
    "docs/lessons/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  });
  await symlink("docs", project.path("content"));
  await symlink("a.svg", project.path("docs/lessons/b.svg"));
  await symlink("a.md", project.path("docs/lessons/b.md"));
  expect(await told(project)).toBe("✓ 2 entries checked, nothing to mend.\n");
});
