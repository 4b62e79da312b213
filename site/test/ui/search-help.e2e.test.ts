import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { accessibilityViolations } from "../../../test/support/axe.ts";
import { newPage } from "../../../test/support/browser.ts";
import { createProject } from "../../../test/support/project.ts";
import { serve } from "../../../test/support/serve.ts";
import { type Desk, publishDesk } from "./support/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await publishDesk();
});

const field = (page: Page) => page.getByRole("combobox", { name: "Search the knowledge base" });
const optionNames = (page: Page) => page.locator(".kh-hit--name .kh-hit__title").allTextContents();

async function openDialog(page: Page): Promise<void> {
  await page.keyboard.press("/");
  await field(page).waitFor();
}

/** The paths that a page asks for, as they are asked for. */
function watchPaths(page: Page): readonly string[] {
  const paths: string[] = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

describe("while typing", () => {
  test("names are suggested at once, and after the first key without another request", async () => {
    const { page, problems } = await newPage({ theme: "dark" });
    await page.goto(desk.url("faqs/"));
    const paths = watchPaths(page);
    await openDialog(page);
    await page.keyboard.type("s");
    await expect.poll(() => optionNames(page)).toContain("Set up a second factor");
    await page.getByRole("status").getByText("result").waitFor();
    const before = paths.filter((path) => path.includes("/names-")).length;
    await page.keyboard.type("econd fa");
    await expect.poll(() => page.getByRole("option").first().textContent()).toContain("Set up a second factor");
    expect(paths.filter((path) => path.includes("/names-"))).toHaveLength(before);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/lessons/accounts/second-factor/");
    expect(problems).toEqual([]);
  });

  test("a pointer that comes near loads what a search needs, before anything is pressed", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("faqs/"), { waitUntil: "networkidle" });
    const paths = watchPaths(page);
    await page.locator("[data-search-open]").hover();
    await expect
      .poll(() => paths)
      .toEqual(expect.arrayContaining(["/pagefind/pagefind.js", "/pagefind/sidecar-en.json"]));
    expect(await field(page).count()).toBe(0);
  });

  test("a worker does the searching, so that the page stays free, from the first key to the last", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url("faqs/"), { waitUntil: "networkidle" });
    expect(page.workers()).toEqual([]);
    await openDialog(page);
    await page.keyboard.type("money");
    await page.getByRole("option").first().waitFor();
    expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual([
      expect.stringMatching(/^\/assets\/search-worker[-.\w]+\.js$/),
    ]);
    expect(
      await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name)),
    ).not.toContainEqual(expect.stringContaining("/pagefind/"));
    expect(problems).toEqual([]);
  });

  test("search with its planner and its look weighs at most 45 KB, gzipped", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("lessons/security/phishing/"), { waitUntil: "networkidle" });
    const files = new Map<string, Promise<Buffer>>();
    page.on("response", (response) => {
      if (/\.(?:js|css)$/.test(response.url())) files.set(response.url(), response.body());
    });
    await openDialog(page);
    await page.keyboard.type("money");
    await page.getByRole("option").first().waitFor();
    await page.waitForLoadState("networkidle");
    const weights = (await Promise.all(files.values())).map((body) => gzipSync(body).byteLength);
    const total = weights.reduce((sum, bytes) => sum + bytes, 0);
    expect(weights.length).toBeGreaterThan(3);
    expect(total).toBeLessThanOrEqual(45 * 1024);
  });
});

describe("what was looked for lately", () => {
  test("is offered in the empty field of this device, and forgotten when told to", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url("faqs/"));
    await openDialog(page);
    await page.keyboard.type("money");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search/?q=money");
    await page.goto(desk.url("faqs/"));
    await openDialog(page);
    await page.getByRole("option", { name: "money" }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => field(page).inputValue()).toBe("money");
    await page.getByRole("option", { name: "How do I get my money back?" }).first().waitFor();
    await field(page).fill("");
    await page.getByRole("button", { name: "Forget these" }).click();
    await expect.poll(() => page.getByRole("option").count()).toBe(0);
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
    expect(problems).toEqual([]);
  });

  test("is not kept where storage is blocked, and search works", async () => {
    const { page, problems } = await newPage();
    await page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("blocked", "SecurityError");
          },
        });
      }
    });
    await page.goto(desk.url("search/?q=money"));
    await page.locator(".kh-results a").first().click();
    await page.waitForURL("**/faqs/refunds/**");
    await openDialog(page);
    await page.keyboard.type("money");
    await page.getByRole("option").first().waitFor();
    expect(problems).toEqual([]);
  });
});

