import type { EntrySummary, LocalKnowledgeBase } from "@knowhow/core";
import {
  countRecords,
  pagefindEnvironment,
  recordsOfEntry,
  type SearchRecord,
  type SidecarPart,
  toPagefindHtml,
  type Untranslated,
} from "@knowhow/core/search";

/** A file of a search index; `path` is relative to the folder of the index. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** One part of the index of a locale: Pagefind's files, and what the planner's are made from. */
export interface IndexPart {
  readonly files: readonly IndexFile[];
  readonly counted: SidecarPart;
}

/** Pagefind brings search pages, a worker and filters of its own, which this site does without. */
const unused = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.(?:js|css)$|filter\/)/;

/** How many records Pagefind's process is given before it has answered for the first of them. */
const inFlight = 64;

/** From this many records on, Pagefind's process has grown so much that the next part gets a new one. */
const largePart = 500;

/**
 * Makes a part of an index from its entries, which must come in a stable order: Pagefind's bytes follow it.
 * `language` is the one under which Pagefind keeps the part, `lacks` tells what an entry is not translated into. Pagefind's process stays until `endPagefind`.
 */
export async function makePart(
  kb: LocalKnowledgeBase,
  entries: readonly EntrySummary[],
  language: string,
  lacks: Untranslated["lacks"],
): Promise<IndexPart> {
  const { createIndex } = await import("pagefind");
  Object.assign(process.env, pagefindEnvironment);
  const { index } = orThrow(await createIndex({ keepIndexUrl: true }));
  if (index === undefined) throw new Error("Pagefind made no index.");
  const records: SearchRecord[] = [];
  const answers: Promise<unknown>[] = [];
  for (const { type, id, locale } of entries) {
    const entry = await kb.get(type, id, { locale });
    // The order of URLs, which places in the index of facets go by.
    const own = entry === undefined ? [] : recordsOfEntry(entry, lacks(entry));
    for (const record of own.toSorted((a, b) => (a.url < b.url ? -1 : 1))) {
      records.push(record);
      answers.push(index.addHTMLFile({ url: record.url, content: toPagefindHtml(record, language) }).then(orThrow));
      await answers[answers.length - inFlight];
    }
  }
  await Promise.all(answers);
  // Handed over in one message and written by this process, as Pagefind's own writing of many small files costs it
  // as much processor time again as all the rest.
  const found = index.getFiles();
  // Pagefind's process is at work by now.
  const counted = countRecords(records);
  const files = orThrow(await found).files.filter(({ path }) => !unused.test(path));
  await (records.length < largePart ? index.deleteIndex() : endPagefind());
  return { files, counted };
}

/** Ends Pagefind's process, if there is one. */
export async function endPagefind(): Promise<void> {
  const { close } = await import("pagefind");
  await close();
}

function orThrow<T extends { readonly errors: readonly string[] }>(response: T): T {
  if (response.errors.length > 0) throw new Error(`Pagefind: ${response.errors.join("; ")}`);
  return response;
}
