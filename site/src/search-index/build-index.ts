import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { EntrySummary, LocalKnowledgeBase } from "@knowhow/core";
import type { PagefindIndex } from "pagefind";
import { excludedSelectors, type IndexRecord, recordsOf } from "./record.ts";

/** A file of a search index; `path` is relative to the folder of the index. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** The ready-made search pages that Pagefind adds to every index; the site has its own. */
const ready = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** How many records Pagefind's process is given before it has answered for the first of them. */
const inFlight = 64;

/** Writes the search index of a knowledge base to a folder; returns the number of results in it. */
export async function writeSearchIndex(kb: LocalKnowledgeBase, folder: string): Promise<number> {
  return withIndex(kb, async (index, records) => {
    orThrow(await index.writeFiles({ outputPath: folder }));
    for (const file of await readdir(folder)) {
      if (ready.test(file)) await rm(join(folder, file));
    }
    return records;
  });
}

/** Makes the search index of a knowledge base in memory. */
export async function searchIndexFiles(kb: LocalKnowledgeBase): Promise<readonly IndexFile[]> {
  return withIndex(kb, async (index) => orThrow(await index.getFiles()).files.filter(({ path }) => !ready.test(path)));
}

async function withIndex<T>(
  kb: LocalKnowledgeBase,
  use: (index: PagefindIndex, records: number) => Promise<T>,
): Promise<T> {
  const { createIndex, close } = await import("pagefind");
  const { index } = orThrow(await createIndex({ excludeSelectors: [...excludedSelectors], keepIndexUrl: true }));
  if (index === undefined) throw new Error("Pagefind made no index.");
  try {
    return await use(index, await feed(index, kb));
  } finally {
    await index.deleteIndex();
    await close();
  }
}

/** Adds all records, in an order that depends on their URLs only: Pagefind's bytes follow it. */
async function feed(index: PagefindIndex, kb: LocalKnowledgeBase): Promise<number> {
  const everyRole = rolesOf(kb);
  const entries = kb
    .entries()
    .filter((entry) => entry.status === "published")
    .sort((a, b) => (a.url < b.url ? -1 : 1));
  const answers: Promise<unknown>[] = [];
  for (const summary of entries) {
    for (const record of await recordsOfSummary(kb, summary, everyRole)) {
      answers.push(index.addHTMLFile({ url: record.url, content: record.html }).then(orThrow));
      await answers[answers.length - inFlight];
    }
  }
  await Promise.all(answers);
  return answers.length;
}

async function recordsOfSummary(
  kb: LocalKnowledgeBase,
  { type, id, locale }: EntrySummary,
  everyRole: readonly string[],
): Promise<readonly IndexRecord[]> {
  const entry = await kb.get(type, id, { locale });
  return entry === undefined ? [] : recordsOf(entry, everyRole);
}

function rolesOf(kb: LocalKnowledgeBase): readonly string[] {
  const declared = Object.keys(kb.config.roles);
  const used = kb.entries().flatMap((entry) => entry.roles);
  return [...new Set([...declared, ...used])].sort();
}

function orThrow<T extends { readonly errors: readonly string[] }>(response: T): T {
  if (response.errors.length > 0) throw new Error(`Pagefind: ${response.errors.join("; ")}`);
  return response;
}
