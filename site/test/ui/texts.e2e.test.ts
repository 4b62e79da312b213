import { type OwnTexts, textsOf } from "@knowhow/core";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { accessibilityViolations } from "../../../test/support/axe.ts";
import { newPage } from "../../../test/support/browser.ts";
import { createProject, type Project } from "../../../test/support/project.ts";
import { serve } from "../../../test/support/serve.ts";

type Tree = { readonly [key: string]: string | Tree };

/** The built-in texts in English, as groups of texts. */
const english = textsOf("en", { texts: {} }) as unknown as Tree;

/** The same texts, each in brackets that no text has: what is in none is not one of the site's own. */
const bracketed = mapTexts(english, (text) => `⟦${text}⟧`);

function mapTexts(tree: Tree, change: (text: string) => string): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, node]) => [key, typeof node === "string" ? change(node) : mapTexts(node, change)]),
  );
}

function textsIn(tree: Tree): readonly string[] {
  return Object.values(tree).flatMap((node) => (typeof node === "string" ? [node] : textsIn(node)));
}

/** The longer built-in texts, between the places that are filled in; shorter ones may be words of authors. */
const telling = textsIn(english)
  .flatMap((text) => text.split(/\{\w+\}/))
  .map((part) => part.trim())
  .filter((part) => /[a-z] [a-z]/i.test(part));

/** Every type of entry, block and question, and every kind of page. */
const content = {
  "content/lessons/a.mdx":
    '---\ntitle: Alpha\nobjective: Do it\nsummary: All of it\ntags: [one]\nroles: [sales]\nlevel: beginner\nowner: desk@example.com\nreviewed: 2026-10-02\nreviewEvery: 1y\nupdated: 2026-11-12\nprerequisites: [lesson:b]\nrelated: [faq:c]\nvideo: { src: "https://www.youtube.com/watch?v=dQw4w9WgXcQ", minutes: 2, captions: false }\n---\n\nText.[^1]\n\n## Uno\n\n<Callout>Xyz.</Callout>\n<Callout type="tip">Xyz.</Callout>\n<Callout type="warning">Xyz.</Callout>\n<Callout type="danger">Xyz.</Callout>\n\n```js\nx();\n```\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n- [x] Xyz\n- [ ] Xyz\n\n## Due\n\n<Steps id="s">\n1. Xyz\n2. Xyz\n</Steps>\n\n<Checklist id="l">\n- [ ] Xyz\n</Checklist>\n\n<MindMap>\n- Xyz\n  - Xyz\n</MindMap>\n\n<CaseStudy>\n<Situation>Xyz.</Situation>\n<Action>Xyz.</Action>\n<Result>Xyz.</Result>\n</CaseStudy>\n\n<Try>\nXyz.\n\n<Hint>Xyz.</Hint>\n<Solution>Xyz.</Solution>\n</Try>\n\n<Faq of="faq:c" />\n\n## Tre\n\n<Question id="q1">\nXyz?\n\n- [x] Xyz\n  > Xyz.\n- [ ] Abc\n\n<Hint>Xyz.</Hint>\n<Explanation>Xyz.</Explanation>\n</Question>\n\n<Question id="q2" accept={["abc", "abcd"]}>Xyz?</Question>\n\n<Question id="q3" answer={3.5}>Xyz?</Question>\n\n<Question id="q4" kind="order">\nXyz?\n\n1. Abc\n2. Xyz\n</Question>\n\n<Question id="q5" kind="match">\nXyz?\n\n| A | B |\n|---|---|\n| a | b |\n| c | d |\n</Question>\n\n<Question id="q6">\nXyz <Blank answer="abc" /> xyz.\n</Question>\n\n[^1]: Xyz.\n',
  "content/lessons/b.md": "---\ntitle: Beta\nroles: [sales]\ntags: [one, two]\nstatus: archived\n---\n\nXyz.\n",
  "content/en/lessons/d.md": "---\ntitle: Delta\n---\n\nXyz.\n",
  "content/faqs/c.md": "---\ntitle: Gamma?\nformerly: [old]\n---\n\nXyz.\n",
  "content/quizzes/a.mdx": "---\ntitle: Qux\nlesson: lesson:a\n---\n\n## Xyz?\n\n- [x] Xyz\n- [ ] Abc\n",
  "content/paths/a.md": "---\ntitle: Pax\nsteps: [lesson:a, faq:c, scenario:a]\nroles: [sales]\n---\n\nXyz.\n",
  "content/scenarios/a.mdx":
    '---\ntitle: Sol\n---\n\n<Scene id="one">\nXyz.\n\n<Choice to="two">\nXyz\n> Xyz.\n</Choice>\n</Scene>\n\n<Scene id="two" outcome="good">\nXyz.\n</Scene>\n',
};

