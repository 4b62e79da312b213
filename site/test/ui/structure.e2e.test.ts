import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { accessibilityViolations } from "../../../test/support/axe.ts";
import { newPage } from "../../../test/support/browser.ts";
import { createProject, type Project } from "../../../test/support/project.ts";
import { type StaticHost, serve } from "../../../test/support/serve.ts";

const config = {
  title: { en: "The Workshop", vi: "Xưởng máy" },
  description: { en: "All about the machines." },
  site: "https://kb.example.com/kb/",
  locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
  roles: {
    support: { label: { en: "Support desk", vi: "Bàn hỗ trợ" } },
    sales: { label: "Sales" },
    nobody: { label: "Nobody" },
  },
  tags: { press: { label: { en: "All about the press", vi: "Máy ép" } } },
  nav: [
    { to: "/faqs/" },
    { to: "/lessons/" },
    { to: "/roles/" },
    {
      label: { en: "Machines", vi: "Máy móc" },
      items: [{ to: "lesson:press" }, { label: "Maker", to: "https://maker.example.com/" }],
    },
    { label: { en: "About us", vi: "Giới thiệu" }, to: "/about/" },
    { to: "/owners/" },
    { to: "/tags/" },
    { label: "Status of all the machines in every one of our workshops", to: "https://status.example.com/" },
    { to: "path:start" },
  ],
  theme: {
    slots: {
      head: "slots/Head.astro",
      header: "slots/Header.astro",
      footer: "slots/Footer.astro",
      home: "slots/Home.astro",
      entryTop: "slots/Top.astro",
      entryBottom: "slots/Bottom.astro",
    },
  },
};

const files = {
  "knowhow.config.json": config,
  "pages/about.astro": "<html lang=en><head><title>About</title></head><body><h1>About us</h1></body></html>\n",
  "slots/Head.astro":
    '---\nconst { locale } = Astro.props;\n---\n<meta name="team" content={"workshop " + locale} />\n',
  "slots/Header.astro":
    '---\nconst { home, title } = Astro.props;\n---\n<aside class="notice">Closed on Friday. <a href={home}>{title}</a></aside>\n<slot />\n',
  "slots/Footer.astro": '<footer class="own-foot">The workshop, second floor</footer>\n',
  "slots/Home.astro":
    '---\nimport { word } from "./words.ts";\n---\n<section><h2 class="own-word">{word}</h2></section>\n<slot />\n<style is:global>.own-word { letter-spacing: 3px; }</style>\n<script>document.documentElement.dataset.own = "ran";</script>\n',
  "slots/words.ts": 'export const word: string = "Welcome";\n',
  "slots/Top.astro":
    '---\nconst { entry } = Astro.props;\n---\n<p class="own-top">{entry.ref} by {entry.owner ?? "nobody"}</p>\n',
  "slots/Bottom.astro":
    '---\nimport { word } from "./words.ts";\n---\n<p class="own-bottom">{word}, was this of help?</p>\n',
  "content/paths/start.md": "---\ntitle: Your first day\nroles: [support]\nsteps: [lesson:press]\n---\n\nOne step.\n",
  "content/lessons/press.md":
    "---\ntitle: Oil the press\nsummary: Once a week, two drops.\nroles: [support, sales]\ntags: [press]\nowner: workshop@example.com\nreviewed: 2026-01-31\nreviewEvery: 1mo\n---\n\nTwo drops.\n",
  "content/vi/lessons/press.md": "---\ntitle: Tra dầu máy ép\nupdated: 2026-03-01\n---\n\nHai giọt.\n",
  "content/faqs/noise.md":
    "---\ntitle: Why does it make such a noise?\nroles: [support]\ntags: [press]\nowner: Thu\n---\n\nIt wants oil.\n",
  "content/faqs/hours.md": "---\ntitle: When is it open?\n---\n\nAlways.\n",
};

let project: Project;
let host: StaticHost;
beforeAll(async () => {
  project = await createProject(files);
  const built = await project.knowhow("build");
  if (built.exitCode !== 0) throw new Error(`The workshop could not be built: ${built.stdout}${built.stderr}`);
  host = await serve(project.path("dist"), { base: "/kb/" });
});

const texts = (page: Page, selector: string): Promise<string[]> => page.locator(selector).allInnerTexts();

