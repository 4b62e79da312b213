import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createProject, type Project } from "../../../test/support/project.ts";

const entry = (title: string, frontmatter: string, body: string) =>
  `---\ntitle: ${title}\n${frontmatter}\n---\n\n${body}\n`;

/** A picture of one pixel that has a word in it, behind its end, where programs that show it do not look. */
const picture = (word: string) =>
  Buffer.concat([
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
    Buffer.from(word),
  ]);

const content = {
  "content/lessons/open.mdx": entry("Openly said", "tags: [both]", "Words for zqxpublic.\n\n![A picture](open.png)"),
  "content/lessons/open.png": picture("zqxpublic"),
  "content/lessons/inside.mdx": entry(
    "Zqxinternal title",
    "audience: internal\ntags: [zqxtag]\nroles: [zqxrole]\nowner: zqxowner@example.com\nsummary: Zqxsummary.\naliases: [zqxalias]\nformerly: [zqxformer]\npublished: 2026-01-02\ncontexts: [zqxcontext]",
    'Words for zqxinternal, and [what is open](open.mdx).\n\n![A picture](zqxfile.png)\n\n## Zqxheading\n\n<Include file="/_partial.md" />',
  ),
  "content/lessons/zqxfile.png": picture("zqxinternal"),
  "content/_partial.md": "Zqxpartial.\n",
  "content/faqs/inside.md": entry("What does zqxquestion mean?", "audience: internal", "Zqxanswer."),
  "content/quizzes/inside.mdx": entry(
    "Zqxquiz",
    "audience: internal",
    "## Which?\n\n- [x] Zqxoption\n- [ ] No\n\n<Explanation>So.</Explanation>",
  ),
  "content/lessons/draft.md": entry("Zqxdraft", "status: draft", "Text."),
};

const publish = {
  public: ["public"],
  staff: { audiences: ["public", "internal"], site: "https://staff.example.com/" },
};

/** The files of a site whose path or content has one of the marks. */
async function marked(project: Project, folder: string, marks: RegExp): Promise<readonly string[]> {
  const files = await project.files(folder);
  const found = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(project.path(`${folder}/${file}`));
      // The parts of the search index are packed.
      const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("latin1");
      return marks.test(file) || marks.test(text) ? [file] : [];
    }),
  );
  return found.flat();
}

test("one command builds every site, and none holds anything of an audience that is not its own", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "Desk", site: "https://example.com/", publish },
    ...content,
  });
  const { exitCode, stdout, stderr } = await project.knowhow("build");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(
    /^Built 2 sites in [\d.]+ s, no warnings\.\n {2}dist\/public: 1 entry, \d+ pages\n {2}dist\/staff: 4 entries, \d+ pages\n$/,
  );
  // Every word of the entries for others begins with these letters; the search index writes words in small ones.
  const secret = /zqx(?!public)[a-z]+|staff\.example/i;
  expect(await marked(project, "dist/public", secret)).toEqual([]);
  expect(await marked(project, "dist/public", /zqxpublic/)).not.toEqual([]);
  expect(await project.files("dist/public")).toEqual(
    expect.arrayContaining(["lessons/open/index.html", "media/lessons/open.png"]),
  );
  expect(await marked(project, "dist/staff", /zqxdraft/i)).toEqual([]);
  for (const mark of ["zqxinternal", "zqxtag", "zqxanswer", "zqxpartial", "staff.example"])
    expect(await marked(project, "dist/staff", new RegExp(mark, "i")), mark).not.toEqual([]);

  const indexed = await marked(project, "dist/staff", /zqxinternal/i);
  expect(indexed.filter((file) => file.startsWith("pagefind/")).length).toBeGreaterThan(1);

  const again = await project.fingerprint("dist");
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
  expect(await project.fingerprint("dist")).toEqual(again);

  expect((await project.knowhow("search", "zqxanswer")).stdout).toContain("Nothing found");
  expect((await project.knowhow("search", "--audience", "staff", "zqxanswer")).stdout).toContain(
    "What does zqxquestion mean?",
  );
  expect((await project.knowhow("ask", "--audience", "staff", "what does zqxquestion mean")).stdout).toContain(
    "Zqxanswer.",
  );
});

test("one of the sites is built, checked and previewed by its name", async () => {
  const project = await createProject({ "knowhow.config.json": { title: "Desk", publish }, ...content });
  expect(await project.knowhow("build", "--audience", "staff", "--json")).toMatchObject({ exitCode: 0, stderr: "" });
  expect((await project.files("dist")).every((file) => file.startsWith("staff/"))).toBe(true);
  expect(await project.knowhow("build", "--out", "sites", "--audience", "public")).toMatchObject({ exitCode: 0 });
  expect(await project.files("sites")).toContain("index.html");

  const preview = project.start(["preview", "--port", "0", "--audience", "staff"]);
  const [, url = ""] = await preview.waitFor(/The site is at (\S+)/);
  expect(await (await fetch(`${url}lessons/inside/`)).text()).toContain("Zqxinternal title");
  await preview.stop();

  const dev = project.start(["dev", "--port", "0", "--audience", "staff"]);
  const [, at = ""] = await dev.waitFor(/The site is at (\S+)/);
  expect(await (await fetch(`${at}lessons/inside/`)).text()).toContain("Zqxinternal title");
  await dev.stop();

  expect(await project.knowhow("build", "--audience", "stuff")).toEqual({
    exitCode: 2,
    signal: null,
    stdout: "",
    stderr: "knowhow: “publish” names no site “stuff”.\nDid you mean “staff”?\n",
  });
});

test("an error for one site keeps all of them as they were", async () => {
  const project = await createProject({ "knowhow.config.json": { title: "Desk", publish }, ...content });
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
  const before = await project.fingerprint("dist");
  await project.write("content/lessons/open.mdx", entry("Openly said", "", "[x](inside.mdx)"));
  const { exitCode, stderr } = await project.knowhow("build");
  expect(exitCode).toBe(1);
  expect(stderr).toContain("so readers of the site “public” would not find it.");
  expect(await project.fingerprint("dist")).toEqual(before);
  expect(await project.knowhow("check", "--audience", "staff")).toMatchObject({ exitCode: 0 });
  expect(await project.knowhow("check")).toMatchObject({ exitCode: 1 });

  // Files of somebody else in one of the folders keep both as they were, too.
  await project.write("content/lessons/open.mdx", entry("Openly said", "", "Other words."));
  await project.write("dist/staff/mine.txt", "mine");
  expect(await project.knowhow("build")).toMatchObject({
    exitCode: 2,
    stderr:
      "knowhow: dist/staff holds files that Knowhow did not write (mine.txt). Choose another folder with --out, or empty it.\n",
  });
  await project.remove("dist/staff/mine.txt");
  expect(await project.fingerprint("dist")).toEqual(before);
});
