import { readFileSync } from "node:fs";
import { mkdir, symlink } from "node:fs/promises";
import { expect, test } from "vitest";
import { newPage } from "../../../test/support/browser.ts";
import { createProject, type Project } from "../../../test/support/project.ts";
import { serve } from "../../../test/support/serve.ts";

const repository = new URL("../../../", import.meta.url);

/** The files that the manual shows. */
const manual = Object.fromEntries(
  [
    ...readFileSync(new URL("content/lessons/knowhow/own-fields.mdx", repository), "utf8").matchAll(
      /^```\w+ (\S+)\n([\s\S]*?)^```$/gm,
    ),
  ].map(([, file = "", text = ""]) => [file, text]),
);

/** A project in which the packages are installed. */
async function install(files: Readonly<Record<string, string>>): Promise<Project> {
  const project = await createProject(files);
  await mkdir(project.path("node_modules/@knowhow"), { recursive: true });
  await symlink(new URL("packages/core", repository), project.path("node_modules/@knowhow/core"));
  await symlink(new URL("site", repository), project.path("node_modules/@knowhow/site"));
  return project;
}

test("the example of the manual shows own fields in a slot and in a page of its own, and follows their changes", async () => {
  const project = await install({
    ...manual,
    "content/faqs/noise.md": "---\ntitle: Why does it make such a noise?\n---\n\nIt wants oil.\n",
  });
  expect(Object.keys(manual)).toHaveLength(4);
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0, stderr: "" });
  const clean = await project.fingerprint("dist");
  const host = await serve(project.path("dist"));
  const { page, problems } = await newPage();
  await page.goto(`${host.url}lessons/oil/`);
  expect(await page.locator(".difficulty").textContent()).toBe("★★");
  await page.goto(`${host.url}faqs/noise/`);
  await page.getByText("It wants oil.").first().waitFor();
  expect(await page.locator(".difficulty").count()).toBe(0);
  await page.goto(`${host.url}machines/`);
  expect(await page.getByRole("listitem").allTextContents()).toEqual(["Oil the press: press"]);

  const lesson = manual["content/lessons/oil.mdx"] ?? "";
  await project.write("content/lessons/oil.mdx", lesson.replace("[press]", "[press, saw]").replace(": 2", ": 3"));
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
  await page.goto(`${host.url}lessons/oil/`);
  await page.getByText("★★★").waitFor();
  await page.goto(`${host.url}machines/`);
  await page.getByText("Oil the press: press, saw").waitFor();
  expect(problems).toEqual([]);

  await project.write("content/lessons/oil.mdx", lesson);
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
  expect(await project.fingerprint("dist")).toEqual(clean);
});

test("a field that fails is an error of its entry: no stack, exit code 1, and all else that is wrong", async () => {
  const failing = `z.string().refine(() => { throw new Error("The list of machines is gone."); })`;
  const project = await install({
    "knowhow.config.ts": `import { defineConfig, z } from "@knowhow/core";\n\nexport default defineConfig({\n  title: "Workshop",\n  fields: { machine: ${failing}, later: z.string().refine(async () => { throw new Error("Late."); }).optional() },\n});\n`,
    "content/lessons/oil.md": "---\ntitle: Oil\nmachine: press\nlater: x\nlevel: hard\n---\n\nTwo drops.\n",
  });
  const { exitCode, stdout, stderr } = await project.knowhow("check");
  expect(exitCode).toBe(1);
  expect(stderr).toBe("");
  expect(stdout).toContain("“machine” cannot be read, because its field failed: The list of machines is gone.");
  expect(stdout).toContain("The mistake is in the configuration, see knowhow.config.ts:5.");
  expect(stdout).toContain("“later” cannot be read, because its field failed: Late.");
  expect(stdout).toContain("“level” cannot be “hard”.");
  expect(stdout).not.toMatch(/^\s+at /m);
  expect((await project.knowhow("build")).exitCode).toBe(1);
});
