import type { KnowledgeBase } from "@knowhow/core";
import { loadKnowledgeBase, openSite } from "@knowhow/core/node";
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

test("a list by filter alone is in the order of URLs, by the SDK and on the page, as in a base that is read from its content", async () => {
  const site = await openSite(project.path("dist"));
  const urls = async (kb: Pick<KnowledgeBase, "search">) =>
    (await kb.search("", { type: ["faq", "question"], limit: 100 })).hits.map(({ url }) => url);
  const listed = await urls(await loadKnowledgeBase({ root: project.root }));
  expect(listed).toHaveLength(100);
  expect(listed).toEqual(listed.toSorted());
  expect(await urls(site)).toEqual(listed);
  const host = await serve(project.path("dist"));
  const { page } = await newPage();
  await page.goto(`${host.url}search/?type=faq&type=question`);
  await page.locator(".kh-results li").nth(9).waitFor();
  const links = await page
    .locator(".kh-results li a")
    .evaluateAll((found) => found.map((link) => link.getAttribute("href")));
  expect(links.slice(0, 10)).toEqual(listed.slice(0, 10));
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
