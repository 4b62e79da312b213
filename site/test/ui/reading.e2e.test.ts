import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { accessibilityViolations } from "../../../test/support/axe.ts";
import { newPage } from "../../../test/support/browser.ts";
import { type Desk, hostile, publishDesk } from "./support/desk.ts";

/** Under a path, as a project's pages often are: whatever forgets the base breaks here. */
const base = "/help/desk/";

let desk: Desk;
beforeAll(async () => {
  desk = await publishDesk(base);
});

describe("a quiz", () => {
  test("tells at once whether a choice is right and why, and has it read out; by keyboard", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url("quizzes/security/phishing-check/"));
    const question = page.locator("#the-parcel");
    const told = () => page.locator("main > [role=status]").textContent();
    await question.getByRole("radio", { name: "Pay, it is only 1.99" }).focus();
    expect(await question.getByText("They want the card, not the money.").isVisible()).toBe(false);
    await page.keyboard.press("Space");
    await question.getByText("They want the card, not the money.").waitFor();
    await expect.poll(told).toMatch(/Not right\s+They want the card/);
    await page.keyboard.press("ArrowDown");
    await question.getByText("No parcel service asks so.").waitFor();
    expect(await question.getByText("They want the card, not the money.").isVisible()).toBe(false);
    await expect.poll(told).toMatch(/Right\s+No parcel service/);

    const signs = page.locator("#the-signs");
    await signs.getByRole("checkbox", { name: "It wants you to hurry" }).press("Space");
    await signs.getByRole("checkbox", { name: "It has your name in it" }).press("Space");
    expect(await signs.getByText("Haste is their best tool.").isVisible()).toBe(true);
    expect(await signs.getByText("Names are easy to come by.").isVisible()).toBe(true);
    expect(problems).toEqual([]);
  });
});

