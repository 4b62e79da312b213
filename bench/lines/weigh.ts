import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";

/** The gzipped bytes that a page loads before its reader does anything, by kind of request as the browser names it. */
export type Weight = Readonly<Record<string, number>>;

const origin = "http://127.0.0.1";

/**
 * Opens a page of a built site in a real browser, served from its folder, and adds up what the browser asks for.
 * Throws when the page asks for files that are not there.
 */
export async function weighPage(browser: Browser, folder: string, path: string): Promise<Weight> {
  const weight: Record<string, number> = {};
  const missing: string[] = [];
  const context = await browser.newContext();
  try {
    await context.route("**/*", async (route) => {
      const { pathname } = new URL(route.request().url());
      const file = join(folder, decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
      const content = await readFile(file).catch(() => undefined);
      if (content === undefined) {
        missing.push(pathname);
        await route.fulfill({ status: 404 });
        return;
      }
      const kind = route.request().resourceType();
      weight[kind] = (weight[kind] ?? 0) + gzipSync(content).length;
      await route.fulfill({ path: file });
    });
    const page = await context.newPage();
    await page.goto(`${origin}/${path}`, { waitUntil: "networkidle" });
  } finally {
    await context.close();
  }
  if (missing.length > 0) throw new Error(`/${path} asks for files that are not there: ${missing.join(", ")}`);
  return weight;
}
