import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { LocalKnowledgeBase } from "@knowhow/core";
import { recordsOfEntry, type SearchRecord, searchFiles, toPagefindHtml } from "@knowhow/core/search";
import type { PagefindIndex } from "pagefind";

/** A file of a search index; `path` is relative to the folder of the index. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** A made index, before it goes anywhere. */
interface MadeIndex {
  readonly index: PagefindIndex;
  /** Makes the files that the planner needs beside Pagefind's own. */
  readonly own: () => readonly IndexFile[];
  /** How many results search can give. */
  readonly records: number;
}

/** Pagefind brings search pages of its own, which this site does without. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\.(?:js|css)$/;

const encoder = new TextEncoder();

/** How many records Pagefind's process is given before it has answered for the first of them. */
const inFlight = 64;

/**
 * Writes the search index of a knowledge base to a folder; returns the number of results in it. `onFed` is called when
 * this process has given Pagefind's all it needs, which then works on by itself.
 */
export async function writeSearchIndex(
  kb: LocalKnowledgeBase,
  folder: string,
  onFed: () => void = () => undefined,
): Promise<number> {
  return withIndex(kb, async ({ index, own, records }) => {
    const written = index.writeFiles({ outputPath: folder });
    // Pagefind's process is at work by now; the planner's files are made in the meantime.
    const files = own();
    onFed();
    orThrow(await written);
    for (const name of await readdir(folder)) if (unused.test(name)) await rm(join(folder, name));
    for (const { path, content } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    return records;
  });
}

/** Makes the search index of a knowledge base in memory. */
export async function searchIndexFiles(kb: LocalKnowledgeBase): Promise<readonly IndexFile[]> {
  return withIndex(kb, async ({ index, own }) =>
    [...orThrow(await index.getFiles()).files, ...own()].filter(({ path }) => !unused.test(path)),
  );
}

async function withIndex<T>(kb: LocalKnowledgeBase, use: (made: MadeIndex) => Promise<T>): Promise<T> {
  const { createIndex, close } = await import("pagefind");
  const { index } = orThrow(await createIndex({ keepIndexUrl: true }));
  if (index === undefined) throw new Error("Pagefind made no index.");
  try {
    const fed: { readonly locale: string; readonly records: readonly SearchRecord[] }[] = [];
    for (const locale of Object.keys(kb.config.locales).sort()) {
      fed.push({ locale, records: await feed(index, kb, locale) });
    }
    const own = () =>
      fed
        .flatMap(({ locale, records }) => searchFiles(locale, records, kb.config.synonyms))
        .map(({ path, text }) => ({ path, content: encoder.encode(text) }));
    return await use({ index, own, records: fed.reduce((sum, { records }) => sum + records.length, 0) });
  } finally {
    await index.deleteIndex();
    await close();
  }
}

/** Adds the records of a locale, in an order that depends on their URLs only: Pagefind's bytes follow it. */
async function feed(index: PagefindIndex, kb: LocalKnowledgeBase, locale: string): Promise<readonly SearchRecord[]> {
  const entries = kb
    .entries()
    .filter((entry) => entry.status === "published" && entry.locale === locale)
    .sort((a, b) => (a.url < b.url ? -1 : 1));
  const records: SearchRecord[] = [];
  const answers: Promise<unknown>[] = [];
  for (const { type, id } of entries) {
    const entry = await kb.get(type, id, { locale });
    for (const record of entry === undefined ? [] : recordsOfEntry(entry)) {
      records.push(record);
      answers.push(index.addHTMLFile({ url: record.url, content: toPagefindHtml(record) }).then(orThrow));
      await answers[answers.length - inFlight];
    }
  }
  await Promise.all(answers);
  return records;
}

function orThrow<T extends { readonly errors: readonly string[] }>(response: T): T {
  if (response.errors.length > 0) throw new Error(`Pagefind: ${response.errors.join("; ")}`);
  return response;
}
