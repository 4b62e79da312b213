import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { accessibilityViolations } from "../../../test/support/axe.ts";
import { newPage } from "../../../test/support/browser.ts";
import { type Desk, publishDesk } from "./support/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await publishDesk();
});

const pages = [
  "",
  "lessons/",
  "lessons/security/phishing/",
  "lessons/first-week/",
  "faqs/",
  "faqs/refunds/",
  "quizzes/",
  "quizzes/security/phishing-check/",
  "paths/",
  "paths/safe/",
  "scenarios/",
  "scenarios/parcel/",
  "tags/",
  "tags/security/",
  "handbooks/roles/support/",
  "handbooks/paths/safe/",
  "roles/",
  "roles/support/",
  "owners/",
  "owners/security-example-com/",
  "search/?q=mail",
  "no/such-page/",
];

/** Where Vietnamese pages have Vietnamese names. */
const vietnamese: Readonly<Record<string, string>> = {
  "tags/security/": "vi/tags/bảo-mật/",
  "search/?q=mail": "vi/search/?q=thư",
  "no/such-page/": "vi/no/such-page/",
};

/** Opens a page; where it searches by itself, waits for what it found. */
async function open(page: Page, path: string): Promise<void> {
  const response = await page.goto(desk.url(path));
  expect(response?.status(), path).toBe(path.includes("no/such") ? 404 : 200);
  if (path.includes("search/")) await page.locator(".kh-results li").first().waitFor();
  if (path.includes("no/such")) await page.locator(".kh-suggestions .kh-status:not(:empty)").waitFor();
}

describe("nobody is kept out", () => {
  for (const theme of ["light", "dark"] as const) {
    for (const locale of ["en", "vi"] as const) {
      test(`axe finds nothing on any page in ${locale}, ${theme}, and the policy refuses nothing`, async () => {
        const { page, problems } = await newPage({ theme, locale });
        for (const path of pages) {
          const own = locale === "vi" ? (vietnamese[path] ?? `vi/${path}`) : path;
          await open(page, own);
          await page.evaluate(() => {
            for (const closed of document.querySelectorAll("details")) closed.open = true;
            for (const option of document.querySelectorAll<HTMLInputElement>(".kh-option input")) option.click();
          });
          expect(await accessibilityViolations(page), own).toEqual([]);
        }
        expect(problems.filter(({ text }) => !text.includes("404"))).toEqual([]);
      });
    }
  }

  test("no page is wider than a screen of 320 pixels, in either writing direction", async () => {
    const { page } = await newPage({ viewport: { width: 320, height: 640 } });
    for (const path of [...pages, ...pages.slice(0, 8).map((path) => `ar/${path}`)]) {
      await open(page, path);
      const [content, screen] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(content, path).toBe(screen);
    }
  });

  test("what can be pressed is at least 24 pixels high, except words in a sentence", async () => {
    const { page } = await newPage({ viewport: { width: 390, height: 800 } });
    for (const path of pages) {
      await open(page, path);
      const small = await page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            "a, button, summary, label, input:not([type=radio], [type=checkbox])",
          ),
        ]
          .filter(
            (target) =>
              target.offsetParent !== null && !target.closest(".kh-prose p, .kh-prose li, .kh-hidden, .kh-skip"),
          )
          .filter((target) => target.getBoundingClientRect().height < 24)
          .map((target) => `${target.textContent?.trim()} ${target.getBoundingClientRect().height}`),
      );
      expect(small, path).toEqual([]);
    }
  });

  test("the first press of Tab offers to skip to the content, and does", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("faqs/refunds/"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("content");
  });
});

test("the home page has search first, then topics and what is new", async () => {
  const { page } = await newPage();
  await page.goto(desk.url(""));
  const parts = page.getByRole("searchbox").or(page.getByRole("heading", { name: /^(Topics|What is new)$/ }));
  expect(await parts.evaluateAll((found) => found.map((one) => one.textContent || one.localName))).toEqual([
    "input",
    "Topics",
    "What is new",
  ]);
  const links = (name: string) => page.getByRole("region", { name }).getByRole("link");
  expect(await links("Topics").evaluateAll((found) => found.map((one) => one.getAttribute("href")))).toContain(
    "/tags/security/",
  );
  expect(await links("What is new").allTextContents()).toEqual([
    expect.stringContaining("Spot a phishing mail"),
    expect.stringContaining("Would you click it?"),
  ]);
});

test("on narrow screens no number is parted from what it counts", async () => {
  for (const width of [320, 340, 360, 390]) {
    const { page } = await newPage({ viewport: { width, height: 700 } });
    for (const path of ["lessons/security/phishing/", "lessons/"]) {
      await page.goto(desk.url(path));
      const lines = page.locator(".kh-measure span, .kh-cards__measure").evaluateAll((parts) =>
        parts.map((part) => {
          const range = document.createRange();
          range.selectNodeContents(part);
          return new Set([...range.getClientRects()].map(({ y }) => Math.round(y))).size;
        }),
      );
      expect(new Set(await lines), `${path} at ${width}`).toEqual(new Set([1]));
    }
  }
});

