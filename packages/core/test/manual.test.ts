import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listFiles } from "../../../test/support/files.ts";
import { picture } from "../../../test/support/picture.ts";
import { createProject } from "../../../test/support/project.ts";
import { workflow } from "../src/authoring/init/workflow.ts";
import { type DiagnosticCode, diagnosticCodes } from "../src/index.ts";
import { checkKnowledgeBase, fixKnowledgeBase } from "../src/node.ts";
import { today } from "./support/told.ts";

// The keys of an object of known shape.
const codes = Object.keys(diagnosticCodes) as DiagnosticCode[];
const manual = new URL("../../../content/lessons/knowhow/", import.meta.url);
const pages = (await listFiles(new URL("rules/", manual).pathname))
  .map((file) => file.replace(/\.mdx$/, ""))
  .toSorted();

test("every diagnostic has a page in the manual, and a line in the list of all", () => {
  expect(codes).toEqual(codes.toSorted());
  expect(pages).toEqual(codes);
  const list = readFileSync(new URL("diagnostics.mdx", manual), "utf8");
  const listed = [...list.matchAll(/^- \[([a-z0-9-]+)\]\(rules\/\1\.mdx\): (.+?)(?: \*\((\w+)\)\*)?$/gm)];
  const told = listed.map(([, code, meaning, severity = "error"]) => [code, { meaning, severity }]);
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(codes.map((code) => [code, expected(code, ["meaning", "severity"])])),
  );
});

test.each(pages)("the page of %s says how much it matters, what it means, and how to mend it", (page) => {
  const text = read(page);
  const { severity, meaning, always } = { always: undefined, ...diagnosticCodes[page as DiagnosticCode] };
  expect(text).toMatch(new RegExp(`^title: "${page}: `, "m"));
  expect(text).toContain(`\nsummary: ${meaning}\n`);
  expect(text.split(/^---$/m)[2]?.trim().split("\n").join(" ")).toMatch(
    always === undefined
      ? new RegExp(`^\\*\\*${severity}\\.\\*\\* `, "i")
      : new RegExp(`^\\*\\*${severity}\\*\\*, whatever .* say: ${always}\\.`, "i"),
  );
  const prose = text.replace(/^(`{3,})[\s\S]*?^\1$/gm, "");
  expect([...prose.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading).slice(0, 3)).toEqual([
    "What it means",
    "For example",
    "How to mend it",
  ]);
});

test("the page about CI shows the workflow that init writes", () => {
  const [, shown] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(new URL("ci.mdx", manual), "utf8")) ?? [];
  expect(shown).toBe(workflow({ path: "", branch: "main", packageManager: "npm" }));
});

// A block of code whose first line names a file is one; together the files of a page are a knowledge base with the mistake.
const withFiles = pages.filter((page) => filesOf(read(page)).length > 0);

test("most pages show the files of a knowledge base that has the mistake", () => {
  expect(withFiles.length).toBeGreaterThan(pages.length * 0.7);
});

test.each(withFiles)("the example of %s has that mistake and no other", async (page) => {
  const project = await createProject({
    "knowhow.config.json": { title: "Coffee" },
    ...Object.fromEntries(filesOf(read(page))),
  });
  const { diagnostics } = await checkKnowledgeBase({ root: project.root, cache: false, today });
  expect([...new Set(diagnostics.map(({ code }) => code))]).toEqual([page]);
});

test("mending the examples makes no new mistake, and leaves nothing to mend", async () => {
  for (const page of withFiles) {
    const project = await createProject({
      "knowhow.config.json": { title: "Coffee" },
      ...Object.fromEntries(filesOf(read(page))),
    });
    const options = { root: project.root, cache: false as const, today };
    const codes = new Set((await checkKnowledgeBase(options)).diagnostics.map(({ code }) => code));
    const first = await fixKnowledgeBase(options);
    expect(first.diagnostics.filter(({ code, fix }) => !codes.has(code) || fix !== undefined)).toEqual([]);
    expect((await fixKnowledgeBase(options)).fixed).toEqual([]);
  }
});

function read(page: string): string {
  return readFileSync(new URL(`rules/${page}.mdx`, manual), "utf8");
}

function filesOf(page: string): readonly (readonly [string, string])[] {
  return [...page.matchAll(/^(`{3,})\w+ (\S.*)\n([\s\S]*?)^\1$/gm)].map(
    ([, , file = "", text = ""]) => [file, text === "(any picture)\n" ? picture : text] as const,
  );
}

function expected(code: DiagnosticCode, keys: readonly ("meaning" | "severity")[]): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.map((key) => [key, diagnosticCodes[code][key]]));
}
