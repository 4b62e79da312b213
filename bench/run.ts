import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildLines } from "./lines/build.ts";
import { checkLines } from "./lines/check.ts";
import { devLines } from "./lines/dev.ts";
import { editLines } from "./lines/edit.ts";
import { lspLines } from "./lines/lsp.ts";
import { mvLines } from "./lines/mv.ts";
import { pageLines } from "./lines/page.ts";
import { scaleLines } from "./lines/scale.ts";
import { sinceLines } from "./lines/since.ts";
import { type BrokenLine, formatTable, isMet, type Line } from "./report.ts";
import { openSites, type Sites } from "./sites.ts";

/** The parts of the benchmark, in the order in which they run: `edit` builds upon what `build` left behind. */
const parts: Readonly<Record<string, (sites: Sites, entries: number) => Promise<readonly Line[]>>> = {
  build: buildLines,
  edit: editLines,
  check: checkLines,
  since: sinceLines,
  scale: scaleLines,
  page: pageLines,
  dev: devLines,
  lsp: lspLines,
  mv: mvLines,
};

const usage = `Usage: pnpm bench [--only ${Object.keys(parts).join(",")}] [--entries 5000] [--runs 1]`;
const results = fileURLToPath(new URL("./results", import.meta.url));

interface Options {
  readonly only: readonly string[];
  readonly entries: number;
  readonly runs: number;
}

/** Reads the options; undefined when they make no sense. */
function readOptions(): Options | undefined {
  const { values } = parseArgs({
    // pnpm hands the `--` of `pnpm bench -- --only build` on.
    args: process.argv.slice(2).filter((argument) => argument !== "--"),
    options: {
      only: { type: "string", default: Object.keys(parts).join(",") },
      entries: { type: "string", default: "5000" },
      runs: { type: "string", default: "1" },
    },
  });
  const options = { only: values.only.split(","), entries: Number(values.entries), runs: Number(values.runs) };
  const isCount = (value: number) => Number.isInteger(value) && value > 0;
  const sensible = options.only.every((part) => part in parts) && isCount(options.entries) && isCount(options.runs);
  return sensible ? options : undefined;
}

async function run({ only, entries, runs }: Options): Promise<void> {
  const say = (message: string) => process.stderr.write(`${message}\n`);
  const folder = await mkdtemp(join(tmpdir(), "knowhow-bench-"));
  const removeNow = () => rm(folder, { recursive: true, force: true });
  process.once("SIGINT", () => void removeNow().finally(() => process.exit(130)));
  const loadBefore = loadavg()[0];
  try {
    const sites = openSites({ folder, runs, say });
    const lines: (Line | BrokenLine)[] = [];
    for (const [name, measurePart] of Object.entries(parts)) {
      if (!only.includes(name)) continue;
      try {
        lines.push(...(await measurePart(sites, entries)));
      } catch (error) {
        lines.push({ name, error: error instanceof Error ? error.message : String(error) });
      }
    }
    const machine = {
      node: process.version,
      processor: cpus()[0]?.model,
      cores: availableParallelism(),
      memoryBytes: totalmem(),
      loadBefore,
    };
    const date = new Date().toISOString();
    const judged = lines.map((line) => ("error" in line ? line : { ...line, met: isMet(line) }));
    const file = join(results, `${date.replaceAll(":", "-").slice(0, 19)}.json`);
    await mkdir(results, { recursive: true });
    await writeFile(
      file,
      `${JSON.stringify({ date, entries, runs, machine, lines: judged, measurements: sites.measurements }, undefined, 2)}\n`,
    );
    process.stdout.write(
      `${entries} entries, ${machine.cores} cores, Node ${machine.node}\n\n${formatTable(lines)}\n\n`,
    );
    say(`Written to ${relative(process.cwd(), file)}`);
    if (lines.some((line) => "error" in line)) process.exitCode = 1;
  } finally {
    await removeNow();
  }
}

const options = readOptions();
if (options === undefined) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else {
  await run(options);
}
