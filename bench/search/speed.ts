import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { gzipSync } from "node:zlib";
import {
  createSearch,
  facetsFile,
  type PagefindInstance,
  pagefindDriver,
  readFacets,
  readNames,
  readSidecar,
  type Search,
  searchFolder,
  shardFile,
  sidecarFile,
} from "../../packages/core/src/search/index.ts";
import { percentile } from "../../packages/core/src/search/measures.ts";
import { openSiteSearch, runPagefind } from "../../packages/core/src/search/node/index.ts";
import { loadThesaurus } from "../../packages/core/src/search/thesaurus/index.ts";
import { buildSearchIndex } from "./build-site.ts";
import { lessonQuestion, lessonRecord } from "./lesson-records.ts";

const { values } = parseArgs({
  options: { pages: { type: "string", default: "1000,11000" }, queries: { type: "string", default: "100" } },
});

/** How often each question is asked: the fastest time tells least about what else the machine was doing. */
const runs = 3;

const plannerBytes = await weighPlanner();

for (const pages of values.pages.split(",").map(Number)) await measureBase(pages, Number(values.queries));

/** Builds the index of a base and prints what a first result costs in bytes, and a query in time, beside Pagefind alone. */
async function measureBase(pages: number, queryCount: number): Promise<void> {
  const site = mkdtempSync(join(tmpdir(), "knowhow-search-"));
  try {
    await buildSearchIndex(
      site,
      "en",
      Array.from({ length: pages }, (_, number) => lessonRecord(number)),
    );
    const questions = Array.from({ length: queryCount }, (_, number) => lessonQuestion(number * 7));
    const name = `${pages.toLocaleString("en")} pages`;

    const costs = [];
    for (const question of questions.slice(0, 20)) costs.push(await bytesToFirstResult(site, question));
    for (const part of ["script", "wasm", "sidecar", "meta", "index", "fragments", "names", "total"] as const) {
      const bytes = costs.map((cost) => cost[part]);
      print(
        name,
        `bytes to the first result: ${part}`,
        `${kilobytes(percentile(bytes, 0.5))}, p95 ${kilobytes(percentile(bytes, 0.95))}`,
      );
    }

    const totals = costs.map(({ total }) => total + plannerBytes);
    const goal = pages <= 1000 ? "180" : "400";
    print(name, "bytes of the planner's own script", kilobytes(plannerBytes));
    print(name, "bytes with it", `p95 ${kilobytes(percentile(totals, 0.95))} (goal: ${goal} KB at ${name})`);

    const start = performance.now();
    const search = await openSiteSearch(site, "en");
    await search.search(questions[0] ?? "");
    print(name, "open the site and answer once", `${(performance.now() - start).toFixed(0)} ms`);

    const [ours, stock] = [await timesOf(search, questions), await stockTimes(site, questions)];
    print(
      name,
      "a warm query",
      `p50 ${percentile(ours, 0.5).toFixed(1)} ms, p95 ${percentile(ours, 0.95).toFixed(1)} ms`,
    );
    print(
      name,
      "Pagefind alone",
      `p50 ${percentile(stock, 0.5).toFixed(1)} ms, p95 ${percentile(stock, 0.95).toFixed(1)} ms`,
    );
    print(name, "as a ratio of sums", (sum(ours) / sum(stock)).toFixed(2));
    const suggestions: number[] = [];
    for (const question of questions) {
      const began = performance.now();
      await search.suggest(question.slice(9, 14));
      suggestions.push(performance.now() - began);
    }
    print(name, "a suggestion", `p95 ${percentile(suggestions, 0.95).toFixed(1)} ms`);
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}

/** The bytes of the worker that searches for the pages of a built site, and of the everyday synonyms that it loads, compressed. */
async function weighPlanner(): Promise<number> {
  const site = mkdtempSync(join(tmpdir(), "knowhow-planner-"));
  try {
    const root = fileURLToPath(new URL("../..", import.meta.url));
    const out = join(site, "dist");
    await promisify(execFile)(process.execPath, [join(root, "packages/cli/dist/cli.js"), "build", "--out", out], {
      cwd: root,
    });
    const names = await readdir(join(out, "assets"));
    const read = (name: string | undefined) => readFile(join(out, "assets", name ?? ""));
    const worker = await read(names.find((name) => /^search-worker.*\.js$/.test(name)));
    const synonyms = await read(/[\w.-]*\ben-[\w.-]+\.js/.exec(worker.toString("utf8"))?.[0]);
    return sum([worker, synonyms].map((script) => gzipSync(script, { level: 9 }).length));
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
}

interface Bytes {
  readonly script: number;
  readonly wasm: number;
  readonly sidecar: number;
  readonly meta: number;
  readonly index: number;
  readonly fragments: number;
  /** Of the pages that are suggested while the question is typed. */
  readonly names: number;
  readonly total: number;
}

/** What a reader's first question downloads, compressed as a server would. */
async function bytesToFirstResult(site: string, question: string): Promise<Bytes> {
  const sizes = new Map<string, number>();
  const read = async (path: string) => {
    const content = await readFile(join(site, searchFolder, path));
    // Pagefind's own files are compressed already.
    sizes.set(path, /\.(js|json)$/.test(path) ? gzipSync(content, { level: 9 }).length : content.length);
    return content;
  };
  const script = await read("pagefind.js");
  const sidecar = readSidecar((await read(sidecarFile("en"))).toString("utf8"));
  const pagefind = await runPagefind(script.toString("utf8"), read, "en", sidecar.parts);
  const driver = pagefindDriver(pagefind, "en");
  const thesaurus = await loadThesaurus("en");
  const loadNames = async (prefix: string) => readNames((await read(shardFile("en", prefix))).toString("utf8"));
  const loadFacets = async () => readFacets((await read(facetsFile("en"))).toString("utf8"));
  const search = createSearch({ driver, sidecar, loadNames, loadFacets, thesaurus });
  await search.search(question);
  for (let length = 1; length <= question.length; length++) await search.suggest(question.slice(0, length));
  const of = (pattern: RegExp) => sum([...sizes].filter(([path]) => pattern.test(path)).map(([, size]) => size));
  return {
    script: of(/\.js$/),
    wasm: of(/^wasm/),
    sidecar: of(/^sidecar/),
    meta: of(/pf_meta$|pagefind-entry/),
    index: of(/index$/),
    fragments: of(/fragment$/),
    names: of(/^names/),
    total: of(/./),
  };
}

async function timesOf(search: Search, questions: readonly string[]): Promise<readonly number[]> {
  return fastestOf(questions, (question) => search.search(question));
}

async function fastestOf(
  questions: readonly string[],
  ask: (question: string) => Promise<unknown>,
): Promise<readonly number[]> {
  for (const question of questions) await ask(question);
  const fastest = questions.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < runs; run++) {
    for (const [place, question] of questions.entries()) {
      const start = performance.now();
      await ask(question);
      fastest[place] = Math.min(fastest[place] ?? 0, performance.now() - start);
    }
  }
  return fastest;
}

/** What Pagefind takes for the same questions and as many loaded results. */
async function stockTimes(site: string, questions: readonly string[]): Promise<readonly number[]> {
  const folder = join(site, searchFolder);
  const pagefind: PagefindInstance = await runPagefind(
    await readFile(join(folder, "pagefind.js"), "utf8"),
    (path) => readFile(join(folder, path)),
    "en",
    readSidecar(await readFile(join(folder, sidecarFile("en")), "utf8")).parts,
  );
  return fastestOf(questions, async (question) => {
    const { results } = await pagefind.search(question);
    await Promise.all(results.slice(0, 10).map((result) => result.data()));
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

function print(base: string, figure: string, value: string): void {
  process.stdout.write(`${base.padEnd(14)} ${figure.padEnd(42)} ${value}\n`);
}