describe("a site in parts", () => {
  test("shows what is its own where it is said to be, at any width", async () => {
    for (const width of [390, 1000, 1280, 1900]) {
      const { page } = await newPage({ viewport: { width, height: 800 } });
      await page.goto(`${host.url}lessons/press/`);
      const box = async (selector: string) => {
        const found = await page.locator(selector).first().boundingBox();
        if (found === null) throw new Error(`${selector} does not show`);
        return found;
      };
      const [title, top, body, bottom] = [
        await box("h1"),
        await box(".own-top"),
        await box(".kh-prose"),
        await box(".own-bottom"),
      ];
      expect(top.y, `${width}`).toBeGreaterThanOrEqual(title.y + title.height);
      expect(body.y, `${width}`).toBeGreaterThanOrEqual(top.y + top.height);
      expect(bottom.y, `${width}`).toBeGreaterThanOrEqual(body.y + body.height);
      for (const own of [top, bottom]) expect(own.x, `${width}`).toBe(body.x);
      const start = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => {
            const range = document.createRange();
            range.selectNodeContents(element);
            return Math.round(range.getBoundingClientRect().x);
          });
      const crumbs = await start(".kh-crumbs");
      expect(await start(".notice"), `${width}`).toBe(crumbs);
      expect(await start(".own-foot"), `${width}`).toBe(crumbs);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
  });

  const pages = ["", "roles/", "roles/support/", "owners/", "owners/workshop-example-com/", "lessons/press/"];

  for (const theme of ["light", "dark"] as const) {
    test(`keeps nobody out, ${theme}, in both languages, with the groups of the navigation open`, async () => {
      const { page, problems } = await newPage({ theme });
      for (const path of pages.flatMap((path) => [path, `vi/${path}`])) {
        await page.goto(host.url + path);
        expect(await accessibilityViolations(page), path).toEqual([]);
        for (const group of await page.locator(".kh-nav summary").all()) {
          await group.click();
          expect(await accessibilityViolations(page), path).toEqual([]);
        }
      }
      expect(problems).toEqual([]);
    });
  }

  test("is no wider than a screen of 320 pixels, groups open, scripts off", async () => {
    const { page } = await newPage({ viewport: { width: 320, height: 640 }, javaScript: false });
    for (const path of pages.flatMap((path) => [path, `vi/${path}`])) {
      await page.goto(host.url + path);
      for (const group of await page.locator(".kh-nav summary").all()) await group.click();
      const [content, screen] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(content, path).toBe(screen);
    }
  });
});

