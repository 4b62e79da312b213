import { utimes } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { initRepository } from "../../../test/support/git.ts";
import { createProject } from "../../../test/support/project.ts";
import { smallKnowledgeBase } from "./support/knowledge-base.ts";
import { onTerminal } from "./support/terminal.ts";

describe("build", () => {
  test("publishes pages, media, redirects, search and the owner's own files and pages", async () => {
    const project = await createProject({
      ...smallKnowledgeBase,
      "public/robots.txt": "User-agent: *\n",
      "pages/about.astro":
        '---\nconst year = 2000 + 26;\n---\n<html lang="en"><body><h1>About {year}</h1></body></html>\n',
      "pages/team.mdx": "# The team is {1 + 1}\n",
    });
    const { exitCode, stdout, stderr } = await project.knowhow("build");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^Built dist in \d+\.\d s: 4 entries, \d+ pages, no warnings\.\n$/);

    const files = await project.files("dist");
    expect(files).toEqual(
      expect.arrayContaining([
        "404.html",
        "about/index.html",
        "faqs/index.html",
        "faqs/refunds/index.html",
        "index.html",
        "lessons/export/index.html",
        "lessons/reports/index.html",
        "pagefind/pagefind.js",
        "quizzes/reports/index.html",
        "robots.txt",
        "search/index.html",
        "tags/crm/index.html",
        "team/index.html",
        "vi/faqs/refunds/index.html",
        "vi/index.html",
        "vi/lessons/reports/index.html",
      ]),
    );
    expect(await project.read("dist/about/index.html")).toContain("About 2026");
    expect(await project.read("dist/team/index.html")).toContain("The team is 2");
    expect(await project.read("dist/vi/lessons/reports/index.html")).toContain("Xuất báo cáo");
    expect(await project.read("dist/lessons/export/index.html")).toContain("/lessons/reports/");
    const picture = /<img[^>]* src="\/([^"]+)"/.exec(await project.read("dist/lessons/reports/index.html"))?.[1];
    expect(await project.read(`dist/${picture}`)).toContain("<svg");
    expect((await project.files(".knowhow")).filter((file) => !file.startsWith("cache/"))).toEqual([]);
  });

  test("tells programs what it made", async () => {
    const project = await createProject(smallKnowledgeBase);
    const { exitCode, stdout } = await project.knowhow("build", "--json", "--out", "public_html/help");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      out: "<root>/public_html/help",
      pages: expect.any(Number),
      // Three pages, the translation, and the question of the quiz.
      searchRecords: 5,
      entries: 4,
      errors: 0,
      warnings: 0,
      infos: 0,
      milliseconds: expect.any(Number),
    });
    expect(await project.files("public_html/help")).toContain("index.html");
  });

  test("puts everything under the base of the site's address", async () => {
    const project = await createProject({
      ...smallKnowledgeBase,
      "knowhow.config.json": { title: "Help", site: "https://example.com/help/" },
    });
    await project.remove("content/vi");
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    const page = await project.read("dist/lessons/reports/index.html");
    const addresses = [...page.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => !address?.startsWith("/help/"))).toEqual([]);
  });

  test("changes nothing when the content has an error, and tells the errors only", async () => {
    const project = await createProject(smallKnowledgeBase);
    await project.knowhow("build");
    const before = await project.fingerprint("dist");
    await project.write("content/faqs/refunds.md", "# Refunds?\n\n[gone](nowhere.md)\n\n```powershel\nDir\n```\n");
    const { exitCode, stdout, stderr } = await project.knowhow("build");
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr.match(/content\/faqs\/refunds\.md:\d+:\d+ {2}\w+/g)).toEqual(["content/faqs/refunds.md:3:1  error"]);
    expect(stderr).toMatch(/1 error, \d+ warnings?\./);
    expect(stderr).toContain("Nothing was built, and nothing has changed.");
    expect(await project.fingerprint("dist")).toEqual(before);
  });

  test("fails with one message when a page of the owner's is wrong, and leaves the site", async () => {
    const project = await createProject(smallKnowledgeBase);
    await project.knowhow("build");
    const before = await project.fingerprint("dist");
    await project.write("pages/broken.astro", "---\nthrow new Error('no such product');\n---\n<p>never</p>\n");
    const { exitCode, stdout, stderr } = await project.knowhow("build");
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(stderr).toContain("no such product");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(await project.fingerprint("dist")).toEqual(before);
  });
});

