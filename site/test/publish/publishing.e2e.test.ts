import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { newPage } from "../../../test/support/browser.ts";
import { createProject, type Project } from "../../../test/support/project.ts";
import { serve } from "../../../test/support/serve.ts";
import { type Head, readHead } from "./support/head.ts";

const site = "https://kb.example.com/help/";

const files = {
  "knowhow.config.json": {
    title: "The Desk",
    description: "What a service desk knows.",
    site,
    locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
    roles: { support: { label: "Support desk" } },
  },
  "content/lessons/security/phishing.mdx":
    "---\ntitle: Spot a phishing mail\nsummary: Three things to look at.\ntags: [security]\nupdated: 2026-10-02\nroles: [support]\n---\n\nIt wants you to **hurry**. [Refunds](../../faqs/refunds.md)\n",
  "content/vi/lessons/security/phishing.mdx":
    "---\ntitle: Nhận ra thư lừa đảo\ntags: [bảo mật]\nupdated: 2026-10-03\n---\n\nThư lừa đảo muốn bạn **vội vàng**.\n",
  "content/faqs/refunds.md":
    "---\npublished: 2026-09-01\ntags: [billing]\nformerly: [money]\n---\n\n# Can I get my money back?\n\nYes, within 30 days.\n",
  "content/faqs/fax.md": "---\nstatus: archived\n---\n\n# Where is the fax machine?\n\nGone.\n",
  "content/quizzes/check.mdx":
    '---\ntitle: Would you click it?\n---\n\n<Question id="minutes" answer={5} unit="min">\nHow many minutes?\n</Question>\n\n## The parcel\n\n- [ ] Pay\n  > No.\n- [x] Report it\n',
  "content/paths/first-week.md":
    "---\ntitle: Your first week\nsteps: [lesson:security/phishing, faq:refunds]\n---\n\nWelcome.\n",
  "content/lessons/team.md":
    "---\ntitle: Team only zebrafish\naudience: internal\nroles: [support]\nupdated: 2026-11-01\n---\n\nZebrafish.\n",
  "content/faqs/draft.md": "---\ntitle: Draft zebrafish?\nstatus: draft\nupdated: 2026-11-01\n---\n\nZebrafish.\n",
  "content/faqs/hostile.md": `---\ntitle: ${JSON.stringify('</script><img src=x onerror="alert(1)"><!--\u2028?')}\n---\n\nNo: \`</script><!--\`.\n`,
  ...Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [
      `content/faqs/many/n${index}.md`,
      `# Question ${index}?\n\nAnswer ${index}.\n`,
    ]),
  ),
  "pages/imprint.astro": "<html lang='en'><head><title>Imprint</title></head><body>Us</body></html>\n",
  "pages/thanks.astro":
    '<html lang="en"><head><title>Thanks</title><meta name="robots" content="noindex"></head><body>Thanks</body></html>\n',
};

/** Something that a page tells of in JSON-LD. */
type Told = { readonly "@type": string; readonly [key: string]: unknown };

let project: Project;
let paths: readonly string[];
/** What each built page tells, by its path below the base. */
const heads = new Map<string, Head>();
beforeAll(async () => {
  project = await createProject(files);
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
  paths = await project.files("dist");
  for (const path of paths.filter((one) => one.endsWith(".html") && !/^(imprint|thanks)/.test(one))) {
    heads.set(path.replace(/index\.html$/, ""), readHead(await project.read(`dist/${path}`)));
  }
});

/** The head of the page at a whole address. */
function headAt(address: string): Head | undefined {
  return heads.get(decodeURI(address.slice(site.length)));
}

