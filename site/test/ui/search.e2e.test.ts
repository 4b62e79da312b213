import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { accessibilityViolations } from "../../../test/support/axe.ts";
import { newPage } from "../../../test/support/browser.ts";
import { type Desk, hostile, publishDesk } from "./support/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await publishDesk();
});

const dialog = (page: Page) => page.getByRole("dialog", { name: "Search" });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

async function openDialog(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await dialog(page).waitFor();
}

describe("the search dialog", () => {
  test("opens with / and with Ctrl-K, closes with Esc, and gives the focus back", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url("lessons/security/phishing/"));
    await page.getByRole("button", { name: "Ask in your own words" }).focus();
    for (const key of ["/", "Control+k"]) {
      await openDialog(page, key);
      expect(await focused(page)).toBe("kh-search");
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "hidden" });
      expect(await page.evaluate(() => document.activeElement?.classList.contains("kh-find"))).toBe(true);
    }
    // So Chrome tells that it has filled in a field: without a key.
    await page.evaluate(() => document.body.dispatchEvent(new Event("keydown", { bubbles: true })));
    expect(problems).toEqual([]);
  });

  test("finds while typing; arrows choose, Enter opens", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url("lessons/security/phishing/"));
    await openDialog(page, "/");
    const field = page.getByRole("combobox", { name: "Search the knowledge base" });
    await page.keyboard.type("money");
    const options = page.getByRole("option");
    await options.first().waitFor();
    expect(await field.getAttribute("aria-expanded")).toBe("true");
    await expect.poll(() => dialog(page).getByRole("status").textContent()).toMatch(/^\d+ results?$/);

    await page.keyboard.press("ArrowDown");
    const first = await options.first().getAttribute("id");
    expect(await field.getAttribute("aria-activedescendant")).toBe(first);
    expect(await options.first().getAttribute("aria-selected")).toBe("true");
    expect(await focused(page)).toBe("kh-search");
    expect(await accessibilityViolations(page)).toEqual([]);

    await page.keyboard.press("ArrowUp");
    expect(await field.getAttribute("aria-activedescendant")).toBeNull();
    await page.keyboard.press("ArrowUp");
    expect(await page.locator("[aria-selected=true]").textContent()).toBe("All results for “money”");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/faqs/refunds/**");
    expect(problems).toEqual([]);
  });

  test("answers a question on top, with the page that says so", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url("lessons/security/phishing/"));
    await openDialog(page, "/");
    await page.keyboard.type("how do i get my money back");
    const answer = page.getByRole("option", { name: "In short" });
    await answer.waitFor();
    expect(await answer.textContent()).toBe(
      "In shortAsk within 30 days and you get all of it back.How do I get my money back?",
    );
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/faqs/refunds/**");
    await page.goto(desk.url("search/?q=how do i get my money back"));
    await page.getByRole("region", { name: "In short" }).getByText("Ask within 30 days").waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("Enter without a choice shows all results on the search page", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("faqs/"));
    await openDialog(page, "Control+k");
    await page.keyboard.type("money");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search/?q=money");
  });

  test("nothing of it is loaded before somebody reaches for it", async () => {
    const { page } = await newPage();
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto(desk.url("lessons/security/phishing/"), { waitUntil: "networkidle" });
    expect(loaded.filter((path) => /pagefind|search|dialog|combobox/.test(path))).toEqual([]);
    await openDialog(page, "/");
    await page.keyboard.type("money");
    await page.getByRole("option").first().waitFor();
    expect(loaded.some((path) => path.endsWith("/pagefind/pagefind.js"))).toBe(true);
  });

  test("/ in a field is a character", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("search/"), { waitUntil: "networkidle" });
    await page.getByRole("searchbox").fill("");
    await page.keyboard.type("a/b");
    expect(await page.getByRole("searchbox").inputValue()).toBe("a/b");
  });

  test("speaks Vietnamese on Vietnamese pages, and finds their entries", async () => {
    const { page, problems } = await newPage({ locale: "vi" });
    await page.goto(desk.url("vi/faqs/"));
    await page.keyboard.press("/");
    await page.getByRole("dialog", { name: "Tìm kiếm" }).waitFor();
    await page.keyboard.type("lừa đảo");
    await page.getByRole("option", { name: "Nhận ra thư lừa đảo" }).first().waitFor();
    await expect.poll(() => page.getByRole("status").first().textContent()).toMatch(/^\d+ kết quả$/);
    expect(problems).toEqual([]);
  });
});

describe("the field of the home page", () => {
  test("keeps what it offers until there is something else, so that nobody chooses from an empty list", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url(""));
    await page.keyboard.press("/");
    await expect.poll(() => focused(page)).toBe("kh-ask");
    await page.keyboard.type("second factor");
    await page.getByRole("option", { name: "Set up a second factor" }).first().waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("option").count()).toBe(0);
    const emptied = await page.evaluateHandle(() => {
      const list = document.querySelector('[role="listbox"]') ?? document.body;
      const seen = { options: 0, emptied: 0 };
      new MutationObserver(() => {
        const now = list.querySelectorAll('[role="option"]').length;
        if (now === 0 && seen.options > 0) seen.emptied++;
        seen.options = now;
      }).observe(list, { childList: true });
      return seen;
    });
    // The page is called “second factor”, and not “second factor code”.
    await page.keyboard.type(" code", { delay: 40 });
    await expect.poll(() => page.getByRole("status").first().textContent()).toMatch(/^\d+ results?$/);
    expect(await emptied.jsonValue()).toMatchObject({ emptied: 0 });
    expect(problems).toEqual([]);
  });

  test("answers on the spot, by keyboard", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url(""));
    await page.keyboard.press("/");
    await expect.poll(() => focused(page)).toBe("kh-ask");
    await page.keyboard.type("second factor");
    await page.getByRole("option", { name: "Set up a second factor" }).first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("option").count()).toBe(0);
    await page.keyboard.type(" code");
    await page.getByRole("option", { name: "Set up a second factor" }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/lessons/accounts/second-factor/**");
    expect(problems).toEqual([]);
  });

  test("a page that is not there looks for the words of its address", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("old/place/second-factor.html"));
    await expect.poll(() => page.getByRole("combobox").inputValue()).toBe("second factor");
    await page.getByRole("option", { name: "Set up a second factor" }).first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

test("a page that is not there is so in the language of its address, and finds in that", async () => {
  const { page } = await newPage();
  await page.goto(desk.url("vi/old/place/lừa-đảo"));
  await page.getByRole("heading", { level: 1, name: "Không có trang nào ở đây." }).waitFor();
  await page.getByRole("option", { name: "Nhận ra thư lừa đảo" }).first().waitFor();
  expect(await page.title()).toBe("Không tìm thấy trang · The Desk");
  expect(await page.locator("html").getAttribute("lang")).toBe("vi");
  expect(await page.locator("body > header").getAttribute("lang")).toBe("en");
  await page.getByRole("navigation").or(page.locator(".kh-examples")).getByRole("link", { name: "Bài học" }).click();
  await page.waitForURL("**/vi/lessons/");
  await page.goto(desk.url("vietnam/"));
  await page.getByRole("option").or(page.getByText("Nothing found")).first().waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
});