test("the words that were looked for are marked on the page that a result leads to, and no address tells them", async () => {
  const { page, problems } = await newPage();
  await page.goto(desk.url("search/?q=hurried mail"));
  await page.locator(".kh-results a", { hasText: "Spot a phishing mail" }).click();
  await page.waitForURL("**/lessons/security/phishing/**");
  const marked = () =>
    page.evaluate(() => Array.from(CSS.highlights.get("kh-found") ?? [], (range) => range.toString().toLowerCase()));
  await expect.poll(marked).toEqual(expect.arrayContaining(["mail", "hurry"]));
  expect(new URL(page.url()).search).toBe("");
  await page.reload();
  await page.waitForLoadState("networkidle");
  expect(await marked()).toEqual([]);
  // A result that was opened in a tab of its own marks nothing when this tab gets there by another way.
  await page.goto(desk.url("search/?q=hurried mail"));
  await page.locator(".kh-results a", { hasText: "Spot a phishing mail" }).click({ modifiers: ["ControlOrMeta"] });
  for (const path of ["faqs/", "lessons/security/phishing/"]) {
    await page.goto(desk.url(path), { waitUntil: "networkidle" });
    expect(await marked()).toEqual([]);
  }
  expect(problems).toEqual([]);
});

describe("where nothing is found", () => {
  test("with filters, the nearest without them are shown, and whom to ask", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url("search/?q=refund&type=quiz"));
    await page.getByRole("heading", { name: "What comes nearest" }).waitFor();
    expect(await page.locator(".kh-results__owner").textContent()).toMatch(
      /^Not what you need\? Ask .+, who looks after “.+”\.$/,
    );
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("a site that asks for it is told the words and the language, and nothing of the person", async () => {
    const project = await createProject({
      "knowhow.config.json": { title: "Desk", search: { zeroResults: "/search-misses" } },
      "content/faqs/fax.md": "---\ntitle: Where is the fax machine?\n---\n\nOn the second floor.\n",
    });
    expect((await project.knowhow("build")).exitCode).toBe(0);
    const host = await serve(project.path("dist"));
    const { page, problems } = await newPage();
    const told: { body: unknown; cookie: string | undefined; referer: string | undefined }[] = [];
    await page.route("**/search-misses", async (route) => {
      const headers = await route.request().allHeaders();
      told.push({ body: route.request().postDataJSON(), cookie: headers.cookie, referer: headers.referer });
      await route.fulfill({ status: 204 });
    });
    await page.goto(host.url);
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: a session of the reader's, which must stay with them
      document.cookie = "session=secret";
    });
    await page
      .getByRole("combobox")
      .or(page.getByRole("searchbox"))
      .first()
      .fill("xylophone quarkonium@zeppelin.invalid 0791 234 567");
    await expect.poll(() => told).toHaveLength(1);
    expect(told[0]).toEqual({
      body: { query: "xylophone … …", locale: "en" },
      cookie: undefined,
      referer: undefined,
    });
    await page.getByRole("combobox").fill("fax");
    await page.getByRole("option", { name: "Where is the fax machine?" }).first().waitFor();
    expect(told).toHaveLength(1);
    expect(problems).toEqual([]);
  });
});