describe("search engines", () => {
  test("know each page by one address, and find its languages from any of them", () => {
    expect(heads.size).toBeGreaterThan(220);
    for (const [path, head] of heads) {
      if (path === "404.html") continue;
      expect(head.canonical, path).toMatch(/^https:\/\/kb\.example\.com\/help\//);
      const canonical = headAt(head.canonical ?? "");
      expect(canonical?.canonical, path).toBe(head.canonical);
      const addresses = Object.entries(head.translations);
      if (addresses.length === 0) continue;
      expect(head.translations[head.lang], path).toBe(head.canonical);
      expect(head.translations["x-default"], path).toBe(head.translations.en);
      for (const [lang, address] of addresses) {
        const there = headAt(address);
        expect(there?.translations, `${path} in ${lang}`).toEqual(head.translations);
        if (lang !== "x-default") expect(there?.lang, `${path} in ${lang}`).toBe(lang);
      }
    }
    for (const path of ["", "vi/", "lessons/", "faqs/", "quizzes/", "tags/", "lessons/security/phishing/"]) {
      expect(Object.keys(heads.get(path)?.translations ?? {}), path).toEqual(["en", "vi", "x-default"]);
    }
  });

  test("are told of every page that wants to be found, of each one only once, and of no other", async () => {
    const text = await project.read("dist/sitemap.xml");
    expect(XMLValidator.validate(text)).toBe(true);
    const { url } = new XMLParser().parse(text).urlset as { url: { loc: string; lastmod?: string }[] };
    const told = url.map(({ loc }) => loc);
    const wanted = [...heads]
      .filter(([path, head]) => !head.noindex && head.canonical === site + encodeURI(path))
      .map(([path]) => site + encodeURI(path));
    expect(told.toSorted()).toEqual([...wanted, `${site}imprint/`].toSorted());
    expect(told).toContain(`${site}faqs/page/2/`);
    expect(url.find(({ loc }) => loc === `${site}lessons/security/phishing/`)?.lastmod).toBe("2026-10-02");
    for (const kept of ["faqs/fax/", "search/", "vi/faqs/refunds/", "faqs/money/", "thanks/"]) {
      expect(told).not.toContain(site + kept);
    }
  });
});

describe("search engines are told what a page is", () => {
  /** The things that a page tells of, by type. */
  function told(path: string): Readonly<Record<string, Told>> {
    const things = (heads.get(path)?.data ?? []).flatMap(
      (text) => (JSON.parse(text) as { "@graph": Told[] })["@graph"],
    );
    return Object.fromEntries(things.map((thing) => [thing["@type"], thing]));
  }

  test("in JSON-LD that every page can be read by, with what each thing must have", () => {
    const required: Readonly<Record<string, readonly string[]>> = {
      LearningResource: ["name", "url", "inLanguage", "learningResourceType", "timeRequired"],
      Quiz: ["name", "url", "inLanguage", "hasPart"],
      Question: ["name", "acceptedAnswer"],
      FAQPage: ["mainEntity"],
      Answer: ["text"],
      BreadcrumbList: ["itemListElement"],
      ListItem: ["position", "name"],
      WebSite: ["name", "url"],
    };
    const seen = new Set<string>();
    const visit = (value: unknown, path: string): void => {
      if (Array.isArray(value)) for (const one of value) visit(one, path);
      if (typeof value !== "object" || value === null || Array.isArray(value)) return;
      const thing = value as Told;
      for (const key of required[thing["@type"]] ?? [])
        expect(thing[key], `${path}: ${thing["@type"]}.${key}`).toBeTruthy();
      for (const key of ["url", "item"])
        if (key in thing) expect(thing[key], path).toMatch(/^https:\/\/kb\.example\.com\/help\//);
      seen.add(thing["@type"]);
      for (const part of Object.values(thing)) visit(part, path);
    };
    for (const [path, { data, noindex }] of heads) {
      if (noindex) expect(data, path).toEqual([]);
      for (const text of data) {
        const graph = JSON.parse(text) as { "@context": string; "@graph": unknown[] };
        expect(graph["@context"]).toBe("https://schema.org");
        expect(graph["@graph"].length).toBeGreaterThan(0);
        visit(graph["@graph"], path);
      }
    }
    for (const type of Object.keys(required)) expect(seen).toContain(type);
  });

  test("a path: what it leads through", () => {
    expect(told("paths/first-week/").LearningResource).toMatchObject({
      learningResourceType: "Learning path",
      hasPart: [
        { "@type": "CreativeWork", name: "Spot a phishing mail", url: `${site}lessons/security/phishing/` },
        { "@type": "CreativeWork", name: "Can I get my money back?", url: `${site}faqs/refunds/` },
      ],
    });
  });

  test("a lesson: how long it takes, for whom it is, when it changed, and the way to it", () => {
    const { LearningResource: lesson, BreadcrumbList: way } = told("lessons/security/phishing/");
    expect(lesson).toEqual({
      "@type": "LearningResource",
      name: "Spot a phishing mail",
      description: "Three things to look at.",
      url: `${site}lessons/security/phishing/`,
      inLanguage: "en",
      learningResourceType: "Lesson",
      timeRequired: "PT1M",
      keywords: ["security"],
      audience: [{ "@type": "EducationalAudience", educationalRole: "Support desk" }],
      dateModified: "2026-10-02",
      publisher: { "@type": "Organization", name: "The Desk" },
    });
    expect(way?.itemListElement).toEqual([
      { "@type": "ListItem", position: 1, name: "Home", item: site },
      { "@type": "ListItem", position: 2, name: "Lessons", item: `${site}lessons/` },
      { "@type": "ListItem", position: 3, name: "Spot a phishing mail" },
    ]);
  });

  test("each FAQ with its whole answer, all of them together on the index only, in its own language only", () => {
    expect(told("faqs/refunds/").Question).toMatchObject({
      name: "Can I get my money back?",
      acceptedAnswer: { "@type": "Answer", text: "Yes, within 30 days." },
      datePublished: "2026-09-01",
    });
    const onIndex = ["faqs/", "faqs/page/2/"].flatMap((path) => told(path).FAQPage?.mainEntity as Told[]);
    expect(onIndex).toHaveLength(102);
    expect(told("vi/faqs/").FAQPage).toBeUndefined();
    expect(told("vi/faqs/refunds/")).toEqual({});
  });

  test("a quiz: what it asks, what is right, and what is not", () => {
    expect(told("quizzes/check/").Quiz).toMatchObject({
      name: "Would you click it?",
      hasPart: [
        { "@type": "Question", name: "How many minutes?", acceptedAnswer: [{ "@type": "Answer", text: "5 min" }] },
        {
          "@type": "Question",
          eduQuestionType: "Multiple choice",
          name: "The parcel",
          acceptedAnswer: [{ "@type": "Answer", text: "Report it" }],
          suggestedAnswer: [{ "@type": "Answer", text: "Pay", answerExplanation: { "@type": "Comment", text: "No." } }],
        },
      ],
    });
  });

  test("a path: its steps in their order", () => {
    expect(told("paths/first-week/").LearningResource).toMatchObject({
      learningResourceType: "Learning path",
      hasPart: [
        { "@type": "CreativeWork", name: "Spot a phishing mail", url: `${site}lessons/security/phishing/` },
        { "@type": "CreativeWork", name: "Can I get my money back?", url: `${site}faqs/refunds/` },
      ],
    });
  });

  test("and nothing that a text says can get out of it", async () => {
    const host = await serve(project.path("dist"), { base: "/help/" });
    const { page, problems } = await newPage();
    await page.goto(`${host.url}faqs/hostile/`);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator("h1").textContent()).toContain("</script><img src=x");
    const read = await page
      .locator('script[type="application/ld+json"]')
      .evaluateAll((found) => found.map((one) => JSON.parse(one.textContent ?? "")["@context"]));
    expect(read).toEqual(["https://schema.org"]);
    expect(problems).toEqual([]);
    expect(heads.get("faqs/hostile/")?.data.join()).not.toMatch(/[<\u2028\u2029]/);
    expect(told("faqs/hostile/").Question?.name).toBe('</script><img src=x onerror="alert(1)"><!--\u2028?');
  });
});

describe("where somebody shares the address of a page", () => {
  test("its title, description, kind, day and picture show; every picture is there", () => {
    for (const [path, { meta, canonical }] of heads) {
      if (/money/.test(path)) continue;
      expect(meta, path).toMatchObject({
        "og:title": expect.stringMatching(/./),
        "og:type": expect.stringMatching(/^(website|article)$/),
        "og:site_name": "The Desk",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": expect.stringMatching(/The Desk/),
        "twitter:card": "summary_large_image",
      });
      if (canonical !== undefined) expect(meta["og:url"], path).toBe(canonical);
      expect(paths, path).toContain(meta["og:image"]?.slice(site.length));
    }
    expect(heads.get("lessons/security/phishing/")?.meta).toMatchObject({
      "og:title": "Spot a phishing mail",
      "og:description": "Three things to look at.",
      "og:type": "article",
      "og:locale": "en_US",
      "article:modified_time": "2026-10-02",
      "og:image": `${site}share/lessons.png`,
      "og:image:alt": "Lessons · The Desk",
    });
    expect(heads.get("vi/")?.meta).toMatchObject({ "og:locale": "vi_VN", "og:image": `${site}vi/share/home.png` });
    expect(heads.get("paths/first-week/")?.meta["og:image"]).toBe(`${site}share/paths/first-week.png`);
  });

  test("each entry has a picture of its own if its owner wants so, or none has; one of the owner's takes our one's place", async () => {
    const config = { title: "Desk", site, openGraph: { images: "entry" } };
    const own = await createProject({
      "knowhow.config.json": config,
      "content/faqs/a.md": "# A?\n\nB.\n",
      "public/share/home.png": "mine",
    });
    const pictures = async () => (await own.files("dist")).filter((path) => path.endsWith(".png"));
    expect(await own.knowhow("build")).toMatchObject({ exitCode: 0 });
    expect(await pictures()).toEqual(["share/faqs.png", "share/faqs/a.png", "share/home.png"]);
    expect(await own.read("dist/share/home.png")).toBe("mine");
    expect(readHead(await own.read("dist/faqs/a/index.html")).meta["og:image"]).toBe(`${site}share/faqs/a.png`);

    await own.write("knowhow.config.json", JSON.stringify({ ...config, openGraph: { images: "none" } }));
    expect(await own.knowhow("build")).toMatchObject({ exitCode: 0 });
    expect(await pictures()).toEqual(["share/home.png"]);
    expect(readHead(await own.read("dist/faqs/a/index.html")).meta).not.toHaveProperty("og:image");

    await own.write("knowhow.config.json", JSON.stringify({ ...config, openGraph: { images: "entries" } }));
    const { exitCode, stderr } = await own.knowhow("build");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("openGraph");
  });
});

test("a feed reader finds the feed of the language on every page", async () => {
  expect(heads.get("faqs/refunds/")?.formats["application/atom+xml"]).toBe(`${site}feed.xml`);
  expect(heads.get("vi/")?.formats["application/atom+xml"]).toBe(`${site}vi/feed.xml`);
  expect(await project.read("dist/feed.xml")).toContain("<title>Spot a phishing mail</title>");
  expect(await project.read("dist/vi/feed.xml")).toContain("<title>Nhận ra thư lừa đảo</title>");
});

describe("assistants, and whoever would rather read text", () => {
  test("find each entry as Markdown from its page, in the language that it is written in", async () => {
    const entries = [...heads].filter(
      ([path]) =>
        /^(vi\/)?(lessons|faqs|quizzes)\/(?!page\/)./.test(path) && path !== "faqs/money/" && path !== "vi/faqs/money/",
    );
    expect(entries.length).toBeGreaterThan(200);
    for (const [path, { formats }] of entries) {
      const url = formats["text/markdown"] ?? "";
      expect(url, path).toMatch(/^\/help\/.*\.md$/);
      expect(paths, path).toContain(decodeURI(url).slice("/help/".length));
    }
    expect(heads.get("vi/faqs/refunds/")?.formats["text/markdown"]).toBe("/help/faqs/refunds.md");
    expect(await project.read("dist/lessons/security/phishing.md")).toBe(`# Spot a phishing mail

> Three things to look at.

- Lesson: 1 minute
- For: Support desk
- Last change: 2026-10-02
- Topics: security
- Page: <https://kb.example.com/help/lessons/security/phishing/>

It wants you to **hurry**. [Refunds](https://kb.example.com/help/faqs/refunds/)
`);
    expect(await project.read("dist/vi/lessons/security/phishing.md")).toContain(
      "- Bài học: 1 phút\n- Dành cho: Support desk\n- Sửa lần cuối: 2026-10-03\n",
    );
    expect(await project.read("dist/faqs/fax.md")).toContain("> This page is archived.");
  });

  test("find all of them from one file in each language", async () => {
    for (const file of ["llms.txt", "vi/llms.txt"]) {
      const text = await project.read(`dist/${file}`);
      const links = [...text.matchAll(/\]\((\S+)\)/g)].map(([, url = ""]) => decodeURI(url).slice(site.length));
      expect(links.length, file).toBeGreaterThan(1);
      for (const link of links) expect(paths, file).toContain(link);
    }
    const text = await project.read("dist/llms.txt");
    expect(text).toContain(
      "- [Spot a phishing mail](https://kb.example.com/help/lessons/security/phishing.md): Three things to look at.",
    );
    expect(text).not.toContain("fax");
  });

  test("read what was just written while a page is being edited", async () => {
    const own = await createProject({
      "knowhow.config.json": { title: "Desk", site },
      "content/faqs/a.md": "---\npublished: 2026-01-31\n---\n\n# A?\n\nB.\n",
      "public/robots.txt": "mine",
      "pages/mine.txt.ts": 'export const GET = () => new Response("made");\n',
    });
    const dev = own.start(["dev", "--port", "0"]);
    const [, url = ""] = await dev.waitFor(/(http:\/\/localhost:\d+\S*)/);
    const get = async (path: string) => {
      const response = await fetch(new URL(path, url));
      return { type: response.headers.get("content-type"), text: await response.text() };
    };
    expect(await get("faqs/a.md")).toEqual({
      type: "text/markdown;charset=utf-8",
      text: expect.stringContaining("# A?\n\n- Question: 1 minute"),
    });
    expect((await get("llms.txt")).text).toContain("[A?](https://kb.example.com/help/faqs/a.md): B.");
    expect((await get("feed.xml")).text).toContain("<title>A?</title>");
    expect((await get("robots.txt")).text).toBe("mine");
    expect((await get("mine.txt")).text).toBe("made");
    await own.write("content/faqs/a.md", "# A, again?\n\nB.\n");
    await expect.poll(async () => (await get("faqs/a.md")).text, { timeout: 20_000 }).toContain("# A, again?");
    await dev.stop("SIGINT");
  });
});

