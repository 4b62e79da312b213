import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { expect, inject, test } from "vitest";
import type {} from "../../test/support/browser-server.ts";
import { createProject } from "../../test/support/project.ts";
import { weighPage } from "../lines/weigh.ts";

const files = {
  "lesson/index.html":
    "<!doctype html><link rel='stylesheet' href='/a.css'><link rel='stylesheet' href='/b.css'><script type='module' src='/page.js'></script><img src='/dot.svg'>",
  "a.css": "body { color: red; }",
  "b.css": "body { background: white; }",
  "page.js": "import './shared.js'; document.body.onclick = () => import('./search.js');",
  "shared.js": "export const shared = 1;",
  "search.js": "export const search = 1;",
  "dot.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>",
};

const zipped = (...names: (keyof typeof files)[]) => names.reduce((sum, name) => sum + gzipSync(files[name]).length, 0);

test("a page weighs what the browser loads by itself, kind by kind", async () => {
  const project = await createProject(files);
  const browser = await chromium.connect(inject("chromiumEndpoint"));
  expect(await weighPage(browser, project.root, "lesson/")).toEqual({
    document: zipped("lesson/index.html"),
    stylesheet: zipped("a.css", "b.css"),
    script: zipped("page.js", "shared.js"),
    image: zipped("dot.svg"),
  });
});

test("a page that asks for a missing file is not weighed", async () => {
  const project = await createProject({ "index.html": "<!doctype html><script src='/gone.js'></script>" });
  const browser = await chromium.connect(inject("chromiumEndpoint"));
  await expect(weighPage(browser, project.root, "")).rejects.toThrow("/ asks for files that are not there: /gone.js");
});
