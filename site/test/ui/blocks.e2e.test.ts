import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { newPage } from "../../../test/support/browser.ts";
import { createProject } from "../../../test/support/project.ts";
import { type Desk, publishDesk } from "./support/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await publishDesk("/help/");
});

const lesson = "lessons/first-week/";

/** Opens a page of these blocks, and waits until their scripts, which come after it, have made it theirs. */
async function openLesson(page: Page, path = lesson): Promise<void> {
  await page.goto(desk.url(path));
  await page.getByRole("tablist").first().waitFor();
}

const shownTabs = (page: Page) =>
  page
    .locator(".kh-tab")
    .evaluateAll((panels) =>
      panels
        .filter(
          (panel) => panel.checkVisibility({ contentVisibilityAuto: true }) && panel.getAttribute("hidden") === null,
        )
        .map((panel) => panel.querySelector(".kh-tab__label")?.id),
    );

describe("tabs", () => {
  test("go round by arrow keys, and Home and End lead to the first and the last", async () => {
    const { page, problems } = await newPage();
    await openLesson(page);
    const list = page.getByRole("tablist").nth(1);
    await list.getByRole("tab", { name: "Windows" }).focus();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press("ArrowLeft");
    expect(await focused()).toBe("Linux");
    expect(await page.getByRole("tabpanel", { name: "Linux" }).textContent()).toContain("It depends.");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("Windows");
    await page.keyboard.press("End");
    expect(await focused()).toBe("Linux");
    await page.keyboard.press("Home");
    expect(await focused()).toBe("Windows");
    expect(await list.getByRole("tab", { selected: true }).allTextContents()).toEqual(["Windows"]);
    expect(problems).toEqual([]);
  });

  test("of one group are switched together, which the device remembers for the next page", async () => {
    const { page } = await newPage();
    await openLesson(page);
    expect(await shownTabs(page)).toEqual(["windows", "windows-1"]);
    const second = page.getByRole("tab", { name: "macOS" }).nth(1);
    await second.scrollIntoViewIfNeeded();
    const before = await second.boundingBox();
    await second.click();
    expect(await shownTabs(page)).toEqual(["macos", "macos-1"]);
    expect((await second.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
    // A tab that the others of the group lack leaves them as they are.
    await page.getByRole("tab", { name: "Linux" }).click();
    expect(await shownTabs(page)).toEqual(["macos", "linux"]);
    await page.getByRole("tab", { name: "macOS" }).nth(1).click();
    await openLesson(page, `vi/${lesson}`);
    expect(await shownTabs(page)).toEqual(["macos"]);
  });

  test("open by themselves for what a link leads to, from outside or from the page, once and again", async () => {
    const { page } = await newPage({ viewport: { width: 800, height: 400 } });
    await openLesson(page, `${lesson}#the-badge`);
    await expect.poll(() => shownTabs(page)).not.toContain("windows");
    await page.waitForFunction(() => {
      const top = document.getElementById("the-badge")?.getBoundingClientRect().top ?? -1;
      return top >= 0 && top < 200;
    });
    await page.getByRole("tab", { name: "Windows" }).first().click();
    expect(await shownTabs(page)).toContain("windows");
    await page.getByRole("link", { name: "wear it" }).click();
    await page.getByRole("heading", { name: "The badge" }).waitFor();
    await page.getByRole("tab", { name: "Windows" }).first().click();
    await page.getByRole("link", { name: "wear it" }).click();
    await expect.poll(() => shownTabs(page)).toContain("macos");
    await page.getByRole("tab", { name: "Windows" }).first().click();
    await page.getByRole("link", { name: "lock it so" }).click();
    await expect.poll(() => shownTabs(page)).toContain("macos");
    await page.waitForFunction(() => {
      const top = document.querySelector("[role=tablist]")?.getBoundingClientRect().top ?? -1;
      return top >= 0 && top < 200;
    });
  });

  test("stand one below the other without scripts, and on paper", async () => {
    const all = ["Press Win and L.", "Press Ctrl, Cmd and Q.", "Open the Finder.", "It depends."];
    const { page: plain } = await newPage({ javaScript: false });
    await plain.goto(desk.url(lesson));
    const { page: paper } = await newPage();
    await openLesson(paper);
    await paper.emulateMedia({ media: "print" });
    for (const page of [plain, paper]) {
      for (const text of all) expect(await page.getByText(text).isVisible()).toBe(true);
      expect(await page.getByRole("heading", { name: "macOS" }).count()).toBe(2);
      expect(await page.getByRole("tablist").count()).toBe(0);
    }
  });
});

describe("a checklist", () => {
  test("is there on paper, with its boxes", async () => {
    const { page } = await newPage();
    await page.goto(desk.url(lesson));
    await page.emulateMedia({ media: "print" });
    const list = page.getByRole("region", { name: "Your first day" });
    for (const item of ["Laptop works", "Signed in"]) await list.getByText(item).waitFor();
  });

  test("keeps on the device what was ticked, per entry, counts it, and starts over", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url(lesson));
    const list = page.getByRole("region", { name: "Your first day" });
    await list.getByText("0 of 3 done").waitFor();
    expect(await list.getByRole("button").count()).toBe(0);
    await list.getByLabel("Laptop works").check();
    await list.getByText("Signed in").click();
    await list.getByText("2 of 3 done").waitFor();

    await page.reload();
    await list.getByText("2 of 3 done").waitFor();
    expect(await list.getByLabel("Laptop works").isChecked()).toBe(true);
    expect(await list.getByLabel("Badge from the front desk").isChecked()).toBe(false);
    expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([
      ["kh /help/ checklist lesson:first-week#first-day", '["laptop-works","signed-in"]'],
    ]);

    await list.getByRole("button", { name: "Start over" }).click();
    await list.getByText("0 of 3 done").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("value"))).toBe("badge-from-the-front-desk");
    await page.reload();
    await list.getByText("0 of 3 done").waitFor();
    expect(problems).toEqual([]);
  });

  test("that is open in two tabs is ticked in both", async () => {
    const { page } = await newPage();
    await page.goto(desk.url(lesson));
    const list = page.getByRole("region", { name: "Your first day" });
    await list.getByText("0 of 3 done").waitFor();
    const other = await page.context().newPage();
    await other.goto(desk.url(lesson));
    await other.getByLabel("Laptop works").check();
    await list.getByText("1 of 3 done").waitFor();
    await list.getByLabel("Signed in").check();
    await other.getByText("2 of 3 done").waitFor();
    expect(await other.getByLabel("Laptop works").isChecked()).toBe(true);
  });

  test("works where the browser keeps nothing, and what was kept wrongly does no harm", async () => {
    const { page, problems } = await newPage();
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    });
    await page.goto(desk.url(lesson));
    await page.getByLabel("Laptop works").check();
    await page.getByText("1 of 3 done").waitFor();
    const { page: other } = await newPage();
    await other.goto(desk.url(""));
    await other.evaluate(() => localStorage.setItem("kh /help/ checklist lesson:first-week#first-day", '{"a":1'));
    await other.goto(desk.url(lesson));
    await other.getByText("0 of 3 done").waitFor();
    expect(problems).toEqual([]);
  });

  test("is a list with boxes to tick by pencil, without scripts", async () => {
    const { page } = await newPage({ javaScript: false });
    await page.goto(desk.url(lesson));
    expect(await page.getByRole("checkbox").count()).toBe(0);
    expect(await page.getByText("Laptop works").isVisible()).toBe(true);
    expect(await page.getByText("done").count()).toBe(0);
  });
});

