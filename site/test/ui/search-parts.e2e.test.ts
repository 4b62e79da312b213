import { openSite } from "@knowhow/core/node";
import { beforeAll, expect, test } from "vitest";
import { newPage } from "../../../test/support/browser.ts";
import { createProject, type Project } from "../../../test/support/project.ts";
import { serve } from "../../../test/support/serve.ts";

/** Together more than one part of an index holds, in few files. */
const quizzes = Array.from({ length: 22 }, (_, number) => number);

const question = (quiz: number, number: number) =>
  `## What does valve ${quiz}-${number} shut?\n\n- [x] The pipe\n- [ ] The door\n`;

const quizFile = (quiz: number) =>
  `---\ntitle: Plant ${quiz}\n---\n\n${Array.from({ length: 199 }, (_, number) => question(quiz, number)).join("\n")}`;

let project: Project;
beforeAll(async () => {
  project = await createProject({
    "knowhow.config.json": { title: "Plant", budget: { warn: 500, error: 500 } },
    ...Object.fromEntries(quizzes.map((quiz) => [`content/quizzes/plant-${quiz}.mdx`, quizFile(quiz)])),
    "content/faqs/turbine.md": "# How do I stop the turbine?\n\nPress the **red** button.\n",
  });
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
});

test("in a base whose index has several parts, every entry is found: by the SDK and on the page", async () => {
  expect(await project.files("dist/pagefind/parts")).toContain("1/pagefind-entry.json");
  const site = await openSite(project.path("dist"));
  for (const quiz of quizzes) {
    const { hits } = await site.search(`"plant ${quiz}"`);
    expect(hits.map(({ ref }) => ref)).toContain(`quiz:plant-${quiz}`);
  }
  const host = await serve(project.path("dist"));
  const { page, problems } = await newPage();
  for (const quiz of quizzes.slice(0, 6)) {
    await page.goto(`${host.url}search/?q=${encodeURIComponent(`"plant ${quiz}"`)}`);
    await page.locator(`main a[href^="/quizzes/plant-${quiz}/"]`).first().waitFor();
  }
  expect(problems).toEqual([]);
});

test("after an edit only the part of the edited entry is made again, and a clean build gives the same bytes", async () => {
  const parts = await project.fingerprint(".knowhow/cache/search");
  await project.write("content/faqs/turbine.md", "# How do I stop the turbine?\n\nPress the **green** button.\n");
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
  const kept = Object.keys(await project.fingerprint(".knowhow/cache/search")).filter((file) => file in parts);
  expect(kept).toHaveLength(Object.keys(parts).length - 1);

  const built = await project.fingerprint("dist");
  await project.remove(".knowhow");
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
  expect(await project.fingerprint("dist")).toEqual(built);
});
