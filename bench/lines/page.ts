import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { formatBytes, type Line } from "../report.ts";
import type { KnowhowSite, Sites } from "../sites.ts";
import { openBrowser } from "./browser.ts";
import { pageOf } from "./edit.ts";

/** The gzipped bytes that a page loads before its reader does anything, by kind of request. */
type Weight = Readonly<Record<string, number>>;

/** What a page may weigh apart from. */
const uncounted = new Set(["font", "image", "media"]);

const origin = "http://127.0.0.1";

/** Opens a page of a built site in a real browser, served from its folder, and adds up what the browser asks for. */
async function weigh(browser: Browser, dist: string, path: string): Promise<Weight> {
  const weight: Record<string, number> = {};
  const context = await browser.newContext();
  await context.route("**/*", async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = join(dist, decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
    const kind = route.request().resourceType();
    // Fulfilled before it is counted, so that a file that is not there fails as it does for a reader.
    await route.fulfill({ path: file });
    weight[kind] = (weight[kind] ?? 0) + gzipSync(await readFile(file)).length;
  });
  const page = await context.newPage();
  await page.goto(`${origin}/${path}`, { waitUntil: "networkidle" });
  await context.close();
  return weight;
}

const sum = (weight: Weight, kinds: (kind: string) => boolean) =>
  Object.entries(weight).reduce((total, [kind, bytes]) => (kinds(kind) ? total + bytes : total), 0);

async function weighLesson(browser: Browser, { root, ...site }: KnowhowSite): Promise<Weight> {
  // The same lesson, whatever the size of the base.
  return weigh(browser, join(root, "dist"), pageOf({ root, ...site }, site.lessons[500] ?? ""));
}

/** What a lesson page weighs, gzipped, before search is opened, in a base of 1,000 and in one of 10,000. */
export async function pageLines(sites: Sites): Promise<readonly Line[]> {
  const built = [
    { size: "1,000", site: (await sites.knowhowCold(1000)).site },
    { size: "10,000", site: (await sites.knowhowCold(10_000)).site },
  ];
  const browser = await openBrowser();
  try {
    const lines: Line[] = [];
    for (const { size, site } of built) {
      const weight = await weighLesson(browser, site);
      lines.push(
        {
          name: `lesson page of ${size}: all but fonts and images`,
          value: sum(weight, (kind) => !uncounted.has(kind)),
          unit: "bytes",
          goal: { kind: "atMost", value: 30_000 },
          basis: Object.entries(weight)
            .map(([kind, bytes]) => `${kind} ${formatBytes(bytes)}`)
            .join(", "),
        },
        {
          name: `lesson page of ${size}: JavaScript`,
          value: sum(weight, (kind) => kind === "script"),
          unit: "bytes",
          goal: { kind: "atMost", value: 6000 },
          basis: "before search is opened",
        },
      );
    }
    return lines;
  } finally {
    await browser.close();
  }
}