function configOf(texts: Tree) {
  return {
    title: "Desk",
    site: "https://kb.example.com/",
    locales: { de: { label: "Deutsch" }, en: { label: "English" } },
    roles: { sales: { label: "Vertrieb" } },
    csp: { "frame-src": ["https://www.youtube-nocookie.com"] },
    editUrl: "https://git.example.com/{file}",
    texts: { de: texts as OwnTexts, en: texts as OwnTexts },
  };
}

describe("a site with texts of its own", () => {
  let project: Project;
  let url: string;
  beforeAll(async () => {
    project = await createProject({ "knowhow.config.json": configOf(bracketed), ...content });
    const built = await project.knowhow("build");
    if (built.exitCode !== 0) throw new Error(`It could not be built: ${built.stdout}${built.stderr}`);
    ({ url } = await serve(project.path("dist")));
  });

  test("says nothing in the words that are built in: no page, no text for machines, no script", async () => {
    const files = (await project.files("dist")).filter(
      (file) => /\.(?:html|md|txt|xml|js)$/.test(file) && !file.startsWith("pagefind/"),
    );
    expect(files.length).toBeGreaterThan(80);
    const found = [];
    for (const file of files) {
      const rest = (await project.read(`dist/${file}`)).replaceAll(/⟦[^⟧]*⟧/g, "");
      found.push(...telling.filter((text) => rest.includes(text)).map((text) => `${file}: ${text}`));
    }
    expect(found).toEqual([]);
  });

  test("has them in search, too", async () => {
    const { page, problems } = await newPage();
    await page.goto(`${url}lessons/a/`);
    await page.keyboard.press("/");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox").waitFor();
    expect(await dialog.getAttribute("aria-label")).toBe("⟦Search⟧");
    await page.keyboard.type("alpha");
    await dialog.getByRole("option", { name: "Alpha" }).first().waitFor();
    await expect.poll(() => dialog.textContent()).toContain("⟦Lesson⟧");
    await page.goto(`${url}search/?q=nowhere`);
    await expect.poll(() => page.locator("[data-results]").textContent()).toContain("⟦Nothing found for “nowhere”.⟧");
    await page.goto(`${url}lessons/a/`);
    await page.locator("#q2").getByRole("textbox").fill("abc");
    await page.locator("#q2").getByRole("button", { name: "⟦Check⟧" }).click();
    await expect.poll(() => page.locator("#q2").textContent()).toContain("⟦Right⟧");
    expect(problems).toEqual([]);
  });

  test("shows a text that changed, wherever it stands, as if all had been built anew", async () => {
    const change = (texts: Tree) => project.write("knowhow.config.json", configOf(texts));
    const content = { ...(bracketed.content as Tree), right: "Richtig" };
    const results = { ...(bracketed.results as Tree), start: "Tipp eine Frage ein." };
    await change({ ...bracketed, skip: "Zum Inhalt", content, results });
    await project.knowhow("build");
    const page = await project.read("dist/lessons/a/index.html");
    expect(page).toContain("Zum Inhalt");
    expect(page).toContain("Richtig");
    const scripts = (await project.files("dist/assets")).filter((file) => file.endsWith(".js"));
    const sources = await Promise.all(scripts.map((file) => project.read(`dist/assets/${file}`)));
    expect(sources.filter((source) => source.includes("Tipp eine Frage ein."))).toHaveLength(2);

    const incremental = await project.fingerprint("dist");
    await project.remove(".knowhow");
    await project.remove("dist");
    await project.knowhow("build");
    expect(await project.fingerprint("dist")).toEqual(incremental);
  });
});

