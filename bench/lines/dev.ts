import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { formatMs, type Line } from "../report.ts";
import { knowhow, type Sites } from "../sites.ts";
import { openBrowser } from "./browser.ts";
import { editLesson, pageOf } from "./edit.ts";

const edits = 7;

/** Milliseconds between an edit that shows and the next one: nobody saves twice in a second, and search follows meanwhile. */
const pause = 4000;

/** Waits for the address that a server says it listens at; throws when it ends or says none for two minutes. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = globalThis.setTimeout(() => reject(new Error(`The server named no address: ${output}`)), 120_000);
    const listen = (chunk: Buffer) => {
      output += String(chunk);
      const address = /https?:\/\/[\w.:[\]]+/.exec(output)?.[0];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`The server ended with ${code}: ${output.trim()}`));
    });
  });
}

/** Milliseconds from the moment an edit is written until an open page shows it. */
async function timeEdit(page: Page, file: string, marker: string): Promise<number> {
  const started = performance.now();
  await editLesson(file, marker);
  await page.waitForFunction(`document.body?.textContent.includes(${JSON.stringify(marker)})`, undefined, {
    timeout: 30_000,
  });
  return performance.now() - started;
}

/** How long an edit takes into an open browser, with `knowhow dev` on 1,000 entries. */
export async function devLines(sites: Sites): Promise<readonly Line[]> {
  const site = await sites.newSite(1000);
  const [program, ...args] = knowhow("dev", "--root", site.root, "--port", "4871");
  const server = spawn(program, args, { detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const end = () => {
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, "SIGKILL");
  };
  process.once("exit", end);
  try {
    const address = await addressOf(server);
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const file = site.lessons[500] ?? "";
      await page.goto(`${address}/${pageOf(site, file)}`, { waitUntil: "networkidle", timeout: 60_000 });
      // The first edit also loads what the server loads only once.
      const first = await timeEdit(page, file, "edit0inthebenchmark");
      const times: number[] = [];
      for (let edit = 1; edit <= edits; edit++) {
        await setTimeout(pause);
        times.push(await timeEdit(page, file, `edit${edit}inthebenchmark`));
      }
      times.sort((a, b) => a - b);
      return [
        {
          name: "dev of 1,000: from an edit to the browser",
          value: times[Math.floor(edits / 2)] ?? Number.NaN,
          unit: "ms",
          goal: { kind: "atMost", value: 500 },
          basis: `middle of ${edits}; fastest ${formatMs(times[0] ?? 0)}, slowest ${formatMs(times.at(-1) ?? 0)}, very first ${formatMs(first)}`,
        },
      ];
    } finally {
      await browser.close();
    }
  } finally {
    end();
    process.off("exit", end);
  }
}
