import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../../test/support/chromium.ts";

/** Starts a Chromium that talks to nobody of its own accord; the caller closes it. Throws when there is none. */
export async function openBrowser(): Promise<Browser> {
  const { executable, env } = await findChromium();
  const args = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  return chromium.launch({
    executablePath: executable,
    args: ["--no-sandbox", ...args],
    env: { ...process.env, ...env },
  });
}