describe("a term", () => {
  test("opens its meaning beside it by a press or by key, without scripts, and closes by Esc", async () => {
    const { page } = await newPage({ javaScript: false });
    await page.goto(desk.url(lesson));
    const meaning = page.getByText("service level agreement");
    expect(await meaning.isVisible()).toBe(false);
    const word = page.getByRole("button", { name: "SLA", description: /how fast we promise/ });
    await word.focus();
    await page.keyboard.press("Enter");
    expect(await meaning.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await meaning.isVisible()).toBe(false);
    await word.click();
    expect(await meaning.isVisible()).toBe(true);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByText("The SLA (service level agreement").isVisible()).toBe(true);
  });
});

describe("a video", () => {
  const provider = "https://www.youtube-nocookie.com/";

  test("of a provider loads nothing from there until it is pressed, then plays in its place", async () => {
    const { page, problems } = await newPage();
    const asked: string[] = [];
    // Pages of tests reach nothing beyond this machine: this stands for the provider's player.
    await page.route(`${provider}**`, (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: "text/html", body: "<p>The player</p>" });
    });
    await page.goto(desk.url(lesson), { waitUntil: "networkidle" });
    expect(asked).toEqual([]);
    await page.getByRole("link", { name: "Watch on YouTube" }).click();
    await page.frameLocator("iframe.kh-video__player").getByText("The player").waitFor();
    expect(asked).toEqual([`${provider}embed/dQw4w9WgXcQ?autoplay=1&rel=0`]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("title"))).toBe("A walk through the office");
    expect(problems).toEqual([]);
  });

  test("of a provider is a link to its page without scripts, with its transcript below", async () => {
    const { page } = await newPage({ javaScript: false });
    await page.goto(desk.url(lesson));
    const link = page.getByRole("link", { name: "Watch on YouTube" });
    expect(await link.getAttribute("href")).toBe("https://youtu.be/dQw4w9WgXcQ");
    await page.getByText("Transcript").click();
    expect(await page.getByText("Here is the door.").isVisible()).toBe(true);
  });

  test("of the front matter opens its lesson, with captions in the language of the page turned on", async () => {
    const { page } = await newPage();
    await page.goto(desk.url(lesson));
    const video = page.locator(".kh-entry__body > .kh-prose > figure:first-child video");
    const tracks = () =>
      video.evaluate((element) =>
        // Typed as any element by the locator.
        [...(element as HTMLVideoElement).textTracks].map(({ label, language, mode }) => [label, language, mode]),
      );
    await expect.poll(tracks).toEqual([
      ["English", "en", "showing"],
      ["Tiếng Việt", "vi", "disabled"],
    ]);
    const captions = await page.request.get(desk.url("media/lessons/tour.en.vtt"));
    expect(await captions.text()).toContain("This is the desk.");
  });
});