describe("a site in a language without texts", () => {
  test("tells screen readers that those of pages and search are in English", async () => {
    const { texts, ...settings } = configOf(bracketed);
    const locales = { ja: { label: "日本語" }, en: { label: "English" } };
    const project = await createProject({
      "knowhow.config.json": { ...settings, locales, texts: { en: texts.en } },
      ...content,
    });
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    const { url } = await serve(project.path("dist"));
    const { page } = await newPage();
    const pages = (await project.files("dist")).filter((file) => /^(?!en\/).*index\.html$/.test(file));
    expect(pages.length).toBeGreaterThan(20);
    for (const file of pages) {
      await page.goto(url + file.replace(/index\.html$/, ""));
      expect.soft(await unmarked(page), file).toEqual([]);
    }
    await page.goto(`${url}search/?q=alpha`);
    await page.locator(".kh-results li").first().waitFor();
    expect(await unmarked(page)).toEqual([]);
    await page.goto(`${url}lessons/a/`);
    await page.keyboard.press("/");
    await page.getByRole("dialog").getByRole("combobox").waitFor();
    await page.keyboard.type("alpha");
    await page.getByRole("option", { name: "Alpha" }).first().waitFor();
    expect(await unmarked(page)).toEqual([]);
    const titleIn = () => page.evaluate(() => document.querySelector(".kh-hit__title")?.closest("[lang]")?.tagName);
    await expect.poll(titleIn).toBe("HTML");
  });
});

describe("a site in Arabic with Arabic texts", () => {
  let url: string;
  beforeAll(async () => {
    const project = await createProject({
      "knowhow.config.json": {
        title: "مكتب المساعدة",
        locales: { ar: { label: "العربية", dir: "rtl" }, en: { label: "English" } },
        texts: {
          ar: {
            lessons: "دروس",
            tags: "مواضيع",
            search: "بحث",
            skip: "انتقل إلى المحتوى",
            ask: { placeholder: "اسأل بكلماتك", label: "ابحث في قاعدة المعرفة" },
            facts: {
              minutes: { one: "دقيقة واحدة", two: "دقيقتان", few: "{n} دقائق", many: "{n} دقيقة", other: "{n} دقيقة" },
            },
            results: { keys: { choose: "اختيار", open: "فتح", close: "إغلاق" }, close: "إغلاق" },
          },
        },
      },
      "content/lessons/a.mdx":
        "---\ntitle: تنظيف آلة القهوة\nminutes: 3\n---\n\n## أولا\n\nنص قصير.\n\n```js\nconst oneLineThatIsFarTooLongForSuchANarrowScreen = fetch('https://example.com/');\n```\n\n## ثانيا\n\n<Callout>نص.</Callout>\n",
    });
    const built = await project.knowhow("build");
    if (built.exitCode !== 0) throw new Error(`It could not be built: ${built.stdout}${built.stderr}`);
    ({ url } = await serve(project.path("dist")));
  });

  test.each([320, 1280])("runs from right to left, in header, lesson and search, %d pixels wide", async (width) => {
    const { page, problems } = await newPage({ viewport: { width, height: 700 } });
    await page.goto(`${url}lessons/a/`);
    expect(await page.locator(".kh-measure").textContent()).toContain("3 دقائق");
    expect(await directionOf(page, ".kh-header")).toBe("rtl");
    expect(await directionOf(page, "main .kh-prose")).toBe("rtl");
    const [brand, theme] = await Promise.all([startOf(page, ".kh-brand"), startOf(page, ".kh-theme")]);
    expect(brand).toBeGreaterThan(theme);
    expect(await overflow(page)).toBe(0);

    await page.keyboard.press("/");
    await page.getByRole("dialog").getByRole("combobox").waitFor();
    expect(await directionOf(page, ".kh-dialog")).toBe("rtl");
    expect(await page.getByRole("combobox").getAttribute("placeholder")).toBe("اسأل بكلماتك");
    const [field, close] = await Promise.all([startOf(page, ".kh-dialog input"), startOf(page, ".kh-dialog__close")]);
    expect(field).toBeGreaterThan(close);
    await page.keyboard.type("القهوة");
    await page.getByRole("option", { name: "تنظيف آلة القهوة" }).first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });
});

function directionOf(page: Page, selector: string): Promise<string> {
  return page.locator(selector).evaluate((element) => getComputedStyle(element).direction);
}

/** Where an element begins for whoever reads from the right, in pixels from the left. */
async function startOf(page: Page, selector: string): Promise<number> {
  const { x, width } = (await page.locator(selector).boundingBox()) ?? { x: Number.NaN, width: 0 };
  return x + width;
}

/** How many pixels of a page lie beyond the screen. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The texts of the site's own accord that screen readers would take for Japanese; those within the text of an entry aside. */
function unmarked(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const entries = ".kh-prose, .kh-hit__excerpt, .kh-results__excerpt, .kh-answer p";
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode;
      const language = parentElement?.closest("[lang]")?.getAttribute("lang");
      if (textContent?.includes("⟦") && language !== "en" && !parentElement?.closest(entries)) found.push(textContent);
    }
    return found;
  });
}
