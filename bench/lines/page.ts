import { join } from "node:path";
import type { Browser } from "playwright-core";
import { formatBytes, type Line } from "../report.ts";
import type { KnowhowSite, Sites } from "../sites.ts";
import { openBrowser } from "./browser.ts";
import { pageOf } from "./edit.ts";
import { type Weight, weighPage } from "./weigh.ts";

/** What a page may weigh apart from. */
const uncounted = new Set(["font", "image", "media"]);

const sum = (weight: Weight, kinds: (kind: string) => boolean) =>
  Object.entries(weight).reduce((total, [kind, bytes]) => (kinds(kind) ? total + bytes : total), 0);

async function weighLesson(browser: Browser, { root, ...site }: KnowhowSite): Promise<Weight> {
  // The same lesson, whatever the size of the base.
  return weighPage(browser, join(root, "dist"), pageOf({ root, ...site }, site.lessons[500] ?? ""));
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
