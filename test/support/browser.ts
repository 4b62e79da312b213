// Some of it runs in the page, whichever package has the test.
/// <reference lib="dom" />

import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { inject } from "vitest";
// Brings the type of what the browser's start provides.
import type {} from "./browser-server.ts";
import { cleanUp } from "./cleanup.ts";

/** How a reader comes to the page; every setting has a default. */
export type Reader = {
  /** The colours that the reader's system prefers; `light` unless told. */
  readonly theme?: "light" | "dark";
  /** The browser's language, such as `vi`; `en` unless told. */
  readonly locale?: string;
  /** In CSS pixels; 1280 × 800 unless told. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** `false` turns scripts off. */
  readonly javaScript?: boolean;
};

/** Something that went wrong in the browser. */
export type PageProblem = {
  /** An error on the console, an uncaught exception, or something that the content security policy refused. */
  readonly kind: "console" | "exception" | "policy";
  readonly text: string;
  /** The page where it happened. */
  readonly url: string;
};

/** A page in a browser profile of its own. */
export type OpenPage = {
  readonly page: Page;
  /** Everything that went wrong so far, in all documents the page has shown. `[]` is what a test expects. */
  readonly problems: readonly PageProblem[];
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

let connection: Promise<Browser> | undefined;

/**
 * Opens a page for a reader. It closes when the test (or, opened outside a test, the file) ends.
 *
 * @example
 * const { page, problems } = await newPage({ theme: "dark", locale: "vi" });
 * await page.goto(site.url);
 * expect(problems).toEqual([]);
 */
export async function newPage(reader: Reader = {}): Promise<OpenPage> {
  connection ??= chromium.connect(inject("chromiumEndpoint"));
  const browser = await connection;
  const context = await browser.newContext({
    colorScheme: reader.theme ?? "light",
    locale: reader.locale ?? "en",
    viewport: reader.viewport ?? { width: 1280, height: 800 },
    javaScriptEnabled: reader.javaScript ?? true,
    timezoneId: "UTC",
  });
  const close = cleanUp(() => context.close());
  const problems = await watchForProblems(context);
  const page = await context.newPage();
  // Far above what any step takes, below the time limit of a test: a failure names the step, not the test.
  page.setDefaultTimeout(30_000);
  return { page, problems, close, [Symbol.asyncDispose]: close };
}

/** Opens a page of `knowhow dev`, and waits until it hears of edits: one that is made before that passes it by. */
export async function openServedPage(page: Page, url: string): Promise<void> {
  const listening = new Promise<void>((resolve) => {
    page.once("websocket", (socket) => socket.once("framereceived", () => resolve()));
  });
  await page.goto(url);
  await listening;
}

async function watchForProblems(context: BrowserContext): Promise<readonly PageProblem[]> {
  const problems: PageProblem[] = [];
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    problems.push({ kind: "console", text: message.text(), url: message.page()?.url() ?? "" });
  });
  context.on("weberror", (webError) => {
    const error = webError.error();
    problems.push({ kind: "exception", text: error.stack ?? error.message, url: webError.page()?.url() ?? "" });
  });
  await context.exposeBinding("reportPolicyViolation", ({ page }, text: string) => {
    problems.push({ kind: "policy", text, url: page.url() });
  });
  await context.addInitScript(() => {
    const { reportPolicyViolation } = globalThis as unknown as { reportPolicyViolation: (text: string) => void };
    document.addEventListener("securitypolicyviolation", (event) => {
      reportPolicyViolation(`${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`.trim());
    });
  });
  return problems;
}
