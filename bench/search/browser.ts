// Some of it runs in the page.
/// <reference lib="dom" />

import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import sirv from "sirv";
import { percentile } from "../../packages/core/src/search/measures.ts";
import { openBrowser } from "../lines/browser.ts";
import { buildSearchIndex } from "./build-site.ts";
import { lessonQuestion, lessonRecord } from "./lesson-records.ts";

const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "1000,11000" },
    queries: { type: "string", default: "60" },
    runs: { type: "string", default: "5" },
  },
});

const repository = fileURLToPath(new URL("../..", import.meta.url));
const cli = join(repository, "packages/cli/dist/cli.js");

/** What the page has for this benchmark. */
declare global {
  interface Window {
    /** Has the worker search for a question; resolves with how many milliseconds the answer took to come back. */
    ask: (question: string) => Promise<number>;
    /** The milliseconds of each task that kept the main thread for 50 ms or longer. */
    longTasks: number[];
  }
}

/** Searches for what it is told, as the worker of a site does. */
const worker = `import { openPageSearch } from "/core/search.js";
const search = openPageSearch("/", "en");
addEventListener("message", async ({ data }) => {
  await (await search).search(data);
  postMessage(undefined);
});
`;

const browser = await openBrowser();
try {
  for (const pages of values.pages.split(",").map(Number)) await measureBase(browser, pages);
} finally {
  await browser.close();
}

/** Measures a base in Chromium: queries by themselves, then somebody who types into the dialog of a real site. */
async function measureBase(browser: Browser, pages: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "knowhow-browser-"));
  try {
    const site = join(folder, "site");
    await promisify(execFile)(process.execPath, [cli, "build", "--out", site], { cwd: repository });
    rmSync(join(site, "pagefind"), { recursive: true });
    const records = Array.from({ length: pages }, (_, number) => lessonRecord(number));
    await buildSearchIndex(site, "en", records);
    placeSearch(site);
    const host = await serve(site);
    const name = `${pages.toLocaleString("en")} pages`;
    await measureQueries(browser, host.url, name);
    await measureTyping(browser, host.url, name);
    await host.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts the built planner into the site, with a page and a worker that use it alone. */
function placeSearch(site: string): void {
  const core = dirname(fileURLToPath(import.meta.resolve("@knowhow/core/search")));
  const placed = join(site, "core");
  cpSync(core, placed, { recursive: true, filter: (path) => !/\.d\.ts(?:\.map)?$/.test(path) });
  cpSync(createRequire(join(core, "index.js")).resolve("stemmer"), join(placed, "stemmer.js"));
  for (const name of readdirSync(placed).filter((each) => each.endsWith(".js"))) {
    const file = join(placed, name);
    // A worker has no map of imports.
    writeFileSync(file, readFileSync(file, "utf8").replaceAll('from "stemmer"', 'from "/core/stemmer.js"'));
  }
  writeFileSync(join(site, "bench-worker.js"), worker);
  writeFileSync(join(site, "bench.html"), '<!doctype html><html lang="en"><title>Bench</title>');
}

async function serve(folder: string): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer(sirv(folder, { etag: true }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longTasks.push(duration);
    }).observe({ type: "longtask" });
  });
  await page.goto(url, { waitUntil: "networkidle" });
  return page;
}

