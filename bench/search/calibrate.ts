import { parseArgs } from "node:util";
import { createBase, type SearchBase } from "../../packages/core/src/search/base.ts";
import { calibration as current, evidenceFor, weigh } from "../../packages/core/src/search/confidence.ts";
import { memoryDriver } from "../../packages/core/src/search/drivers/memory.ts";
import { bestPassage } from "../../packages/core/src/search/passage.ts";
import { type Plan, planQuery } from "../../packages/core/src/search/plan.ts";
import type { SearchRecord } from "../../packages/core/src/search/record.ts";
import { createPlaces, type Ranked, rerank, rerankDepth } from "../../packages/core/src/search/rerank.ts";
import { bestOf, retrieve } from "../../packages/core/src/search/retrieve.ts";
import { buildSidecar } from "../../packages/core/src/search/sidecar.ts";
import { allSteps } from "../../packages/core/src/search/steps.ts";
import { loadThesaurus } from "../../packages/core/src/search/thesaurus/index.ts";
import { auroc } from "./auroc.ts";
import { toLessons, toRecords } from "./records.ts";
import { type RetrievalSet, readSets } from "./sets.ts";

/** A question: how much speaks for its best hit, whether that hit is right, and whether any page is. */
interface Observation {
  readonly evidence: number;
  readonly right: boolean;
  readonly answerable: boolean;
}

const { values } = parseArgs({ options: { sets: { type: "string", default: "../shared/search-eval" } } });
const sets = readSets(values.sets);
if (sets === undefined) process.stdout.write(`Skipped: there are no retrieval sets in ${values.sets}.\n`);
else await fitAll(sets);

/** Prints how often answers of each confidence are right, with the scale and bias that fit best: over all sets, and left out. */
async function fitAll(all: readonly RetrievalSet[]): Promise<void> {
  const observed = new Map<string, readonly Observation[]>();
  for (const set of all) observed.set(set.name, await observe(set, toRecords(set), ({ page }) => page.id));
  const [observations, sets] = [[...observed.values()].flat(), [...observed.values()]];
  print("all sets, as it is", current, observations);
  print("all sets, fitted", fit(sets), observations);
  for (const [name, own] of observed) {
    const others = [...observed].filter(([other]) => other !== name).map(([, each]) => each);
    print(`${name}, as it is`, current, own);
    print(`${name}, fitted on the others`, fit(others), own);
  }
  for (const set of all) {
    const own = await observe(set, toLessons(set), ({ page }, plan, base) => bestPassage(page, plan, base, 80).anchor);
    print(`${set.name} as passages of lessons, as it is`, current, own);
  }
}

/** Asks all questions of a set; `idOf` tells the document that the best page, or the best passage of it, comes from. */
async function observe(
  set: RetrievalSet,
  records: readonly SearchRecord[],
  idOf: (best: Ranked, plan: Plan, base: SearchBase) => string | undefined,
): Promise<readonly Observation[]> {
  const base = createBase(buildSidecar(set.language, records).sidecar, await loadThesaurus(set.language), allSteps);
  const driver = memoryDriver(set.language, records);
  const places = createPlaces(base);
  const observations: Observation[] = [];
  for (const { q, relevant } of set.queries) {
    const plan = planQuery(q, base);
    const candidates = bestOf(await retrieve(plan, driver, base), rerankDepth);
    const found = candidates.map(async (candidate) => ({ ...candidate, page: await driver.load(candidate.key) }));
    const ranked = rerank(plan, await Promise.all(found), places, base);
    if (ranked[0] === undefined) continue;
    const evidence = weigh(evidenceFor(ranked, plan));
    const right = relevant.includes(idOf(ranked[0], plan, base) ?? "");
    observations.push({ evidence, right, answerable: relevant.length > 0 });
  }
  return observations;
}

interface Calibration {
  readonly scale: number;
  readonly bias: number;
}

/** Logistic regression by gradient descent; every set counts the same, however many questions it has. */
function fit(groups: readonly (readonly Observation[])[]): Calibration {
  let scale = 1;
  let bias = -4;
  for (let round = 0; round < 3000; round++) {
    let scaleSlope = 0;
    let biasSlope = 0;
    for (const group of groups) {
      for (const { evidence, right } of group) {
        const error = (probability({ scale, bias }, evidence) - (right ? 1 : 0)) / group.length / groups.length;
        scaleSlope += error * evidence;
        biasSlope += error;
      }
    }
    scale -= 0.1 * scaleSlope;
    bias -= 0.5 * biasSlope;
  }
  return { scale, bias };
}

function probability({ scale, bias }: Calibration, evidence: number): number {
  return 1 / (1 + Math.exp(-scale * evidence - bias));
}

function print(name: string, calibration: Calibration, observations: readonly Observation[]): void {
  const rated = observations.map((each) => ({ ...each, confidence: probability(calibration, each.evidence) }));
  const bins = [0, 0.2, 0.4, 0.6, 0.8].map((from) => {
    const within = rated.filter(({ confidence }) => confidence >= from && confidence < from + 0.2);
    const right = within.filter((each) => each.right).length;
    return `${from.toFixed(1)}: ${within.length === 0 ? "-" : (right / within.length).toFixed(2)} of ${within.length}`;
  });
  const given = rated.filter(({ confidence }) => confidence >= 0.75 && confidence < 0.85);
  const rightOfGiven = given.filter((each) => each.right).length / (given.length || 1);
  const inside = rated.filter((each) => each.answerable).map(({ confidence }) => confidence);
  const outside = rated.filter((each) => !each.answerable).map(({ confidence }) => confidence);
  const separates = outside.length === 0 ? "" : `  AUROC ${auroc(inside, outside).toFixed(3)}`;
  process.stdout.write(
    `${name}  scale ${calibration.scale.toFixed(2)} bias ${calibration.bias.toFixed(2)}${separates}\n`,
  );
  process.stdout.write(
    `  right by confidence  ${bins.join("  ")}  about .8: ${rightOfGiven.toFixed(2)} of ${given.length}\n`,
  );
}
