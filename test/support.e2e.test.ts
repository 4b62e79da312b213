import { expect, test } from "vitest";
import { accessibilityViolations } from "./support/axe.ts";
import { newPage } from "./support/browser.ts";
import { createProject } from "./support/project.ts";
import { serve } from "./support/serve.ts";

const policy = (text: string) => `<meta http-equiv="Content-Security-Policy" content="${text}">`;
const document = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>Page</title>${head}</head><body><main><h1>Page</h1>${body}</main></body></html>`;

test("a page that is in order has no problems and no accessibility violations", async () => {
  const project = await createProject({ "site/index.html": document(policy("default-src 'none'"), "<p>Hello</p>") });
  const host = await serve(project.path("site"));
  const { page, problems } = await newPage();
  await page.goto(host.url);

  expect(await page.textContent("p")).toBe("Hello");
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test("refused scripts, exceptions and console errors are all noticed", async () => {
  const project = await createProject({
    "site/broken.js": "console.error('said so'); throw new Error('thrown')",
    "site/index.html": document(policy("script-src 'self'"), "<script>1</script><script src='broken.js'></script>"),
  });
  const host = await serve(project.path("site"), { base: "/help/" });
  const { page, problems } = await newPage();
  await page.goto(host.url);

  await expect
    .poll(() => new Set(problems.map(({ kind }) => kind)))
    .toEqual(new Set(["policy", "console", "exception"]));
  expect(problems.find(({ kind }) => kind === "policy")?.text).toContain("script-src-elem refused inline");
  expect(problems).toContainEqual({ kind: "console", text: "said so", url: host.url });
  expect(problems.find(({ kind }) => kind === "exception")?.text).toContain("Error: thrown");
});

test("an accessibility violation is one readable line", async () => {
  const project = await createProject({ "index.html": document("", "<img src='data:,'>") });
  const host = await serve(project.root);
  const { page } = await newPage({ theme: "dark", viewport: { width: 320, height: 640 } });
  await page.goto(host.url);

  expect(await accessibilityViolations(page)).toEqual([
    expect.stringMatching(/^image-alt \(critical\): Images must have alternative text \| img \| Fix any/),
  ]);
});

test("a reader has a theme, a language, and scripts or none", async () => {
  const project = await createProject({
    "index.html": document(
      "<style>p{display:none}@media (prefers-color-scheme:dark){p{display:block}}</style>",
      "<p>dark</p><noscript><i>no scripts</i></noscript>",
    ),
    "404.html": document("", "<p>Nothing here</p>"),
  });
  const host = await serve(project.root);

  const vietnamese = await newPage({ theme: "dark", locale: "vi" });
  await vietnamese.page.goto(host.url);
  expect(await vietnamese.page.isVisible("p")).toBe(true);
  expect(await vietnamese.page.evaluate(() => navigator.language)).toBe("vi");
  expect(await vietnamese.page.isVisible("i")).toBe(false);

  const bare = await newPage({ javaScript: false });
  const response = await bare.page.goto(new URL("nowhere", host.url).href);
  expect(response?.status()).toBe(404);
  await bare.page.goto(host.url);
  expect(await bare.page.isVisible("p")).toBe(false);
  expect(await bare.page.isVisible("i")).toBe(true);
});

test("a page cannot reach beyond this machine", async () => {
  const project = await createProject({
    "index.html": document("", "<img alt='' src='http://example.com/pixel.png'>"),
  });
  const host = await serve(project.root);
  const { page, problems } = await newPage();
  await page.goto(host.url);

  await expect.poll(() => problems.map(({ text }) => text).join("\n")).toContain("ERR_NAME_NOT_RESOLVED");
});
