import { expect, test } from "vitest";
import { newPage } from "../../../test/support/browser.ts";
import { createProject } from "../../../test/support/project.ts";
import { serve } from "../../../test/support/serve.ts";

const word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk";

test("words wider than a screen of 320 pixels are broken, wherever authors may write them", async () => {
  const project = await createProject({
    "knowhow.config.json": {
      title: word,
      locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
      roles: { sales: { label: word } },
      nav: [{ to: "/faqs/" }, { label: word, to: "lesson:long" }, { label: word, items: [{ to: "path:long" }] }],
    },
    "content/lessons/long.mdx": `---\ntitle: ${word}\nsummary: ${word}\nobjective: ${word}\ntags: [${word}, short]\nroles: [sales]\nowner: ${word.toLowerCase()}@example.com\nupdated: 2026-01-31\n---\n\n## ${word}\n\n${word}\n\n## Short\n\n<Question id="q">\nWhich?\n\n- [x] ${word}\n- [ ] Other\n\n<Explanation>${word}</Explanation>\n</Question>\n`,
    "content/lessons/other.md": `---\ntitle: Other\ntags: [short]\nrelated: [lesson:long]\nprerequisites: [lesson:long]\n---\n\nText.\n`,
    "content/faqs/long.md": `---\ntitle: ${word}?\nanswer: ${word}\ncategory: ${word}\ntags: [short]\nowner: ${word}\n---\n`,
    "content/faqs/other.md": "---\ntitle: Other?\ncategory: Short\nlevel: beginner\n---\n\nYes.\n",
    "content/paths/long.md": `---\ntitle: ${word}\nsteps: [lesson:long, faq:long, scenario:long]\n---\n\n${word}\n`,
    "content/scenarios/long.mdx": `---\ntitle: ${word}\n---\n\n<Scene id="one" title="${word}">\n${word}\n\n<Choice to="two">\n${word}\n> ${word}\n</Choice>\n</Scene>\n\n<Scene id="two" outcome="good">\nEnd.\n</Scene>\n`,
  });
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
  const host = await serve(project.path("dist"));
  const { page } = await newPage({ viewport: { width: 320, height: 640 } });
  const files = (await project.files()).filter((file) => /^dist\/.*index\.html$/.test(file));
  expect(files.length).toBeGreaterThan(30);
  for (const file of files) {
    const path = file.replace(/^dist\/|index\.html$/g, "");
    const searches = path.endsWith("search/");
    await page.goto(host.url + path + (searches ? `?q=${word.slice(0, 20)}` : ""));
    if (searches) await page.locator(".kh-results li").first().waitFor();
    await page.evaluate(() => {
      for (const closed of document.querySelectorAll("details")) closed.open = true;
    });
    const [content, screen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect.soft(content, path).toBe(screen);
  }
});
