import { beforeAll, describe, expect, test } from "vitest";
import { accessibilityViolations } from "../../../test/support/axe.ts";
import { newPage } from "../../../test/support/browser.ts";
import { createProject } from "../../../test/support/project.ts";
import { type StaticHost, serve } from "../../../test/support/serve.ts";

const content = {
  "content/faqs/refunds.md":
    "---\ntitle: How do I get my money back?\nanswer: Ask.\n---\n\nPress [Refund](refunds.md#how).\n\n## How\n\nSo.\n",
  "content/quizzes/q.mdx": "---\ntitle: Sure?\n---\n\n## One\n\nRight?\n\n- [x] Yes\n- [ ] No\n",
};

const brand = {
  "brand/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10"/></svg>',
  "brand/site.css": ":root { --kh-paper: light-dark(rgb(255 250 240), rgb(10 10 10)); } h1 { letter-spacing: 3px; }",
};

let host: StaticHost;
beforeAll(async () => {
  const theme = { accent: "yellow", logo: "brand/logo.svg", css: "brand/site.css" };
  const project = await createProject({ "knowhow.config.json": { title: "Desk", theme }, ...content, ...brand });
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
  host = await serve(project.path("dist"));
});

describe("the owner's look", () => {
  test("an accent of any lightness can be read in both themes", async () => {
    for (const theme of ["light", "dark"] as const) {
      const { page, problems } = await newPage({ theme });
      for (const path of ["", "faqs/refunds/", "quizzes/q/"]) {
        await page.goto(host.url + path);
        expect(await accessibilityViolations(page), `${theme} ${path}`).toEqual([]);
      }
      expect(problems).toEqual([]);
    }
  });

  test("a logo stands in place of the title, and keeps its name", async () => {
    const { page } = await newPage();
    await page.goto(host.url);
    const image = page.getByRole("link", { name: "Desk" }).getByRole("img");
    expect(await image.evaluate((found: HTMLImageElement) => found.naturalWidth)).toBeGreaterThan(0);
  });

  test("variables and plain rules of the style sheet win over the site's own", async () => {
    const { page } = await newPage();
    await page.goto(host.url);
    const [paper, spacing] = await page.evaluate(() => [
      getComputedStyle(document.body).backgroundColor,
      getComputedStyle(document.querySelector("h1") ?? document.body).letterSpacing,
    ]);
    expect(paper).toBe("rgb(255, 250, 240)");
    expect(spacing).toBe("3px");
  });
});
