/**
 * Imports every Markdown document of the packages that are installed, and tells what came of it: entries with mistakes,
 * words that are in no entry, and how long it took. Nothing of it is kept.
 *
 * `node bench/import/run.ts [--entries 500] [--keep <folder>]`
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measure } from "../measure.ts";
import { knowhow } from "../sites.ts";
import { lostWords } from "./words.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: { entries: { type: "string", default: "500" }, keep: { type: "string" } },
});

/** Packages' documents, each package once, in the order of their names. */
async function documents(limit: number): Promise<readonly { readonly from: string; readonly to: string }[]> {
  const store = fileURLToPath(new URL("../../node_modules/.pnpm", import.meta.url));
  const found = new Map<string, string>();
  for (const name of (await readdir(store)).sort()) {
    const modules = join(store, name, "node_modules");
    const own = name.replace(/^(@[^+]+)\+/, "$1/").replace(/@[^@/]*(?:_.*)?$/, "");
    const folder = join(modules, own);
    const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const file of files) {
      if (!file.isFile() || !/\.mdx?$/i.test(file.name) || file.parentPath.includes(`${folder}/node_modules`)) continue;
      const path = join(file.parentPath, file.name);
      found.set(`${own.replace("/", "-")}/${path.slice(folder.length + 1)}`, path);
      if (found.size === limit) return [...found].map(([to, from]) => ({ from, to }));
    }
  }
  return [...found].map(([to, from]) => ({ from, to }));
}

interface Report {
  readonly entries: readonly {
    readonly source: string;
    readonly file: string;
    readonly notes: readonly { readonly line: number; readonly message: string }[];
    readonly problems: readonly { readonly code: string; readonly severity: string; readonly message: string }[];
  }[];
  readonly skipped: readonly { readonly source: string; readonly why: string }[];
}

const folder = values.keep ?? (await mkdtemp(join(tmpdir(), "knowhow-import-")));
const root = join(folder, "kb");
const source = join(folder, "docs");
await mkdir(root, { recursive: true });
await writeFile(join(root, "knowhow.config.json"), '{"title":"Imported"}');
const files = await documents(Number(values.entries));
for (const { from, to } of files) {
  await mkdir(dirname(join(source, to)), { recursive: true });
  await cp(from, join(source, to));
}

const imported = await measure({ argv: knowhow("import", source, "--root", root, "--json") });
const report: Report = JSON.parse(imported.stdout);
const checked = await measure({ argv: knowhow("check", "--root", root, "--json") });
const { diagnostics } = JSON.parse(checked.stdout) as {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly file: string;
    readonly message: string;
    readonly range: { readonly start: { readonly line: number } };
  }[];
};
const errors = diagnostics.filter(({ severity }) => severity === "error");
const counts = new Map<string, number>();
for (const { code } of errors) counts.set(code, (counts.get(code) ?? 0) + 1);

const bySource = new Map<string, string[]>();
for (const entry of report.entries) {
  const text = await readFile(join(root, entry.file), "utf8");
  bySource.set(entry.source, [...(bySource.get(entry.source) ?? []), text]);
}
const lost: { readonly source: string; readonly words: readonly string[] }[] = [];
let words = 0;
for (const [file, texts] of bySource) {
  const { total, missing } = lostWords(await readFile(join(source, file), "utf8"), texts.join("\n"));
  words += total;
  if (missing.length > 0) lost.push({ source: file, words: missing });
}
const told = new Set(report.entries.filter(({ problems }) => problems.length > 0).map(({ file }) => file));
const untold = errors.filter(({ file }) => !told.has(file));
const lines = [
  `${files.length} documents, ${(imported.wallMs / 1000).toFixed(1)} s`,
  `${report.entries.length} entries, ${report.skipped.length} not imported`,
  `${new Set(errors.map(({ file }) => file)).size} entries with errors: ${[...counts].map(([code, count]) => `${code} ${count}`).join(", ") || "none"}`,
  `${untold.length} errors that the import did not tell`,
  `${words} words, ${lost.reduce((sum, one) => sum + one.words.length, 0)} in no entry`,
  ...report.skipped.map(({ source: file, why }) => `  not imported: ${file}: ${why}`),
  ...untold.map(({ file, range, message }) => `  untold: ${file}:${range.start.line} ${message}`),
  ...errors
    .filter(({ file }) => told.has(file))
    .map(({ file, range, code, message }) => `  ${file}:${range.start.line} ${code} ${message}`),
  ...lost.map((one) => `  lost: ${one.source}: ${one.words.slice(0, 12).join(" ")}`),
];
process.stdout.write(`${lines.join("\n")}\n`);
if (values.keep === undefined) await rm(folder, { recursive: true });