/** Times of queries that were asked before, each the fastest of a few runs, and what they kept the main thread for. */
async function measureQueries(browser: Browser, url: string, name: string): Promise<void> {
  const page = await open(browser, `${url}bench.html`);
  const questions = Array.from({ length: Number(values.queries) }, (_, number) => lessonQuestion(number * 7));
  const opening = await page.evaluate(async (question) => {
    const start = performance.now();
    const worker = new Worker("/bench-worker.js", { type: "module" });
    window.ask = (text) => {
      const begun = performance.now();
      return new Promise((resolve, reject) => {
        worker.onmessage = () => resolve(performance.now() - begun);
        worker.onerror = reject;
        worker.postMessage(text);
      });
    };
    await window.ask(question);
    return { took: performance.now() - start, longest: Math.max(0, ...window.longTasks) };
  }, questions[0] ?? "");
  print(name, "opened, and answered once", `${opening.took.toFixed(0)} ms, longest task ${told(opening.longest)}`);
  const times = await page.evaluate(
    async ({ questions, runs }) => {
      for (const question of questions) await window.ask(question);
      window.longTasks.length = 0;
      const fastest = questions.map(() => Number.POSITIVE_INFINITY);
      for (let run = 0; run < runs; run++) {
        for (const [place, question] of questions.entries()) {
          fastest[place] = Math.min(fastest[place] ?? 0, await window.ask(question));
          await new Promise((resolve) => setTimeout(resolve));
        }
      }
      return { fastest, longTasks: window.longTasks };
    },
    { questions, runs: Number(values.runs) },
  );
  const [middle, high] = [percentile(times.fastest, 0.5), percentile(times.fastest, 0.95)];
  print(name, "a warm query", `p50 ${middle.toFixed(1)} ms, p95 ${high.toFixed(1)} ms`);
  print(name, "tasks of 50 ms or longer in them", describe(times.longTasks, questions.length * Number(values.runs)));
  await page.close();
}

/** Types questions into the dialog of a site, letter by letter. */
async function measureTyping(browser: Browser, url: string, name: string): Promise<void> {
  const longest: number[] = [];
  const counts: number[] = [];
  const waits: number[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    const page = await open(browser, `${url}faqs/`);
    await page.keyboard.press("/");
    const field = page.locator("#kh-search");
    await field.waitFor();
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => {
      window.longTasks.length = 0;
    });
    const question = lessonQuestion(run * 11);
    await field.pressSequentially(question.slice(0, -1), { delay: 70 });
    await page.waitForTimeout(1000);
    waits.push(await timeLastKey(page, question));
    await page.waitForTimeout(500);
    const tasks = await page.evaluate(() => window.longTasks);
    longest.push(Math.max(0, ...tasks));
    counts.push(tasks.length);
    await page.close();
  }
  const middle = (numbers: readonly number[]) => percentile(numbers, 0.5);
  const value = `longest ${told(middle(longest))}, ${middle(counts)} of them (best run ${told(Math.min(...longest))})`;
  print(name, "typing a question: tasks of 50 ms or longer", value);
  print(
    name,
    "from the last key to its results (pause 90 ms)",
    `${middle(waits).toFixed(0)} ms, best run ${Math.min(...waits).toFixed(0)} ms`,
  );
}

/** Milliseconds from the last letter of a question to its results, with the pause in which more might have been typed. */
async function timeLastKey(page: Page, question: string): Promise<number> {
  return page.evaluate(async (text) => {
    const status = document.querySelector("dialog [role=status]");
    const field = document.querySelector<HTMLInputElement>("#kh-search");
    if (status === null || field === null) throw new Error("The dialog is not there.");
    status.textContent = "";
    const painted = new Promise<void>((resolve) => {
      new MutationObserver(() => {
        if (/^\d/.test(status.textContent ?? "")) resolve();
      }).observe(status, { childList: true, characterData: true, subtree: true });
    });
    const start = performance.now();
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await painted;
    return performance.now() - start;
  }, question);
}

function describe(longTasks: readonly number[], queries: number): string {
  const longest = Math.max(0, ...longTasks);
  return longTasks.length === 0 ? "none" : `${longTasks.length} in ${queries} queries, longest ${told(longest)}`;
}

function told(task: number): string {
  return task === 0 ? "under 50 ms" : `${task.toFixed(0)} ms`;
}

function print(base: string, figure: string, value: string): void {
  process.stdout.write(`${base.padEnd(14)} ${figure.padEnd(46)} ${value}   (load ${(loadavg()[0] ?? 0).toFixed(1)})\n`);
}
