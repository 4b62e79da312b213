import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { builtInBlocks } from "../packages/core/src/compile/blocks/index.ts";
import { entryFolders } from "../packages/core/src/model/types.ts";

const repository = new URL("../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, repository), "utf8");
const below = (folder: string) =>
  readdirSync(fileURLToPath(new URL(folder, repository)), { recursive: true })
    .map((file) => `${folder}/${String(file).replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".mdx"));

const manual = below("content/lessons/knowhow").filter((file) => !file.includes("/rules/"));

test("every command is in the manual, on a page of its own or by its name", () => {
  const source = read("packages/cli/src/program.ts") + read("packages/cli/src/authoring-commands.ts");
  const commands = [...source.matchAll(/(?:\.command\(|searchCommand\(program, )"(\w+)"/g)].map(([, name]) => name);
  expect(commands.length).toBeGreaterThan(12);
  const lacking = commands.filter(
    (name) =>
      !manual.includes(`content/lessons/knowhow/commands/${name}.mdx`) &&
      !manual.some((file) => read(file).includes(`\n  - knowhow ${name}\n`)),
  );
  expect(lacking).toEqual([]);
});

test("every block is in the manual, where it is shown at work", () => {
  const pages = manual
    .filter((file) => /\/(?:blocks|questions)\/|\/(?:callouts|questions)\.mdx$/.test(file))
    .map(read)
    .join("\n");
  expect(builtInBlocks.filter(({ name }) => !new RegExp(`<${name}[\\s>]`).test(pages)).map(({ name }) => name)).toEqual(
    [],
  );
});

test("the project's own knowledge base is a real one, in two languages", () => {
  const entries = below("content").filter((file) => !/\/_/.test(file));
  const isVietnamese = (file: string) => file.startsWith("content/vi/");
  expect(entries.filter((file) => !isVietnamese(file) && !file.includes("/knowhow/")).length).toBeGreaterThan(10);
  expect(entries.filter(isVietnamese).length).toBeGreaterThan(2);
  for (const folder of Object.values(entryFolders)) {
    expect(entries.some((file) => file.startsWith(`content/${folder}/`))).toBe(true);
  }
});

test("types are checked as strictly as they can be", () => {
  expect(JSON.parse(read("tsconfig.base.json")).compilerOptions).toMatchObject({
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    erasableSyntaxOnly: true,
  });
});

test("the readme has the two commands that do everything, and they are there", () => {
  const readme = read("README.md");
  const { scripts } = JSON.parse(read("package.json"));
  expect(readme).toContain("npx -y pnpm@12 start");
  expect(readme).toContain("npx -y pnpm@12 test");
  expect(scripts).toMatchObject({ start: expect.stringContaining("--port 4321"), test: "node scripts/test.ts" });
  const [, picture = ""] = /!\[[^\]]+\]\(([^)]+\.png)\)/.exec(readme) ?? [];
  expect(readFileSync(new URL(picture, repository)).byteLength).toBeGreaterThan(10_000);
  expect(read(".ci/run")).toContain("npx -y pnpm@12 test");
});