describe("a mind map", () => {
  test("scrolls by keyboard where the screen is narrow, its links are reached, and its list opens", async () => {
    const { page } = await newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(desk.url(lesson));
    const view = page.locator(".kh-mindmap__view");
    expect(await view.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true);
    await view.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => (document.querySelector(".kh-mindmap__view")?.scrollLeft ?? 0) > 0);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(
      "/help/lessons/accounts/second-factor/",
    );
    await page.getByText("As a list").click();
    expect(await page.getByRole("listitem").filter({ hasText: "Also the coffee machine" }).last().isVisible()).toBe(
      true,
    );
  });

  test("holds its words: none is wider than its box, in the fonts of the site", async () => {
    const { page } = await newPage();
    for (const path of [lesson, `vi/${lesson}`]) {
      await page.goto(desk.url(path), { waitUntil: "networkidle" });
      const tight = await page.locator(".kh-mindmap__topic").evaluateAll((topics) =>
        topics
          .filter((topic) => {
            const box = topic.querySelector("rect")?.getBoundingClientRect();
            const text = topic.querySelector("text")?.getBoundingClientRect();
            return !box || !text || text.width > box.width - 8 || text.height > box.height;
          })
          .map((topic) => topic.textContent),
      );
      expect(tight).toEqual([]);
    }
  });
});

