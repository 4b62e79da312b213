import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { accessibilityViolations } from "../../../test/support/axe.ts";
import { newPage, type Reader } from "../../../test/support/browser.ts";
import { createProject } from "../../../test/support/project.ts";
import { type StaticHost, serve } from "../../../test/support/serve.ts";

const questions = `
<Question id="protocol" accept={["HTTPS", "TLS"]}>
Which protocol encrypts what a browser sends?

<Explanation>HTTPS is HTTP over TLS.</Explanation>
</Question>

<Question id="net" answer={1234.5} tolerance={0.5} unit="€">
An invoice says 1,469.06 € with 19 % tax. How much is it without?

<Explanation>1,469.06 ÷ 1.19.</Explanation>
</Question>

<Question id="opening" kind="order">
You open the shop. What comes when?

1. Unlock the door
2. Turn **off** the alarm
3. Switch the lights on

<Explanation>The alarm gives you thirty seconds.</Explanation>
</Question>

<Question id="signs" kind="match">
What does each command do?

| Command | Does |
|---|---|
| \`ls\` | lists a folder |
| \`rm\` | deletes a file, which nothing brings back unless there was a backup of it somewhere else |
| \`dir\` | lists a folder |

<Explanation>Two names for one thing.</Explanation>
</Question>

<Question id="export">
To hand a report on, choose <Blank answer="File" /> in the menu, then <Blank answer="Export" accept={["Save as"]} />.

<Explanation>Everybody can open what comes out.</Explanation>
</Question>
`;

const entry = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${body}\n`;
const choice = "## Sure?\n\n- [x] Yes\n  > You are.\n- [ ] No\n";

let host: StaticHost;
let read: (file: string) => Promise<string>;
beforeAll(async () => {
  const project = await createProject({
    "knowhow.config.json": {
      title: "Desk",
      locales: {
        en: { label: "English" },
        vi: { label: "Tiếng Việt" },
        ar: { label: "العربية", dir: "rtl" },
      },
    },
    "content/quizzes/all.mdx": entry("All kinds", questions),
    "content/vi/quizzes/all.mdx": entry("Đủ loại", questions),
    "content/ar/quizzes/all.mdx": entry("كل الأنواع", questions),
    "content/lessons/all.mdx": entry("All kinds in a lesson", `Text.\n\n${questions}`),
    "content/quizzes/choice.mdx": entry("One choice", choice),
  });
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
  host = await serve(project.path("dist"));
  read = (file) => project.read(`dist/${file}`);
});

async function open(path: string, reader: Reader = {}) {
  const { page, problems } = await newPage(reader);
  await page.goto(new URL(path, host.url).href, { waitUntil: "networkidle" });
  return { page, problems };
}

const question = (page: Page, id: string) => {
  const section = page.locator(`#${id}`);
  return {
    section,
    fields: section.locator(".kh-field"),
    check: () => section.getByRole("button", { name: "Check" }).click(),
    verdict: () => section.getByRole("status").textContent(),
  };
};

describe("a reader without scripts", () => {
  test("fills in every kind of question, and opens the answer to compare", async () => {
    const { page } = await open("quizzes/all/", { javaScript: false });
    await page.getByLabel("Your answer").first().fill("https");
    await page.getByRole("combobox", { name: "Turn off the alarm", exact: true }).selectOption("2");
    await page.getByRole("combobox", { name: "rm", exact: true }).selectOption({ label: "lists a folder" });
    await page.getByLabel("Blank 2").fill("Export");
    expect(await page.getByRole("button", { name: "Check" }).count()).toBe(0);
    for (const [id, answer] of [
      ["protocol", "HTTPS (also right: TLS)"],
      ["net", "1234.5 ± 0.5 €"],
      ["opening", "Unlock the doorTurn off the alarmSwitch the lights on"],
      ["signs", "rmdeletes a file, which nothing brings back unless there was a backup of it somewhere else"],
      ["export", "FileExport (also right: Save as)"],
    ] as const) {
      const solution = page.locator(`#${id} .kh-solution`);
      const shown = solution.locator("> :not(summary)");
      expect(await shown.first().isVisible()).toBe(false);
      await solution.getByText("Show the answer").click();
      expect(await shown.first().isVisible()).toBe(true);
      expect((await shown.allTextContents()).join("").replace(/\s*\n\s*/g, "")).toContain(answer);
    }
  });
});