describe("the same input", () => {
  test("gives the same bytes in another folder and checkout, on another day and machine, with an empty cache or a full one", async () => {
    const files = {
      ...smallKnowledgeBase,
      "content/lessons/dated.md":
        "---\ntitle: Dated\nowner: Ana\npublished: 2026-01-01\nupdated: 2026-10-01\nreviewed: 2026-10-02\nreviewEvery: 90d\n---\n\nText.\n",
    };
    const here = await createProject(files);
    // Written in another order, long ago, and kept in git.
    const folder = "a/deeper/folder";
    const there = await createProject(
      Object.fromEntries(
        Object.entries(files)
          .map(([file, content]) => [`${folder}/${file}`, content] as const)
          .reverse(),
      ),
    );
    for (const file of await there.files()) await utimes(there.path(file), 1_000_000_000, 1_000_000_000);
    initRepository(there.path(folder));
    const nextYear = `
      const real = Date;
      const now = () => real.now() + 400 * 86_400_000;
      globalThis.Date = class extends real {
        constructor(...given) { super(...(given.length === 0 ? [now()] : given)); }
        static now() { return now(); }
      };
    `;
    const env = {
      TZ: "Pacific/Kiritimati",
      LANG: "de_DE.UTF-8",
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(nextYear)}`,
    };

    await here.knowhow("build");
    const { stdout } = await there.start(["build", "--root", folder], { env }).done;
    expect(stdout).toContain("1 warning");
    const first = await here.fingerprint("dist");
    expect(await there.fingerprint(`${folder}/dist`)).toEqual(first);

    await here.knowhow("build");
    expect(await here.fingerprint("dist")).toEqual(first);
  });

  test("gives the same bytes after edits as from nothing, whatever became of the site in between", async () => {
    const project = await createProject({
      ...smallKnowledgeBase,
      "theme.css": ":root { --kh-accent: #123456; }",
      "top.astro": "<p>Ask us</p>",
      "knowhow.config.json": {
        title: "Help",
        locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
        theme: { css: "theme.css", slots: { entryTop: "top.astro" } },
      },
    });
    const edits: readonly (readonly [string, string])[] = [
      [
        "content/faqs/refunds.md",
        "# Can I get a refund?\n\nYes, within 60 days. See [reports](../lessons/reports.mdx).\n",
      ],
      ["content/lessons/new.md", "# A new lesson\n\nShort.\n"],
      ["content/vi/faqs/refunds.md", "# Tôi có được hoàn tiền không?\n\nCó.\n"],
      ["theme.css", ":root { --kh-accent: #654321; }"],
      ["top.astro", "<p>Call us</p>"],
      ["public/lessons/new/index.html", "The owner's own"],
      ["dist/lessons/new.md", "Written by somebody else"],
      ["dist/faqs/refunds/index.html", ""],
    ];
    await project.knowhow("build");
    for (const [file, content] of edits) {
      await project.write(file, content);
      await project.knowhow("build");
    }
    await project.remove("content/quizzes");
    await project.knowhow("build");
    const incremental = await project.fingerprint("dist");

    await project.remove(".knowhow");
    await project.knowhow("build");
    expect(await project.fingerprint("dist")).toEqual(incremental);
  });
});

describe.runIf(onTerminal.isPossible)("on a terminal", () => {
  test("a build shows how far it is, takes that away, and ends with its summary", async () => {
    const terminal = onTerminal(await createProject(smallKnowledgeBase), ["build"]);
    expect(await terminal.exitCode).toBe(0);
    const [progress = "", ...rest] = terminal.shown().split("Built dist in ");
    expect(progress).toContain("\r\u001b[2KRendering pages … ");
    expect(progress.endsWith("\r\u001b[2K")).toBe(true);
    expect(rest).toEqual([expect.stringMatching(/^\d+\.\d s: 4 entries, \d+ pages, no warnings\.\r\n$/)]);
  });

  test("mistakes are coloured; not in a file or a pipe", async () => {
    const project = await createProject({ ...smallKnowledgeBase, "content/faqs/refunds.md": "[gone](none.md)\n" });
    const terminal = onTerminal(project, ["check"]);
    expect(await terminal.exitCode).toBe(1);
    expect(terminal.shown()).toContain("\u001b[31merror\u001b[39m");
    expect((await project.knowhow("check")).stdout).not.toContain("\u001b");
  });
});