describe("on paper", () => {
  test("a path is a handbook: a cover, the contents, and a chapter on a page of its own for each lesson", async () => {
    const host = await serve(project.path("dist"), { base: "/help/" });
    const { page, problems } = await newPage();
    await page.goto(`${host.url}paths/first-week/`);
    await page.getByRole("link", { name: "Handbook to print" }).click();
    await page.waitForURL("**/handbooks/paths/first-week/");

    expect(await page.locator("h1").textContent()).toBe("Your first week");
    expect(await page.getByRole("navigation", { name: "Contents" }).getByRole("link").allTextContents()).toEqual([
      "Spot a phishing mail",
      "Can I get my money back?",
    ]);
    const ids = await page.locator("[id]").evaluateAll((found) => found.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const inside = await page
      .locator(".kh-handbook a[href^='#']")
      .evaluateAll((found) => found.map((link) => decodeURIComponent(link.getAttribute("href")?.slice(1) ?? "")));
    expect(inside.length).toBeGreaterThan(2);
    for (const id of inside) expect(ids).toContain(id);
    await page.locator(".kh-prose").getByRole("link", { name: "Refunds" }).click();
    expect(await page.evaluate(() => document.querySelector(":target")?.textContent)).toBe("Can I get my money back?");

    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".kh-header").isVisible()).toBe(false);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(3);
    expect(problems).toEqual([]);
  });

  test("search engines are not shown it", async () => {
    expect(heads.get("handbooks/paths/first-week/")?.noindex).toBe(true);
    expect(await project.read("dist/sitemap.xml")).not.toContain("handbooks");
  });
});