describe("the search page", () => {
  test("shows what its address says: one result per FAQ and per question, anchors included", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url("search/?q=hurry"));
    const question = page.locator(".kh-results li", { hasText: "Practice question" }).first();
    await question.waitFor();
    expect(await question.getByRole("link").getAttribute("href")).toMatch(
      /quizzes\/security\/phishing-check\/#the-signs$/,
    );
    expect(await question.locator("mark").first().textContent()).toMatch(/hurry/i);
    expect(problems).toEqual([]);
  });

  test("narrows down by facets, says so in its address, and goes back", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url("search/?q=mail"));
    const results = page.locator(".kh-results li");
    await results.first().waitFor();
    const all = await results.count();
    await page.getByRole("checkbox", { name: "Lesson" }).press("Space");
    await page.waitForURL("**/search/?q=mail&type=lesson");
    await expect.poll(() => results.count()).toBeLessThan(all);
    await expect.poll(() => focused(page)).toBe("kh-facet-type-lesson");
    const others = results.filter({ hasNot: page.locator(".kh-results__place", { hasText: "Lesson" }) });
    await expect.poll(() => others.count()).toBe(0);
    expect(await accessibilityViolations(page)).toEqual([]);

    await page.goBack();
    await expect.poll(() => results.count()).toBe(all);
    await page.goForward();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect.poll(() => results.count()).toBe(all);
    await page.waitForURL("**/search/?q=mail");
    expect(problems).toEqual([]);
  });

  test("filters in the address list what they let through, until there are words", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("search/?type=quiz"));
    await page.getByText("Everything that fits the filters").waitFor();
    const titles = page.locator(".kh-results h2");
    await expect.poll(() => titles.allTextContents()).toEqual(["Would you click it?"]);
    await page.getByRole("checkbox", { name: "Path" }).press("Space");
    await page.getByRole("checkbox", { name: "Scenario" }).press("Space");
    await expect
      .poll(() => titles.allTextContents().then((all) => all.toSorted()))
      .toEqual(["Safe in a week", "The parcel that nobody ordered", "Would you click it?"]);
    await page.getByRole("checkbox", { name: "Path" }).press("Space");
    await page.getByRole("checkbox", { name: "Scenario" }).press("Space");
    await expect.poll(() => titles.count()).toBe(1);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole("searchbox").fill("click");
    await page.waitForURL("**/search/?q=click&type=quiz");
    await page.getByText("Everything that fits the filters").waitFor({ state: "hidden" });
    await expect
      .poll(() => page.locator(".kh-results__place").allTextContents())
      .toEqual([expect.stringContaining("Quiz")]);
  });

  test.each([
    ["role", "days", "Support desk", "role=support", "How do I get my money back?"],
    ["level", "mail", "Beginner", "level=beginner", "Spot a phishing mail"],
    ["tag", "mail", "mail", "tag=mail", "Spot a phishing mail"],
  ])("narrows down by %s, too", async (_what, query, label, parameter, first) => {
    const { page } = await newPage();
    await page.goto(desk.url(`search/?q=${query}`));
    const results = page.locator(".kh-results li");
    await results.first().waitFor();
    const all = await results.count();
    await page.getByRole("checkbox", { name: label }).press("Space");
    await page.waitForURL(`**/search/?q=${query}&${parameter}`);
    await expect.poll(() => results.count()).toBeLessThan(all);
    await expect.poll(() => results.getByRole("link").first().textContent()).toBe(first);
  });

  test("typing changes the address without filling the history", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("faqs/"));
    await page.goto(desk.url("search/"), { waitUntil: "networkidle" });
    await page.getByRole("searchbox").pressSequentially("money");
    await page.waitForURL("**/search/?q=money");
    await page.goBack();
    await page.waitForURL("**/faqs/");
  });

  test("whoever comes back from a result finds as many of them, at the same place", async () => {
    const { page, problems } = await newPage({ viewport: { width: 800, height: 400 } });
    await page.goto(desk.url("search/?type=lesson&type=faq&type=quiz&type=path&type=scenario&type=question"));
    const results = page.locator(".kh-results li");
    await results.first().waitFor();
    await page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(() => results.count()).toBeGreaterThan(10);
    const count = await results.count();
    const link = results.nth(10).locator("a");
    await link.scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    expect(top).toBeGreaterThan(0);
    const left = page.url();
    await link.click();
    await page.waitForURL((url) => url.href !== left);
    await page.goBack();
    await expect.poll(() => results.count()).toBe(count);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(top);
    expect(problems).toEqual([]);
  });

  test("a link to a place on the page leaves what somebody is typing", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("search/?q=money"));
    await page.locator(".kh-results li").first().waitFor();
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>("input[name=q]");
      if (field) field.value = "phishing";
      field?.dispatchEvent(new Event("input", { bubbles: true }));
      document.querySelector<HTMLElement>(".kh-skip")?.click();
    });
    await page.waitForURL("**/search/?q=phishing");
    await page.locator(".kh-results li", { hasText: "Spot a phishing mail" }).first().waitFor();
    expect(await page.getByRole("searchbox").inputValue()).toBe("phishing");
  });

  test("a slip of the fingers is mended, said, and can be undone", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url("search/?q=phihsing"));
    await page.getByText("Showing results for “phishing”.").waitFor();
    await page.locator(".kh-results li").first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Search for “phihsing” instead" }).click();
    await page.waitForURL("**/search/?q=phihsing&exact=1");
    await page.getByText("Nothing found for “phihsing”.").waitFor();
    expect(problems).toEqual([]);
  });

  test.each([
    ["xylophonequark", "", "Try fewer or other words."],
    ["xylophonequark", "&type=faq", "Try fewer or other words. Or take a filter away."],
    [
      '"password phishing"',
      "",
      "Try fewer or other words. Or leave out the quotation marks: what is between them must stand so on a page.",
    ],
  ])("says that nothing was found for %s%s, and what to try", async (query, filter, advice) => {
    const { page } = await newPage();
    await page.goto(desk.url(`search/?q=${encodeURIComponent(query)}${filter}`));
    await page.getByText(`Nothing found for “${query.replaceAll('"', "")}”.`, { exact: true }).waitFor();
    await page.getByText(advice, { exact: true }).waitFor();
  });
});

