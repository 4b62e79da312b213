import type { EntryType, Ref } from "../model/types.ts";
import type { SearchDriver } from "./drivers/driver.ts";
import { planQuery } from "./plan.ts";
import { createNaming, type Ranked, rerank, rerankDepth, type Weights } from "./rerank.ts";
import { retrieve } from "./retrieve.ts";
import type { Sidecar } from "./sidecar.ts";
import { createStem } from "./stem.ts";
import { stopWords } from "./stop-words.ts";
import { readSynonyms } from "./synonyms.ts";
import { createVocabulary } from "./vocabulary.ts";

export interface Hit {
  readonly ref: Ref;
  readonly type: EntryType;
  readonly id: string;
  readonly locale: string;
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly anchor?: string;
  readonly score: number;
}

const defaultWeights: Weights = { retrieval: 1, question: 1, coverage: 0.5, neighbours: 0.2, naming: 0.5 };

export function createSearch({
  driver,
  sidecar,
  synonyms = [],
  weights = defaultWeights,
  steps = { correct: true, synonyms: true },
}: {
  driver: SearchDriver;
  sidecar: Sidecar;
  synonyms?: readonly (readonly string[])[];
  weights?: Weights;
  steps?: { correct: boolean; synonyms: boolean };
}) {
  const stem = createStem(sidecar.locale);
  const stops = stopWords(sidecar.locale);
  const vocabulary = createVocabulary(sidecar, stem, stops);
  const naming = createNaming(stem);
  const pages = new Map(sidecar.pages.map((page) => [page.key, page]));
  const context = { vocabulary, stem, stopWords: stops, synonyms: readSynonyms(synonyms), steps };
  async function rank(query: string): Promise<{ plan: ReturnType<typeof planQuery>; ranked: readonly Ranked[] }> {
    const plan = planQuery(query, context);
    const candidates = await retrieve(plan, driver, { pages: sidecar.pages.length });
    const known = candidates.flatMap((candidate) => {
      const page = pages.get(candidate.key);
      return page ? [{ ...candidate, page }] : [];
    });
    return {
      plan,
      ranked: rerank(plan, known.slice(0, rerankDepth), { stem, vocabulary, naming, weights, stopWords: stops }),
    };
  }
  return { rank };
}