describe("with scripts off", () => {
  test("a quiz tells whether a choice is right", async () => {
    const { page } = await newPage({ javaScript: false });
    await page.goto(desk.url("quizzes/security/phishing-check/"));
    await page.getByLabel("Report it").check();
    expect(await page.getByText("No parcel service asks so.").isVisible()).toBe(true);
  });

  test("a scenario is decided by links to its scenes, ends, and begins again", async () => {
    const { page } = await newPage({ javaScript: false });
    await page.goto(desk.url("scenarios/parcel/"));
    expect(await page.getByText("They want the card, not the money.").isVisible()).toBe(false);
    await page.getByText("What comes of it").click();
    expect(await page.getByText("They want the card, not the money.").isVisible()).toBe(true);
    const scene = () => page.evaluate(() => document.querySelector(":target")?.textContent);
    await page.getByRole("link", { name: "Look at the address" }).click();
    await expect.poll(scene).toBe("Scene 2");
    await page.getByRole("link", { name: "Report it" }).click();
    await expect.poll(scene).toBe("Scene 3 Monday");
    const ending = page.locator(".kh-scene:has(:target)");
    expect(await ending.textContent()).toContain("It ends well");
    await ending.getByRole("link", { name: "From the beginning" }).click();
    await page.waitForURL("**/scenarios/parcel/#mail");
  });

  test("answers open in place on the index of questions, with nothing twice in one page", async () => {
    const { page } = await newPage({ javaScript: false });
    await page.goto(desk.url("faqs/"));
    expect(await page.getByText("Press Refund on the order.").isVisible()).toBe(false);
    await page.getByText("How do I get my money back?", { exact: true }).click();
    await page.getByText("Press Refund on the order.").waitFor();
    // The short answer of the front matter, too, which may be all that there is.
    await page.getByText("Ask within 30 days and you get all of it back.").waitFor();
    const html = await desk.project.read("dist/faqs/index.html");
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("the search field leads to a page that says what to do without them", async () => {
    const { page } = await newPage({ javaScript: false });
    await page.goto(desk.url(""));
    await page.getByRole("searchbox").fill("refund");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${base}search/?q=refund`);
    await page.getByText("Search needs scripts").waitFor();
    await page.getByRole("navigation", { name: "Or browse" }).getByRole("link", { name: "Questions" }).click();
    await page.waitForURL(`**${base}faqs/`);
  });

  test("no control is shown that does nothing", async () => {
    const { page } = await newPage({ javaScript: false });
    await page.goto(desk.url("faqs/refunds/"));
    expect(await page.getByRole("button").count()).toBe(0);
  });
});

test("what comes of a choice stands in the scene where it leads, as long as that choice led there", async () => {
  const { page, problems } = await newPage();
  await page.goto(desk.url("scenarios/parcel/"), { waitUntil: "networkidle" });
  const scene = page.locator(".kh-scene:has(:target)");
  await page.getByRole("link", { name: "Pay, it is only 1.99" }).click();
  await scene.getByText("They want the card, not the money.").waitFor();
  expect(await scene.locator(".kh-scene__chosen").textContent()).toBe("Pay, it is only 1.99");
  await expect.poll(() => scene.locator("h2").evaluate((title) => title.getBoundingClientRect().top < 200)).toBe(true);
  expect(await accessibilityViolations(page)).toEqual([]);
  // The other way to the same scene has no feedback.
  await page.getByRole("link", { name: "Pay, to be sure" }).click();
  await expect.poll(() => page.locator(".kh-scene__came").count()).toBe(0);
  await page.getByRole("link", { name: "Pay, it is only 1.99" }).click();
  await scene.getByText("They want the card, not the money.").waitFor();
  await page.goBack();
  await expect.poll(() => page.locator(".kh-scene__came").count()).toBe(0);
  expect(problems).toEqual([]);
});

describe("the look", () => {
  const paper = () => getComputedStyle(document.body).backgroundColor;

  test("follows the device, until the reader chooses; the choice holds on the next page", async () => {
    const { page, problems } = await newPage({ theme: "dark" });
    await page.goto(desk.url(""));
    const dark = await page.evaluate(paper);
    await page.getByRole("button", { name: "Colours: as the device" }).click();
    const light = await page.evaluate(paper);
    expect(light).not.toBe(dark);
    await page.goto(desk.url("faqs/"));
    expect(await page.evaluate(paper)).toBe(light);
    await page.getByRole("button", { name: "Colours: light" }).click();
    expect(await page.evaluate(paper)).toBe(dark);
    await page.getByRole("button", { name: "Colours: dark" }).click();
    await page.getByRole("button", { name: "Colours: as the device" }).waitFor();
    expect(problems).toEqual([]);
  });

  test("a choice is followed by the pages that are open in other tabs, and by those that slept in the history", async () => {
    const { page } = await newPage();
    await page.goto(desk.url(""), { waitUntil: "networkidle" });
    const other = await page.context().newPage();
    await other.goto(desk.url("faqs/"), { waitUntil: "networkidle" });
    await other.getByRole("button", { name: "Colours: as the device" }).click();
    await other.getByRole("button", { name: "Colours: light" }).click();
    await page.getByRole("button", { name: "Colours: dark" }).waitFor();
    await expect.poll(() => page.evaluate(paper)).toBe(await other.evaluate(paper));
    // As the browser tells a page that it wakes up.
    await page.evaluate(() => {
      localStorage.setItem("knowhow-theme", "light");
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    });
    await page.getByRole("button", { name: "Colours: light" }).waitFor();
  });

  test("Vietnamese is set in the site's own fonts, every stacked accent", async () => {
    const { page } = await newPage({ locale: "vi" });
    await page.goto(desk.url("vi/lessons/security/phishing/"), { waitUntil: "networkidle" });
    const missing = await page.evaluate(async () => {
      const letters = "ăằắẳẵặâầấẩẫậđêềếểễệôồốổỗộơờớởỡợưừứửữựỳýỷỹỵ";
      const fonts = [
        ...new Set(
          ["h1", ".kh-prose"].map((name) => getComputedStyle(document.querySelector(name) as Element).fontFamily),
        ),
      ];
      const first = fonts.map((family) => family.split(",")[0] ?? "");
      await Promise.all(first.map((family) => document.fonts.load(`1em ${family}`, letters + letters.toUpperCase())));
      const width = (family: string, letter: string): number => {
        const canvas = document.createElement("canvas").getContext("2d");
        if (!canvas) return 0;
        canvas.font = `100px ${family}`;
        return canvas.measureText(letter).width;
      };
      // A letter that a font lacks takes the width that the next font gives it: two such fonts then tell.
      return first.flatMap((family) =>
        [...letters, ...letters.toUpperCase()].filter(
          (letter) => width(`${family}, monospace`, letter) !== width(`${family}, serif`, letter),
        ),
      );
    });
    expect(missing).toEqual([]);
  });

  test("on paper, answers and hints are open and what cannot be pressed is gone", async () => {
    const { page } = await newPage();
    await page.goto(desk.url("lessons/security/phishing/"));
    await page.emulateMedia({ media: "print" });
    expect(await page.getByText("Who needs to know?").isVisible()).toBe(true);
    expect(await page.getByRole("navigation", { name: "Main" }).isVisible()).toBe(false);
  });
});

describe("what a page weighs", () => {
  test("a lesson with its styles and scripts, gzipped: at most 30 KB, its scripts at most 6 KB", async () => {
    const { page } = await newPage();
    const files = new Map<string, Promise<Buffer>>();
    page.on("response", (response) => {
      const type = response.request().resourceType();
      if (["document", "stylesheet", "script"].includes(type)) files.set(`${type} ${response.url()}`, response.body());
    });
    await page.goto(desk.url("lessons/security/phishing/"), { waitUntil: "networkidle" });
    const weights = await Promise.all(
      Array.from(files, async ([name, body]) => [name, gzipSync(await body).byteLength] as const),
    );
    const sum = (kind: string) =>
      weights.filter(([name]) => name.startsWith(kind)).reduce((total, [, bytes]) => total + bytes, 0);
    expect(weights.length).toBeGreaterThan(3);
    expect(sum("script")).toBeLessThanOrEqual(6 * 1024);
    expect(sum("")).toBeLessThanOrEqual(30 * 1024);
  });

  test("of the fonts only the parts that a page needs are loaded", async () => {
    const { page } = await newPage();
    const fonts: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "font") fonts.push(request.url().replace(/.*\/([a-z-]+)\..*/, "$1"));
    });
    await page.goto(desk.url("faqs/refunds/"), { waitUntil: "networkidle" });
    expect(fonts.filter((name) => name.includes("-ext-") || name.includes("italic"))).toEqual([]);
    expect(new Set(fonts).size).toBe(fonts.length);
  });
});

describe("safe and in place", () => {
  test("what authors write is text wherever it is shown", async () => {
    const { page, problems } = await newPage();
    const owner = (await desk.project.files("dist/owners")).find((file) => file.startsWith("img-src-x"));
    const pages = ["", "faqs/", "faqs/hostile/", "tags/", "owners/", `owners/${owner?.replace("index.html", "")}`];
    for (const path of pages) {
      await page.goto(desk.url(path));
      expect(await page.locator("main").textContent(), path).toContain(hostile);
      expect(await page.locator("img[onerror]").count(), path).toBe(0);
      expect(await page.title(), path).not.toBe("harmed");
    }
    await page.goto(desk.url("faqs/hostile/"));
    const picture = page.locator(".kh-prose img");
    expect([await picture.getAttribute("alt"), await picture.getAttribute("title")]).toEqual([
      `A > b, ${hostile}`,
      hostile,
    ]);
    expect(await page.getByRole("link", { name: "link", exact: true }).getAttribute("title")).toBe(
      "a <table> and </table>",
    );
    expect(problems).toEqual([]);
  });

  test("no page holds inline scripts or styles", async () => {
    const files = (await desk.project.files("dist")).filter((file) => file.endsWith(".html"));
    for (const file of files) {
      const html = await readFile(desk.project.path(`dist/${file}`), "utf8");
      expect(html, file).not.toMatch(/<style|\sstyle="|<script(?![^>]*\ssrc=)(?![^>]*application\/)/);
    }
  });

  test("an address of before leads on to the same part of the entry, and to its page where scripts are off", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url("lessons/"));
    await page.goto(desk.url("lessons/accounts/2fa/#lost-phone"), { waitUntil: "commit" });
    await page.waitForURL(desk.url("lessons/accounts/second-factor/#lost-phone"));
    await page.goBack();
    await page.waitForURL(desk.url("lessons/"));
    expect(problems).toEqual([]);
    const { page: plain } = await newPage({ javaScript: false });
    await plain.goto(desk.url("lessons/accounts/2fa/#lost-phone"), { waitUntil: "commit" });
    await plain.locator("h1", { hasText: "Set up a second factor" }).waitFor();
    expect(plain.url()).toMatch(desk.url("lessons/accounts/second-factor/"));
  });

  test("under a base path every link of every page leads somewhere", async () => {
    const files = new Set(await desk.project.files("dist"));
    const pages = [...files].filter((file) => file.endsWith(".html"));
    const broken = new Set<string>();
    for (const file of pages) {
      const html = await desk.project.read(`dist/${file}`);
      for (const [, address] of html.matchAll(/\s(?:href|src|action)="(\/[^"]*)"/g)) {
        const path = decodeURI(address?.split(/[?#]/)[0] ?? "");
        const target = path.slice(base.length) + (path.endsWith("/") ? "index.html" : "");
        if (!path.startsWith(base) || !files.has(target)) broken.add(`${file}: ${address}`);
      }
    }
    expect([...broken]).toEqual([]);
  });
});