describe("bad input", () => {
  const signs = ["", " ", "?", "(", "[", ".*", "(?=x", "\\", '"', "%", "%00", "&amp;", "!!! ???", "\u0000", "\ud800"];
  const words = [
    "a",
    "🙂 🙂",
    "' OR 1=1 --",
    "mật khẩu пароль 密码 كلمة",
    "a".repeat(10_000),
    "a ".repeat(5000),
    hostile,
  ];
  const queries = [...signs, ...words];

  test("queries of any kind are text: nothing runs, nothing breaks", async () => {
    const { page, problems } = await newPage();
    for (const query of queries) {
      await page.goto(desk.url(`search/?${new URLSearchParams({ q: query })}`));
      await page
        .getByText(/^(Type a question|Nothing found|\d+ results?$)/)
        .first()
        .waitFor();
      expect(await page.title(), query).toBe("Search · The Desk");
      expect(await page.locator(".kh-failure").count(), query).toBe(0);
    }
    expect(problems).toEqual([]);
  });

  test("hostile titles, excerpts, tags and filters are shown as they are written", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url(`search/?q=zebrafish&tag=${encodeURIComponent(hostile)}`));
    const hit = page.locator(".kh-results li").first();
    await hit.waitFor();
    expect(await hit.getByRole("link").textContent()).toBe(`What does ${hostile} do?`);
    expect(await hit.locator(".kh-results__excerpt").textContent()).toContain("<img src=x onerror=");
    await expect.poll(() => page.getByRole("checkbox", { name: hostile }).isChecked()).toBe(true);
    expect(await page.locator("main img").count()).toBe(0);
    expect(await page.title()).toBe("Search · The Desk");
    expect(problems).toEqual([]);
  });

  test("without the index there is a message, and trying again works", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("faqs/"));
    await page.route("**/pagefind/**", (route) => route.abort());
    await openDialog(page, "/");
    await page.getByRole("combobox").fill("money");
    const alert = dialog(page).getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toContain("Search could not be loaded. Are you online?");
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.unroute("**/pagefind/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("option").first().waitFor();
    await alert.waitFor({ state: "hidden" });
    await expect.poll(() => focused(page)).toBe("kh-search");
  });

  test("so it is on the search page", async () => {
    const { page } = await newPage();
    await page.route("**/pagefind/**", (route) => route.abort());
    await page.goto(desk.url("search/?q=money"));
    await page.getByRole("alert").waitFor();
    await page.unroute("**/pagefind/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".kh-results li").first().waitFor();
  });

  for (const [what, pattern] of [
    ["its own script", /\/assets\/page\.[^/]+\.js$/],
    ["its texts", /\/assets\/vi\.[^/]+\.js$/],
  ] as const) {
    test(`where ${what} cannot be loaded, the page says so in its language, and trying again works`, async () => {
      const { page } = await newPage();
      let refused = 0;
      await page.route(pattern, (route) => {
        // The first script of that name is every page's.
        const own = what === "its texts" || refused > 0;
        refused += 1;
        return own ? route.abort() : route.continue();
      });
      await page.goto(desk.url("vi/search/?q=bao+cao"));
      const message = page.getByText("Không tải được công cụ tìm kiếm.");
      await message.waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      await page.unroute(pattern);
      await page.getByRole("link", { name: "Thử lại" }).click();
      await page.locator(".kh-results li").first().waitFor();
      expect(await message.count()).toBe(0);
    });
  }

  test("of several queries under way only the last one paints", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("search/?q=money"));
    await page.locator(".kh-results li").first().waitFor();
    const field = page.getByRole("searchbox");
    for (const words of ["second", "parcel", "xylophonequark"]) await field.fill(words);
    await page.getByText("Nothing found for “xylophonequark”.").waitFor();
    await page.waitForTimeout(500);
    expect(await page.locator(".kh-results li").count()).toBe(0);
  });
});
