import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordsOf } from "../../src/knowledge/knowledge-base.ts";
import { loadGoldenQuestions, loadKnowledgeBase, openSite } from "../../src/node.ts";
import { evaluate } from "../../src/search/evaluate.ts";
import { buildSearchIndex } from "../support/search-index.ts";

/** The project's own content and golden questions. */
const root = join(import.meta.dirname, "../../../..");

const kb = await loadKnowledgeBase({ root });
const records = await Promise.all(Object.keys(kb.config.locales).map((locale) => recordsOf(kb, locale)));
const site = await mkdtemp(join(tmpdir(), "knowhow-golden-"));
const { questions } = await loadGoldenQuestions(root, kb.config.golden);

beforeAll(() => buildSearchIndex(site, records.flat(), kb.config.synonyms));

afterAll(() => rm(site, { recursive: true, force: true }));

test("the content and the site built from it answer at least 95 in 100 golden questions with the same first hit", async () => {
  const built = await openSite(site);
  let same = 0;
  for (const { q, locale = kb.config.defaultLocale } of questions) {
    const [here, there] = [await kb.search(q, { locale }), await built.search(q, { locale })];
    if (here.hits[0]?.url === there.hits[0]?.url) same++;
  }
  expect(same / questions.length).toBeGreaterThanOrEqual(0.95);
});

test("both put a right entry first for at least nine in ten, and find something for all", async () => {
  for (const searchable of [kb, await openSite(site)]) {
    const { success1, zeroResults } = await evaluate(searchable, questions);
    expect(success1).toBeGreaterThanOrEqual(0.9);
    expect(zeroResults).toBe(0);
  }
});