describe("a FAQ in a lesson", () => {
  test("opens its answer in place, and leads to its page", async () => {
    const { page, problems } = await newPage();
    await page.goto(desk.url(lesson));
    const faq = page.locator("#faq-refunds");
    expect(await faq.getByText("Press Refund on the order.").isVisible()).toBe(false);
    expect(await page.locator("#faq-invoice").getByText("Too late.").isVisible()).toBe(true);
    await faq.getByText("How do I get my money back?").first().click();
    await faq.getByText("Press Refund on the order.").waitFor();
    expect(await faq.getByText("Ask within 30 days and you get all of it back.").isVisible()).toBe(true);
    await page.locator("#faq-invoice").getByRole("link", { name: "finance" }).click();
    await page.waitForURL(desk.url("faqs/refunds/#after-30-days"));
    await page.goto(desk.url(`${lesson}#faq-refunds`));
    await faq.getByRole("link", { name: /^Open as a page ?: How do I get my money back/ }).click();
    await page.waitForURL(desk.url("faqs/refunds/"));
    expect(problems).toEqual([]);
  });

  test("is opened by a link to it, and by paper; its anchors are no others'", async () => {
    const { page } = await newPage();
    await page.goto(desk.url(`${lesson}#faq-refunds`));
    const answer = page.locator("#faq-refunds").getByText("Press Refund on the order.");
    await answer.waitFor();
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining(["faq-refunds--after-30-days", "faq-invoice--after-30-days"]));
    const { page: printed } = await newPage({ javaScript: false });
    await printed.goto(desk.url(lesson));
    await printed.emulateMedia({ media: "print" });
    await expect
      .poll(() => printed.locator("#faq-refunds").getByText("Press Refund on the order.").isVisible())
      .toBe(true);
    expect(await printed.getByText("Open as a page").first().isVisible()).toBe(false);
  });

  test("is in the language of the lesson, or says which one it is in", async () => {
    const { page } = await newPage();
    await page.goto(desk.url(`vi/${lesson}`));
    expect(await page.locator("#faq-refunds summary").textContent()).toBe("Làm thế nào để được hoàn tiền?");
    expect(await page.locator("#faq-refunds a").last().getAttribute("href")).toBe("/help/vi/faqs/refunds/");
    const english = page.locator("#faq-invoice summary");
    expect(await english.getAttribute("lang")).toBe("en");
    expect(await english.textContent()).toBe("How do I change the address on an invoice?");
  });

  test("changes on every page that shows it when it is edited, as in a build from nothing", async () => {
    const project = await createProject({
      "knowhow.config.json": { title: "Help" },
      "content/faqs/refunds.md": "# Refunds?\n\nWithin 30 days.\n",
      "content/lessons/a.mdx": '# A\n\n<Faq of="faq:refunds" />\n',
      "content/lessons/b.mdx": "# B\n\nText.\n",
      "content/paths/p.mdx": "---\ntitle: P\nsteps: [lesson:a, lesson:b]\n---\n",
    });
    const shown = [
      "lessons/a/index.html",
      "lessons/a.md",
      "faqs/refunds/index.html",
      "faqs/index.html",
      "handbooks/paths/p/index.html",
    ];
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    for (const file of shown) expect(await project.read(`dist/${file}`), file).toContain("Within 30 days.");
    await project.write("content/faqs/refunds.md", "# Refunds?\n\nWithin 60 days.\n");
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    for (const file of shown) expect(await project.read(`dist/${file}`), file).toContain("Within 60 days.");
    const cached = await project.fingerprint("dist");
    await project.remove(".knowhow");
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    expect(await project.fingerprint("dist")).toEqual(cached);
  });
});

test("each step can be linked to", async () => {
  const { page } = await newPage();
  await page.goto(desk.url(lesson));
  await page.locator("#step-2").getByRole("link", { name: "Link to step 2" }).click();
  await page.waitForURL("**/lessons/first-week/#step-2");
  expect(await page.locator(":target").textContent()).toContain("Start it.");
});

test("a page without these blocks loads neither their styles nor their scripts", async () => {
  const { page } = await newPage();
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url().replace(/.*\/([a-z-]+)\.[^/]*\.(\w+)$/, "$1.$2")));
  await page.goto(desk.url("lessons/accounts/second-factor/"), { waitUntil: "networkidle" });
  const without = loaded.splice(0);
  expect(without.filter((name) => /^(?:blocks|tabs|checklist)\./.test(name))).toEqual([]);
  await page.goto(desk.url(lesson), { waitUntil: "networkidle" });
  expect(loaded).toEqual(expect.arrayContaining(["blocks.css", "tabs.js", "checklist.js"]));
});

test("blocks in an answer look the same on the index of questions", async () => {
  const { page } = await newPage();
  const marks = async (path: string) => {
    await page.goto(desk.url(path));
    return page.locator(".kh-steps__list").evaluate((list) => getComputedStyle(list).listStyleType);
  };
  expect(await marks("faqs/invoice/")).toBe("none");
  expect(await marks("faqs/")).toBe("none");
});

describe("a block of code", () => {
  test("is copied by its button, which says so; by keyboard, also in an answer on the index of questions", async () => {
    const { page, problems } = await newPage();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.goto(desk.url("vi/faqs/invoice/"));
    const copy = page.getByRole("button", { name: "Chép", exact: true });
    await copy.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Đã chép" }).waitFor();
    expect(await page.locator(".kh-code > [role=status]").textContent()).toBe("Đã chép");
    expect(await clipboard()).toBe("Invoice 12");
    await copy.waitFor();

    await page.goto(desk.url("faqs/"));
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await page.getByText("How do I change the address on an invoice?", { exact: true }).click();
    await page.locator(".kh-code").hover();
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await expect.poll(clipboard).toBe("Invoice 12");
    expect(problems).toEqual([]);
  });

  test("is copied on a site without https, too", async () => {
    const { page } = await newPage();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(desk.url("faqs/invoice/"));
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true }));
    await page.locator(".kh-code").hover();
    await page.getByRole("button", { name: "Copy", exact: true }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const other = await page.context().newPage();
    await other.goto(desk.url(""));
    await expect.poll(() => other.evaluate(() => navigator.clipboard.readText())).toBe("Invoice 12");
  });
});