describe("a page tells what its reader needs to trust it", () => {
  test("a lesson shows minutes, level, roles, owner, review, topics, the way back, and where to edit it", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("lessons/security/phishing/"));
    expect(await page.locator(".kh-measure span").allTextContents()).toEqual([
      "Lesson",
      "3 minutes",
      "1 question",
      "Beginner",
    ]);
    const facts = await page.locator(".kh-facts").textContent();
    expect(facts).toContain("Support desk and Sales");
    expect(facts).toContain("October 2, 2026");
    await expectLink(page, "security@example.com", "/owners/security-example-com/");
    await expectLink(page, "Support desk", "/roles/support/");
    await expectLink(
      page,
      "Edit this page",
      "https://git.example.com/desk/edit/main/content/lessons/security/phishing.mdx",
    );
    await expectLink(page, "mail", "/tags/mail/");
    expect(await page.locator(".kh-crumbs a").allTextContents()).toEqual(["Home", "Lessons"]);
    expect(await page.locator(".kh-contents a").allTextContents()).toEqual([
      "Look at three things",
      "For the curious",
      "What it costs",
    ]);
    expect(await page.locator("link[rel=canonical]").getAttribute("href")).toBe(
      "https://kb.example.com/lessons/security/phishing/",
    );
  });

  test("the list of topics counts the entries that it leads to, each once", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("tags/"));
    const { counted, led } = await page.evaluate(async () => {
      const linksIn = (root: ParentNode) =>
        [...root.querySelectorAll<HTMLAnchorElement>(".kh-list__body a")].map(({ href }) => href);
      const lists = linksIn(document).map(async (topic) => {
        const html = await (await fetch(topic)).text();
        return linksIn(new DOMParser().parseFromString(html, "text/html"));
      });
      const led = new Set((await Promise.all(lists)).flat());
      return { counted: document.querySelector(".kh-measure")?.textContent, led: led.size };
    });
    expect(led).toBeGreaterThan(5);
    expect(counted).toBe(`${led} entries`);
  });

  test("it leads on to what to know first, to its quiz and to what is related", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("lessons/security/phishing/"));
    const more = page.locator(".kh-entry__more");
    expect(await page.getByRole("list", { name: "Know this first" }).getByRole("link").allTextContents()).toEqual([
      expect.stringContaining("Set up a second factor"),
    ]);
    await more.getByRole("region", { name: "Check yourself" }).getByRole("link").click();
    await page.waitForURL("**/quizzes/security/phishing-check/");
    expect(await page.getByRole("region", { name: "Belongs to the lesson" }).getByRole("link").textContent()).toBe(
      "Spot a phishing mail",
    );
  });

  test("a path numbers its steps and says how long they take; each knows what comes next", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("paths/safe/"));
    expect(await page.locator(".kh-measure span").allTextContents()).toEqual(["Path", "4 steps", "9 minutes"]);
    const steps = page.getByRole("region", { name: "Step by step" }).getByRole("listitem");
    expect(await steps.getByRole("link").allTextContents()).toEqual([
      expect.stringContaining("Spot a phishing mail"),
      expect.stringContaining("Set up a second factor"),
      expect.stringContaining("The parcel that nobody ordered"),
      expect.stringContaining("Would you click it?"),
    ]);
    expect(await steps.nth(2).textContent()).toContain("Scenario · 1 minute");
    await steps.nth(1).getByRole("link").click();
    await page.waitForURL("**/lessons/accounts/second-factor/");
    const place = page.getByRole("region", { name: "On a path" });
    expect(await place.textContent()).toContain("Step 2 of 4");
    await place.getByRole("link", { name: "The parcel that nobody ordered" }).click();
    await page.waitForURL("**/scenarios/parcel/");
  });

  test("the languages lead to the same page", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("lessons/security/phishing/"));
    await page.getByRole("link", { name: "Tiếng Việt" }).click();
    await page.waitForURL("**/vi/lessons/security/phishing/");
    expect(await page.locator("h1").textContent()).toBe("Nhận ra thư lừa đảo");
    expect(await page.locator("html").getAttribute("lang")).toBe("vi");
    expect(await page.locator(".kh-measure").textContent()).toContain("3 phút");
  });

  test("a page that is not translated says so, and which language it is in", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("vi/lessons/accounts/second-factor/"));
    expect(await page.locator(".kh-notice").textContent()).toBe(
      "Trang này chưa được dịch. Bạn đang đọc bản bằng ngôn ngữ khác: English.",
    );
    expect(await page.locator("h1").getAttribute("lang")).toBe("en");
    expect(await page.locator("link[rel=canonical]").getAttribute("href")).toBe(
      "https://kb.example.com/lessons/accounts/second-factor/",
    );
  });

  test("pages of a language from right to left run so, their untranslated parts do not", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("ar/lessons/security/phishing/"));
    expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe("rtl");
    expect(await page.locator(".kh-prose").evaluate((prose) => getComputedStyle(prose).direction)).toBe("ltr");
  });

  test("an archived entry keeps its page, which says what it is, and is in no list and no search engine", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("faqs/fax/"));
    expect(await page.locator(".kh-notice").textContent()).toContain("This page is archived.");
    expect(await page.locator("meta[name=robots]").getAttribute("content")).toBe("noindex");
    await page.goto(desk.url("faqs/"));
    expect(await page.getByText("Where is the fax machine?").count()).toBe(0);
  });

  test("an address of before leads to where the entry is now", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("lessons/accounts/2fa/"));
    await page.waitForURL("**/lessons/accounts/second-factor/");
  });

  test("names of topics that would have one address get one each", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("tags/"));
    const links = page.locator(".kh-index a");
    const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute("href")));
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) {
      const response = await page.request.get(new URL(address ?? "", desk.host.url).href);
      expect(response.status(), String(address)).toBe(200);
    }
  });
});

async function expectLink(page: Page, name: string, href: string): Promise<void> {
  expect(await page.getByRole("link", { name, exact: true }).first().getAttribute("href")).toBe(href);
}
