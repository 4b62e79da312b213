import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { newPage } from "./support/browser.ts";
import { startKnowhow } from "./support/command.ts";
import { createProject } from "./support/project.ts";

const threeEntries = {
  "knowhow.config.json": { title: "Help desk" },
  "content/lessons/refunds.mdx": `---
title: Pay money back
summary: The three steps of a refund.
---

## Look up the order

Every refund begins with the order's number.
`,
  "content/faqs/refunds.md": `# Can I get my money back?

Yes, within 30 days.
`,
  "content/quizzes/refunds.mdx": `---
title: Do you know refunds?
---

## How long may a customer ask for a refund?

- [x] 30 days
  > From the day of delivery.
- [ ] A year
`,
};

test("three entries are checked, published, served, and found by what a reader types", async () => {
  const project = await createProject(threeEntries);

  const checked = await project.knowhow("check", "--format", "json");
  expect(JSON.parse(checked.stdout)).toEqual({
    diagnostics: [],
    summary: { entries: 3, errors: 0, warnings: 0, infos: 0 },
  });
  expect(checked.exitCode).toBe(0);
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });

  const preview = project.start(["preview", "--port", "0"]);
  const [, url = ""] = await preview.waitFor(/(http:\/\/localhost:\d+\S*)/);
  const { page, problems } = await newPage();
  await page.goto(new URL("lessons/refunds/", url).href);
  await page.keyboard.press("Control+k");
  const dialog = page.getByRole("dialog");
  await dialog.locator("input").fill("money back");
  await dialog.getByRole("option", { name: "Can I get my money back?" }).click();
  await page.waitForURL("**/faqs/refunds/**");
  expect(await page.textContent("main")).toContain("Yes, within 30 days.");
  expect(problems).toEqual([]);

  await preview.stop("SIGINT");
  expect(await preview.done).toMatchObject({ exitCode: 0 });
});

test("a mistake is told at its line, and the published site stays as it was", async () => {
  const project = await createProject(threeEntries);
  await project.knowhow("build");
  const published = await project.fingerprint("dist");

  await project.write("content/faqs/refunds.md", "# Can I get my money back?\n\n[See](../lessons/refund.mdx)\n");
  const failed = await project.knowhow("build");

  expect(failed.exitCode).toBe(1);
  expect(failed.stdout + failed.stderr).toContain("content/faqs/refunds.md:3:");
  expect(await project.fingerprint("dist")).toEqual(published);
});

test("the project's own knowledge base is in order", async () => {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const { exitCode, stdout } = await startKnowhow(["check"], { cwd: root }).done;
  expect(stdout).toMatch(/entries checked/);
  expect(exitCode).toBe(0);
});