describe("a quiz on paper", () => {
  test("can be answered: it tells what is right only where its reader has opened that", async () => {
    const { page } = await open("quizzes/all/", { javaScript: false });
    const [opened, closed] = [page.locator("#protocol"), page.locator("#net")];
    await opened.getByText("Show the answer").click();
    await page.emulateMedia({ media: "print" });
    await opened.getByText("(also right: TLS)").waitFor();
    expect(await opened.getByText("HTTPS is HTTP over TLS.").isVisible()).toBe(false);
    expect(await closed.getByText("How much is it without?").isVisible()).toBe(true);
    expect(await closed.locator("details").evaluateAll((all) => all.map((one) => one.checkVisibility()))).toEqual([
      false,
      false,
    ]);
  });
});

describe("a reader with scripts", () => {
  test("hears whether what was typed is right, as forgivingly as the author says", async () => {
    const { page, problems } = await open("quizzes/all/");
    const protocol = question(page, "protocol");
    await protocol.fields.fill("ftp");
    await protocol.check();
    expect(await protocol.verdict()).toBe("Not right");
    expect(await protocol.fields.getAttribute("aria-invalid")).toBe("true");
    await protocol.fields.fill("tl");
    expect(await protocol.verdict()).toBe("");
    expect(await protocol.fields.getAttribute("aria-invalid")).toBe(null);
    await protocol.fields.fill(" tls ");
    await page.keyboard.press("Enter");
    expect(await protocol.verdict()).toBe("Right");

    const net = question(page, "net");
    for (const [typed, verdict] of [
      ["1.234,5", "Right"],
      ["1 234", "Right"],
      ["€ 1,234.50", "Right"],
      ["1469.06", "Not right"],
      ["a lot", "Not right"],
    ] as const) {
      await net.fields.fill(typed);
      await net.check();
      expect(await net.verdict(), typed).toBe(verdict);
    }
    expect(problems).toEqual([]);
  });

  test("is led to the first field where nothing is filled in", async () => {
    const { page } = await open("quizzes/all/");
    const { section, check, verdict } = question(page, "export");
    await check();
    expect(await verdict()).toBe("");
    expect(await section.getByLabel("Blank 1").evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test("puts items in order by keyboard, and is told how much of it holds", async () => {
    const { page } = await open("quizzes/all/");
    const { section, check, verdict } = question(page, "opening");
    const place = (name: string, n: number) =>
      section.getByRole("combobox", { name, exact: true }).selectOption(String(n));
    await place("Unlock the door", 1);
    await place("Turn off the alarm", 1);
    await check();
    expect(await verdict()).toBe("Give every item a place of its own, then check.");
    await place("Turn off the alarm", 3);
    await check();
    expect(await verdict()).toBe("Give every item a place of its own, then check.");
    await place("Switch the lights on", 2);
    await check();
    expect(await verdict()).toBe("Not right");
    await place("Unlock the door", 3);
    await place("Turn off the alarm", 1);
    await check();
    expect(await verdict()).toBe("Partly right: 50%");
    await section.getByRole("combobox", { name: "Unlock the door", exact: true }).focus();
    await page.keyboard.press("1");
    await section.getByRole("combobox", { name: "Turn off the alarm", exact: true }).focus();
    await page.keyboard.press("2");
    await section.getByRole("combobox", { name: "Switch the lights on", exact: true }).focus();
    await page.keyboard.press("3");
    await section.getByRole("button", { name: "Check" }).press("Enter");
    expect(await verdict()).toBe("Right");
  });

  test("matches pairs and fills blanks, and sees which are right", async () => {
    const { page } = await open("lessons/all/");
    const signs = question(page, "signs");
    await signs.section.getByRole("combobox", { name: "ls", exact: true }).selectOption("lists a folder");
    await signs.section.getByRole("combobox", { name: "dir", exact: true }).selectOption("lists a folder");
    await signs.check();
    expect(await signs.verdict()).toBe("Partly right: 67%");
    const invalid = () =>
      signs.fields.evaluateAll((fields) => fields.map((field) => field.getAttribute("aria-invalid")));
    expect(await invalid()).toEqual(["false", "true", "false"]);
    await signs.section.getByRole("combobox", { name: "rm", exact: true }).selectOption({ index: 1 });
    const right = await signs.section.getByRole("combobox", { name: "rm", exact: true }).inputValue();
    if (right === "lists-a-folder")
      await signs.section.getByRole("combobox", { name: "rm", exact: true }).selectOption({ index: 2 });
    await signs.check();
    expect(await signs.verdict()).toBe("Right");

    const blanks = question(page, "export");
    await blanks.section.getByLabel("Blank 1").fill("file");
    await blanks.section.getByLabel("Blank 2").fill("Print");
    await page.keyboard.press("Enter");
    expect(await blanks.verdict()).toBe("Partly right: 50%");
    await blanks.section.getByLabel("Blank 2").fill("save as");
    await blanks.check();
    expect(await blanks.verdict()).toBe("Right");
  });

  test("reads it all in Vietnamese, decimals included", async () => {
    const { page } = await open("vi/quizzes/all/", { locale: "vi" });
    await page.locator("#net .kh-field").fill("1.234,5");
    await page.locator("#net").getByRole("button", { name: "Kiểm tra" }).click();
    expect(await page.locator("#net").getByRole("status").textContent()).toBe("Đúng");
    await page.locator("#net").getByText("Xem đáp án").click();
    expect(await page.locator("#net .kh-solution p").textContent()).toBe("1234,5 ± 0,5 €");
    expect(await page.getByLabel("Chỗ trống 1").count()).toBe(1);
  });
});

describe("a page of questions", () => {
  test.each<[string, Reader]>([
    ["quizzes/all/", {}],
    ["quizzes/all/", { theme: "dark", viewport: { width: 320, height: 640 } }],
    ["ar/quizzes/all/", { viewport: { width: 320, height: 640 } }],
    ["lessons/all/", { theme: "dark" }],
  ])("%s is accessible and fits, before and after an answer: %j", async (path, reader) => {
    const { page, problems } = await open(path, reader);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await overflow()).toBeLessThanOrEqual(0);
    for (const field of await page.locator("input.kh-field").all()) await field.fill("File");
    for (const field of await page.locator("select.kh-field").all()) await field.selectOption({ index: 1 });
    for (const button of await page.locator(".kh-check button").all()) await button.click();
    for (const summary of await page.locator(".kh-question summary").all()) await summary.click();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
  });

  test("loads what grades only where something is to be graded, and its scripts stay below 6 KB", async () => {
    const weigh = async (path: string) => {
      const { page } = await newPage();
      const scripts: Promise<Buffer>[] = [];
      page.on("response", (response) => {
        if (response.request().resourceType() === "script") scripts.push(response.body());
      });
      await page.goto(new URL(path, host.url).href, { waitUntil: "networkidle" });
      const weights = (await Promise.all(scripts)).map((body) => gzipSync(body).byteLength);
      return { files: weights.length, bytes: weights.reduce((sum, one) => sum + one, 0) };
    };
    const graded = await weigh("quizzes/all/");
    const plain = await weigh("quizzes/choice/");
    expect(graded.bytes).toBeLessThanOrEqual(6 * 1024);
    expect(graded.files).toBeGreaterThan(plain.files);
    expect(plain.bytes).toBeLessThan(graded.bytes - 1024);
  });

  test("holds no id twice", async () => {
    const html = await read("quizzes/all/index.html");
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
