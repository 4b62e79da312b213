import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { accessibilityViolations } from "../../../test/support/axe.ts";
import { newPage } from "../../../test/support/browser.ts";
import { type Desk, publishDesk } from "./support/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await publishDesk();
});

async function type(page: Page, words: string): Promise<void> {
  await page.keyboard.press("/");
  await page.getByRole("combobox").waitFor();
  await page.keyboard.type(words);
}

/** The paths of the other languages' indexes that a page asks for. */
function watchIndexes(page: Page): readonly string[] {
  const paths: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/pagefind\/(?:sidecar-en|pagefind\.en_)/.test(pathname)) paths.push(pathname);
  });
  return paths;
}

describe("whoever reads Vietnamese", () => {
  test("finds an entry that is not translated, told and marked as English, on its page in Vietnamese", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url("vi/faqs/"));
    await type(page, "second factor");
    const option = page.getByRole("option", { name: "Set up a second factor" }).first();
    await option.waitFor();
    expect(await option.locator(".kh-hit__kind").textContent()).toMatch(/ · Tiếng Anh$/);
    expect(await option.locator("[lang=en]").first().isVisible()).toBe(true);
    expect(await accessibilityViolations(page)).toEqual([]);
    await option.click();
    await page.waitForURL("**/vi/lessons/accounts/second-factor/**");
    expect(await page.getAttribute("html", "lang")).toBe("vi");
    expect(problems).toEqual([]);
  });

  test("is offered it by its name while typing, without a request for the English index", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("vi/faqs/"));
    const indexes = watchIndexes(page);
    await type(page, "seco");
    const option = page.locator(".kh-hit--name", { hasText: "Set up a second factor" });
    await option.waitFor();
    expect(await option.locator(".kh-hit__kind").textContent()).toBe("Bài học · Tiếng Anh");
    expect(await option.locator(".kh-hit__title").getAttribute("lang")).toBe("en");
    expect(await option.getAttribute("href")).toBe("/vi/lessons/accounts/second-factor/");
    expect(indexes.filter((path) => path.includes("names"))).toEqual([]);
  });

  test("sees it in a list of all lessons, behind those in Vietnamese, and counted", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("vi/search/?type=lesson"));
    await page.locator(".kh-results li", { hasText: "Set up a second factor" }).waitFor();
    const languages = await page
      .locator(".kh-results h2 a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("lang") ?? ""));
    expect(languages).toEqual(languages.toSorted());
    expect(languages[0]).toBe("");
    expect(await page.getByRole("status").textContent()).toBe(`${languages.length} kết quả`);
  });

  test("sees on the search page what is in Vietnamese and what is not, with one count for both", async () => {
    const { page, problems } = await newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(desk.url("vi/search/?q=second+factor+phishing"));
    const english = page.locator(".kh-results li", { hasText: "Set up a second factor" });
    await english.first().waitFor();
    expect(await english.first().locator("a").getAttribute("lang")).toBe("en");
    expect(await english.first().locator(".kh-results__place").textContent()).toContain("Bài học · Tiếng Anh");
    const count = await page.locator(".kh-results li").count();
    expect(await page.getByRole("status").textContent()).toBe(`${count} kết quả`);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("downloads nothing of the English index where the Vietnamese one answers", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("vi/faqs/"));
    const indexes = watchIndexes(page);
    await page.goto(desk.url("vi/search/?q=nhan+ra+thu+lua+dao"));
    await page.locator(".kh-answer").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.locator(".kh-results li").count()).toBeGreaterThanOrEqual(3);
    expect(await page.locator(".kh-results li [lang=en]").count()).toBe(0);
    expect(indexes).toEqual([]);
  });

  test("goes on finding what is in Vietnamese when the English index cannot be reached", async () => {
    const { page } = await newPage();
    await page.route(/pagefind\/sidecar-en/, (route) => route.abort());
    await page.goto(desk.url("vi/search/?q=bao+cao"));
    await page.locator(".kh-results li").first().waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});

test("in a language into which nothing is translated, everything is found in the default one", async () => {
  const { page, problems } = await newPage();
  await page.goto(desk.url("ar/search/?q=money+back"));
  const hit = page.locator(".kh-results li").first();
  await hit.waitFor();
  expect(await hit.locator("a").getAttribute("lang")).toBe("en");
  expect(await hit.locator("a").getAttribute("href")).toMatch(/^\/ar\/faqs\/refunds\//);
  expect(await page.locator(".kh-answer p").getAttribute("lang")).toBe("en");
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test("whoever reads English finds what is written in English, and nothing of a translation", async () => {
  const { page } = await newPage();
  await page.goto(desk.url("search/?q=hoan+tien"));
  await page.getByText("Nothing found").first().waitFor();
});
