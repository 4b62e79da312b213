import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { findChromium } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the one Chromium of a test run takes connections. */
    chromiumEndpoint: string;
  }
}

// No page may reach beyond this machine: a site that loads something from elsewhere fails its test.
const offline = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";

const flags = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  offline,
];

/** Starts the Chromium that all end-to-end files share, and stops it after the last one. Run by vitest. */
export default async function startBrowser(project: TestProject): Promise<() => Promise<void>> {
  const { executable, env } = await findChromium();
  const server = await chromium.launchServer({
    executablePath: executable,
    args: flags,
    env: { ...process.env, ...env },
    host: "127.0.0.1",
  });
  project.provide("chromiumEndpoint", server.wsEndpoint());
  return () => server.close();
}