describe("the navigation", () => {
  test("shows what the configuration says, the rest under “More”, and where its reader is", async () => {
    const { page } = await newPage();
    await page.goto(`${host.url}roles/support/`);
    expect(await texts(page, ".kh-nav > ul > li > :is(a, details > summary)")).toEqual([
      "Questions",
      "Lessons",
      "Roles",
      "About us",
      "Owners",
    ]);
    expect(await texts(page, ".kh-nav summary")).toEqual(["Machines", "More"]);
    expect(await texts(page, ".kh-nav [aria-current]")).toEqual(["Roles"]);
    await page.locator(".kh-nav summary", { hasText: "More" }).click();
    expect(await texts(page, ".kh-nav details[open] a")).toEqual([
      "Topics",
      "Status of all the machines in every one of our workshops",
      "Your first day",
    ]);
  });

  test("works by keyboard: a group opens, closes at Escape, and when the focus goes on", async () => {
    const { page } = await newPage();
    // The script that closes groups comes after the page.
    await page.goto(host.url, { waitUntil: "networkidle" });
    const group = page.locator(".kh-nav details").first();
    await group.locator("summary").focus();
    await page.keyboard.press("Enter");
    await group.locator("a", { hasText: "Oil the press" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    await expect.poll(() => group.getAttribute("open")).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Machines");
    await page.keyboard.press("Enter");
    for (let i = 0; i < 3; i++) await page.keyboard.press("Tab");
    await expect.poll(() => group.getAttribute("open")).toBeNull();
    await page.goto(`${host.url}vi/`);
    await page.locator(".kh-nav summary", { hasText: "Máy móc" }).click();
    await page.locator(".kh-nav details a", { hasText: "Tra dầu máy ép" }).click();
    await page.waitForURL("**/kb/vi/lessons/press/");
  });

  test("never leads to a page of the owner's that is not there", async () => {
    const copy = await createProject({
      "knowhow.config.json": { title: "T", nav: [{ label: "About", to: "/abuot/" }] },
      "pages/about.astro": files["pages/about.astro"],
      "content/faqs/hours.md": files["content/faqs/hours.md"],
    });
    const { exitCode, stderr } = await copy.knowhow("build");
    expect([exitCode, stderr]).toEqual([
      2,
      "knowhow: The configuration's nav leads to /abuot/, and the site has no such page. Write pages/abuot.astro, or correct the address.\n",
    ]);
  });
});

test("what the configuration names is called by its name in the language of the page", async () => {
  const { page } = await newPage();
  await page.goto(`${host.url}vi/roles/support/`);
  expect(await page.title()).toBe("Bàn hỗ trợ · Xưởng máy");
  expect(await texts(page, ".kh-brand")).toEqual(["Xưởng máy"]);
  await page.goto(`${host.url}vi/`);
  expect(await texts(page, ".kh-roles a")).toEqual(["Bàn hỗ trợ", "Sales"]);
  // What a language does not have is shown in the default one.
  expect(await texts(page, ".kh-hero .kh-lead")).toEqual(["All about the machines."]);
  await page.goto(`${host.url}vi/search/?q=${encodeURIComponent("tra dầu")}`);
  await page.getByRole("checkbox", { name: "Bàn hỗ trợ" }).waitFor();
  await page.goto(`${host.url}roles/support/`);
  expect(await page.title()).toBe("Support desk · The Workshop");
  await page.goto(`${host.url}tags/press/`);
  expect(await page.title()).toBe("All about the press · The Workshop");
  await page.goto(`${host.url}vi/lessons/press/`);
  await page.locator("main").getByRole("link", { name: "Máy ép", exact: true }).click();
  await page.waitForURL(`${host.url}vi/tags/press/`);
  expect(await texts(page, "h1")).toEqual(["Máy ép"]);
  await page.goto(`${host.url}vi/search/?tag=press`);
  await page.getByRole("checkbox", { name: "Máy ép" }).waitFor();
  expect(await project.read("dist/vi/llms.txt")).toContain("# Xưởng máy\n\n> All about the machines.");
  expect(await project.read("dist/vi/feed.xml")).toContain("<title>Xưởng máy</title>");
});

describe("roles and owners", () => {
  test("the home page leads to the page of a role, which begins with its paths, and remembers the choice", async () => {
    const { page } = await newPage();
    await page.goto(host.url);
    expect(await texts(page, ".kh-roles a")).toEqual(["Support desk", "Sales"]);
    await page.locator(".kh-roles a", { hasText: "Sales" }).click();
    await page.waitForURL("**/kb/roles/sales/");
    await page.goto(`${host.url}roles/support/`);
    expect(await texts(page, ".kh-role section h2")).toEqual(["Paths", "Lessons", "Questions"]);
    expect(await texts(page, ".kh-role section .kh-cards a")).toEqual([
      "Your first day",
      "Oil the press",
      "Why does it make such a noise?",
    ]);
    expect(await page.getByRole("link", { name: "Handbook to print" }).getAttribute("href")).toBe(
      "/kb/handbooks/roles/support/",
    );
    await page.goto(host.url);
    await page.locator(".kh-roles small").waitFor();
    expect(await texts(page, ".kh-roles a")).toEqual(["Sales", "Support desk"]);
  });

  test("the choice of a role holds in its knowledge base, not in another one on the same host", async () => {
    const { page } = await newPage();
    await page.goto(host.url, { waitUntil: "networkidle" });
    await page.locator(".kh-roles a", { hasText: "Sales" }).click();
    await page.waitForURL("**/kb/roles/sales/");
    await page.route(host.url, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('data-base="/kb/"', 'data-base="/it/"') });
    });
    await page.goto(host.url, { waitUntil: "networkidle" });
    expect(await texts(page, ".kh-roles a")).toEqual(["Support desk", "Sales"]);
    expect(await page.locator(".kh-roles small").count()).toBe(0);
  });

  test("an entry leads to its roles and its owner, whose page says what to review next and where to write", async () => {
    const { page } = await newPage();
    await page.goto(`${host.url}lessons/press/`);
    expect(await texts(page, '.kh-facts a[href="/kb/roles/sales/"]')).toEqual(["Sales"]);
    await page.locator(".kh-facts").getByRole("link", { name: "workshop@example.com" }).click();
    await page.waitForURL("**/kb/owners/workshop-example-com/");
    expect(await texts(page, ".kh-cards p")).toEqual(["Next review: February 28, 2026"]);
    expect(await page.getByRole("link", { name: "Write to workshop@example.com" }).getAttribute("href")).toBe(
      "mailto:workshop@example.com",
    );
    expect(await page.locator("meta[name=robots]").getAttribute("content")).toBe("noindex");
    expect(await project.read("dist/sitemap.xml")).not.toContain("/owners/");
  });
});

