import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createMemorySearch, type Search, type SearchSteps } from "../../packages/core/src/search/index.ts";
import { type Measures, mean, measure, percentile } from "../../packages/core/src/search/measures.ts";
import { openSiteSearch } from "../../packages/core/src/search/node/index.ts";
import { auroc } from "./auroc.ts";
import { buildSearchIndex } from "./build-site.ts";
import { toRecords } from "./records.ts";
import { type GoldenQuery, type RetrievalSet, readSets } from "./sets.ts";
import { type Variant, variants, vary } from "./variants.ts";

const { values } = parseArgs({
  options: {
    sets: { type: "string", default: "../shared/search-eval" },
    only: { type: "string" },
    drivers: { type: "string", default: "pagefind,memory" },
    variants: { type: "string", default: variants.join(",") },
    half: { type: "string" },
    ablation: { type: "boolean", default: false },
    json: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const usage = `node bench/search/evaluate.ts [options]: how well search answers the questions of retrieval sets

  --sets FOLDER     a folder per set: docs.jsonl, queries.jsonl, set.json (default ../shared/search-eval)
  --only NAMES      these sets only, with commas
  --drivers NAMES   pagefind,memory (default both)
  --variants NAMES  clean,typos,plain (default all)
  --half 0|1        one half of the questions, to tune on one and report the other
  --ablation        also with each step switched off
  --json FILE       write the figures there too
`;

/** The figures of one set, one driver, one variant, and the step that was off, if any. */
interface Row extends Measures {
  readonly set: string;
  readonly driver: string;
  readonly variant: Variant;
  readonly without?: keyof SearchSteps;
  readonly p95: number;
  /** How well confidence tells questions that a page answers from those that none does. */
  readonly auroc?: number;
  /** At the default threshold: outside questions that are declined, inside ones that are answered rightly. */
  readonly declined?: number;
  readonly answeredRightly?: number;
}

const steps: readonly (keyof SearchSteps)[] = [
  "wordByWord",
  "correct",
  "thesaurus",
  "stopWords",
  "rerank",
  "neighbours",
];

await main();

async function main(): Promise<void> {
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const sets = readSets(values.sets);
  if (sets === undefined) {
    process.stdout.write(`Skipped: there are no retrieval sets in ${values.sets}; --sets names another folder.\n`);
    return;
  }
  const only = values.only?.split(",");
  const rows: Row[] = [];
  for (const set of sets.filter(({ name }) => only === undefined || only.includes(name)))
    rows.push(...(await evaluateSet(set)));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, undefined, 2)}\n`);
}

async function evaluateSet(set: RetrievalSet): Promise<readonly Row[]> {
  const site = mkdtempSync(join(tmpdir(), "knowhow-search-"));
  const rows: Row[] = [];
  try {
    const records = toRecords(set);
    const drivers = values.drivers.split(",");
    if (drivers.includes("pagefind")) await buildSearchIndex(site, set.language, records);
    const open = async (driver: string, off: Partial<SearchSteps>): Promise<Search> =>
      driver === "pagefind"
        ? openSiteSearch(site, set.language, { steps: off })
        : createMemorySearch(set.language, records, [], { steps: off });
    for (const driver of drivers) {
      const search = await open(driver, {});
      for (const variant of variants.filter((name) => values.variants.split(",").includes(name))) {
        rows.push(report(await evaluate(set, search, driver, variant)));
      }
      if (!values.ablation) continue;
      for (const without of steps) {
        const variant = without === "correct" ? "typos" : "clean";
        rows.push(
          report({ ...(await evaluate(set, await open(driver, { [without]: false }), driver, variant)), without }),
        );
      }
    }
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
  return rows;
}

async function evaluate(set: RetrievalSet, search: Search, driver: string, variant: Variant): Promise<Row> {
  const asked = set.queries.filter((_, index) => values.half === undefined || halfOf(index) === Number(values.half));
  const inside = asked.filter(({ relevant }) => relevant.length > 0);
  const measured: Measures[] = [];
  const times: number[] = [];
  for (const { q, relevant } of inside) {
    const { hits, tookMs } = await search.search(vary(q, variant, seedOf(q)));
    measured.push(
      measure(
        hits.map((hit) => hit.id),
        relevant,
      ),
    );
    times.push(tookMs);
  }
  const row = { set: set.name, driver, variant, ...mean(measured), p95: percentile(times, 0.95) };
  const outside = asked.filter(({ relevant }) => relevant.length === 0);
  return outside.length === 0 ? row : { ...row, ...(await evaluateConfidence(search, inside, outside, variant)) };
}

async function evaluateConfidence(
  search: Search,
  inside: readonly GoldenQuery[],
  outside: readonly GoldenQuery[],
  variant: Variant,
): Promise<Pick<Row, "auroc" | "declined" | "answeredRightly">> {
  const ask = ({ q }: GoldenQuery) => search.ask(vary(q, variant, seedOf(q)));
  const answers = [];
  for (const query of inside) answers.push({ query, answer: await ask(query) });
  const refusals = [];
  for (const query of outside) refusals.push(await ask(query));
  const right = answers.filter(({ query, answer }) => answer.found && query.relevant.includes(answer.citation.id));
  return {
    auroc: auroc(
      answers.map(({ answer }) => answer.confidence),
      refusals.map((answer) => answer.confidence),
    ),
    declined: refusals.filter((answer) => !answer.found).length / refusals.length,
    answeredRightly: right.length / answers.length,
  };
}

/** A question's typos must not depend on which other questions are asked. */
function seedOf(question: string): number {
  let seed = 0;
  for (const letter of question) seed = (Math.imul(seed, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return seed;
}

function halfOf(index: number): number {
  return (Math.imul(index, 0x9e3779b1) >>> 8) % 2;
}

function report(row: Row): Row {
  const figures = [
    `nDCG@10 ${row.ndcg.toFixed(3)}`,
    `MRR ${row.mrr.toFixed(3)}`,
    `success@1 ${row.success.toFixed(3)}`,
  ];
  figures.push(`zero ${(row.zero * 100).toFixed(1)} %`, `p95 ${row.p95.toFixed(1)} ms`);
  if (row.auroc !== undefined) figures.push(`AUROC ${row.auroc.toFixed(3)}`);
  if (row.declined !== undefined) figures.push(`declined ${(row.declined * 100).toFixed(0)} %`);
  if (row.answeredRightly !== undefined) figures.push(`answered rightly ${(row.answeredRightly * 100).toFixed(0)} %`);
  const name = [row.set, row.driver, row.variant, row.without === undefined ? "" : `without ${row.without}`].join(" ");
  process.stdout.write(`${name.padEnd(44)} ${figures.join("  ")}\n`);
  return row;
}