test("the same content gives the same bytes, pictures and all, in another folder and from what was kept", async () => {
  const published = await project.fingerprint("dist");
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
  expect(await project.fingerprint("dist")).toEqual(published);
  const other = await createProject(files);
  expect(await other.knowhow("build")).toMatchObject({ exitCode: 0 });
  expect(await other.fingerprint("dist")).toEqual(published);
});

test("what is a draft or for another audience is in none of it", async () => {
  expect(paths.filter((path) => /team|draft/.test(path))).toEqual([]);
  for (const path of paths.filter((one) => /\.(html|md|txt|xml)$/.test(one))) {
    expect(await project.read(`dist/${path}`), path).not.toMatch(/zebrafish/i);
  }
});

describe("a site of another kind", () => {
  test("at the root of its host tells robots where its sitemap is, unless its owner does", async () => {
    const config = { title: "Desk", site: "https://kb.example.com" };
    const own = await createProject({ "knowhow.config.json": config, "content/faqs/a.md": "# A?\n\nB.\n" });
    expect(await own.knowhow("build")).toMatchObject({ exitCode: 0 });
    expect(await own.read("dist/robots.txt")).toContain("Sitemap: https://kb.example.com/sitemap.xml\n");
    expect(paths).not.toContain("robots.txt");

    await own.write("public/robots.txt", "User-agent: *\nDisallow: /\n");
    await own.write("public/feed.xml", "mine");
    await own.write("content/faqs/a.md", "---\npublished: 2026-03-01\n---\n\n# A?\n\nB.\n");
    expect(await own.knowhow("build")).toMatchObject({ exitCode: 0 });
    expect(await own.read("dist/robots.txt")).toBe("User-agent: *\nDisallow: /\n");
    expect(await own.read("dist/feed.xml")).toBe("mine");
  });

  test("in which no entry says when it changed has no feed, and no page leads to one until an entry does", async () => {
    const config = {
      title: "Desk",
      site: "https://kb.example.com",
      locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
    };
    const own = await createProject({
      "knowhow.config.json": config,
      "content/faqs/a.md": "# A?\n\nB.\n",
      "content/faqs/b.md": "# B?\n\nC.\n",
      "content/vi/faqs/b.md": "---\nupdated: 2026-03-01\n---\n\n# B à?\n\nC.\n",
    });
    const formats = async (path: string) => readHead(await own.read(`dist/${path}index.html`)).formats;
    expect(await own.knowhow("build")).toMatchObject({ exitCode: 0 });
    expect((await own.files("dist")).filter((path) => path.endsWith("feed.xml"))).toEqual(["vi/feed.xml"]);
    expect(await formats("faqs/a/")).not.toHaveProperty(["application/atom+xml"]);
    expect(await formats("vi/faqs/a/")).toHaveProperty(["application/atom+xml"], "https://kb.example.com/vi/feed.xml");

    await own.write("content/faqs/b.md", "---\npublished: 2026-03-01\n---\n\n# B?\n\nC.\n");
    expect(await own.knowhow("build")).toMatchObject({ exitCode: 0 });
    expect(await own.read("dist/feed.xml")).toContain("<title>B?</title>");
    expect(await formats("faqs/a/")).toHaveProperty(["application/atom+xml"], "https://kb.example.com/feed.xml");
  });

  test("that does not know its address has no file that would need it", async () => {
    const own = await createProject({ "knowhow.config.json": { title: "Desk" }, "content/faqs/a.md": "# A?\n\nB.\n" });
    expect(await own.knowhow("build")).toMatchObject({ exitCode: 0 });
    const made = await own.files("dist");
    expect(made.filter((path) => /\.xml$|robots/.test(path))).toEqual([]);
    const head = readHead(await own.read("dist/faqs/a/index.html"));
    expect(head).toMatchObject({
      canonical: undefined,
      translations: {},
      formats: { "text/markdown": "/faqs/a.md" },
    });
    expect(await own.read("dist/llms.txt")).toContain("- [A?](/faqs/a.md): B.\n");
  });
});