describe("slots", () => {
  test("take their place, around what is built in or instead of it, within the policy of the site", async () => {
    const { page, problems } = await newPage();
    await page.goto(`${host.url}vi/`);
    expect(await page.locator("meta[name=team]").getAttribute("content")).toBe("workshop vi");
    expect(await page.locator(".notice a").getAttribute("href")).toBe("/kb/vi/");
    expect(await texts(page, ".notice a")).toEqual(["Xưởng máy"]);
    expect(await page.locator(".kh-header").count()).toBe(1);
    expect(await texts(page, "footer")).toEqual(["The workshop, second floor"]);
    expect(await page.locator(".own-word").evaluate((word) => getComputedStyle(word).letterSpacing)).toBe("3px");
    expect(await page.locator(".kh-hero").count()).toBe(1);
    await expect.poll(() => page.locator("html").getAttribute("data-own")).toBe("ran");
    await page.goto(`${host.url}lessons/press/`);
    expect(await texts(page, ".own-top")).toEqual(["lesson:press by workshop@example.com"]);
    expect(await texts(page, ".own-bottom")).toEqual(["Welcome, was this of help?"]);
    expect(problems).toEqual([]);
  });

  test("an edit of a component, or of what it imports, shows on every page of the next build", async () => {
    const copy = await createProject(files);
    const read = async (): Promise<readonly (string | undefined)[]> => {
      const built = await copy.knowhow("build");
      expect(built.stderr).not.toContain("rror");
      const html = await copy.read("dist/lessons/press/index.html");
      return [/own-top">([^<]*)/.exec(html)?.[1], /own-bottom">([^,]*)/.exec(html)?.[1]];
    };
    expect(await read()).toEqual(["lesson:press by workshop@example.com", "Welcome"]);
    await copy.write("slots/words.ts", 'export const word: string = "Thanks";\n');
    expect(await read()).toEqual(["lesson:press by workshop@example.com", "Thanks"]);
    await copy.write("slots/Top.astro", '<p class="own-top">Mind your fingers</p>\n');
    expect(await read()).toEqual(["Mind your fingers", "Thanks"]);
    await copy.write("knowhow.config.json", { ...config, theme: { slots: { entryBottom: "slots/Bottom.astro" } } });
    expect(await read()).toEqual([undefined, "Thanks"]);
  });

  test("a mistake in one is told with its place, and the site that was there stays", async () => {
    const copy = await createProject({ ...files, "slots/Top.astro": "---\nconst x = ;\n---\n<p>x</p>\n" });
    const syntax = await copy.knowhow("build");
    expect([syntax.exitCode, syntax.stderr]).toEqual([
      3,
      expect.stringMatching(/slots\/Top\.astro:2:10: Unexpected token/),
    ]);
    await copy.write("slots/Top.astro", "---\nconst { entry } = Astro.props;\n---\n<p>{entry.nothing.at(1)}</p>\n");
    const running = await copy.knowhow("build");
    expect([running.exitCode, running.stderr]).toEqual([
      3,
      "knowhow: slots/Top.astro: Cannot read properties of undefined (reading 'at')\n",
    ]);
    await copy.remove("slots/Top.astro");
    const missing = await copy.knowhow("build");
    expect([missing.exitCode, missing.stderr]).toEqual([
      2,
      expect.stringContaining("“theme.slots.entryTop” names slots/Top.astro, which is not there."),
    ]);
  });
});