describe("when something is missing", () => {
  const cutOff = async (page: Page, change: (text: string) => string) =>
    page.route("**/sidecar-en.json", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: change(await response.text()) });
    });

  test.each([
    ["cut off", (text: string) => text.slice(0, text.length / 2)],
    ["of another version", (text: string) => text.replace(/"format":\d+/, '"format":99')],
  ])("an index that is %s gives a message, and trying again works", async (_, change) => {
    const { page } = await newPage();
    await page.goto(desk.url("faqs/"));
    await cutOff(page, change);
    await openDialog(page);
    await field(page).fill("money");
    await page.getByRole("alert").waitFor();
    await page.unroute("**/sidecar-en.json");
    await page.getByRole("button", { name: "Try again" }).click();
    await page
      .getByRole("status")
      .getByText(/^\d+ results?$/)
      .waitFor();
    await page.getByRole("alert").waitFor({ state: "hidden" });
  });

  test("a worker that could not be loaded gives a message, and trying again works", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("faqs/"));
    await page.route("**/search-worker*", (route) => route.abort());
    await openDialog(page);
    await field(page).fill("money");
    await page.getByRole("alert").waitFor();
    await page.unroute("**/search-worker*");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("option").first().waitFor();
    await page.getByRole("alert").waitFor({ state: "hidden" });
  });

  test("names go on being suggested beside the message when the pages cannot be reached any more", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("faqs/"));
    await page.route(/pagefind\/(?:index|fragment)\//, (route) => route.abort());
    await openDialog(page);
    await field(page).fill("second");
    await page.getByRole("alert").waitFor();
    await expect.poll(() => optionNames(page)).toEqual(["Set up a second factor"]);
    await field(page).fill("set up a sec");
    await expect.poll(() => optionNames(page)).toEqual(["Set up a second factor"]);
    await page.unroute(/pagefind\/(?:index|fragment)\//);
    await field(page).fill("second");
    await page
      .getByRole("status")
      .getByText(/^\d+ results?$/)
      .waitFor();
  });

  test("what somebody types while the dialog is still being loaded is not lost", async () => {
    const { page, problems } = await newPage();
    let arrive = (): void => {};
    const later = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route(/\/assets\/dialog\.[^/]+\.js$/, async (route) => {
      await later;
      await route.continue();
    });
    await page.goto(desk.url("faqs/"));
    await page.keyboard.press("/");
    await page.keyboard.type("moneyy / back");
    for (let i = 0; i < 7; i += 1) await page.keyboard.press("Backspace");
    const opener = page.getByRole("button", { name: "money" });
    await expect.poll(() => opener.textContent()).toContain("moneyy");
    await page.keyboard.press("Backspace");
    arrive();
    await page.getByRole("option").first().waitFor();
    expect(await page.getByRole("combobox").inputValue()).toBe("money");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Ask in your own words" }).waitFor();
    expect(problems).toEqual([]);
  });

  test("without a network the page stays, and says so", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("faqs/"));
    await page.context().setOffline(true);
    await page.keyboard.press("/");
    await page.getByRole("button", { name: "Search could not be loaded. Are you online?" }).waitFor();
    expect(page.url()).toBe(desk.url("faqs/"));
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.keyboard.press("/");
    await Promise.race([page.getByRole("dialog", { name: "Search" }).waitFor(), page.getByRole("searchbox").waitFor()]);
  });

  test("of a pasted mail the words that were corrected show", async () => {
    const { page } = await newPage();
    const mail =
      "I have a customer on the phone who says this and that, and would like to know all about it; can she get her";
    await page.goto(desk.url(`search/?q=${encodeURIComponent(`${mail} mony back`)}`));
    await page.getByRole("button", { name: "mony back” instead" }).waitFor();
    expect(await page.locator(".kh-corrected").textContent()).toContain("money back”.");
  });

  test("a slow index says that it is being searched", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("faqs/"));
    let arrive = (): void => {};
    const later = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route("**/sidecar-en.json", async (route) => {
      await later;
      await route.continue();
    });
    await openDialog(page);
    await page.keyboard.type("money");
    await page.getByRole("status").getByText("Searching …").waitFor();
    arrive();
    await page
      .getByRole("status")
      .getByText(/^\d+ results?$/)
      .waitFor();
  });
});
