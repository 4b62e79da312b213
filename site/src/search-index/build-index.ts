import { createHash } from "node:crypto";
import type { EntrySummary, LocalKnowledgeBase } from "@knowhow/core";
import {
  dealIntoParts,
  joinSearchFiles,
  partFolder,
  partLanguage,
  recordsOfEntry,
  type SidecarPart,
  type Untranslated,
  untranslated,
} from "@knowhow/core/search";
import { type IndexFile, type IndexPart, type PackedPart, unpackPart } from "./packed-part.ts";
import type { PartCache } from "./part-cache.ts";
import { openPartMakers, type PartMakers } from "./part-makers.ts";

/** What making an index needs. */
export interface IndexOptions {
  readonly kb: LocalKnowledgeBase;
  readonly cache: PartCache;
  /** Names the code that makes the index, so that what another one made is not taken. */
  readonly code: string;
  /** Takes the files of the index, in no particular order. */
  readonly onFile: (file: IndexFile) => void;
}

const entryFile = "pagefind-entry.json";

/** What the parts in one folder share: the script, and the WebAssembly of the first part. */
const shared = /^(?:pagefind\.js|wasm\.[\w-]+\.pagefind)$/;

/** Makes the search index of a knowledge base; returns the number of results in it. Parts that the cache has are not made again. */
export async function makeSearchIndex({ kb, cache, code, onFile }: IndexOptions): Promise<number> {
  const { config } = kb;
  const { lacks, fallback } = untranslated(kb.entries(), config);
  const entryFiles = new Map<string, EntryFile>();
  const keys = new Set<string>();
  const makers = openPartMakers();
  let results = 0;
  try {
    for (const locale of Object.keys(config.locales).sort()) {
      const counted: SidecarPart[] = [];
      for (const [place, entries] of partsOf(kb, locale).entries()) {
        const language = partLanguage(locale, place);
        const key = hash([code, language, entries, entries.map(lacks)]);
        let part = cache.read(key);
        if (part === undefined) {
          const packed = await makePart(kb, entries, { language, lacks, makers });
          cache.write(key, packed);
          part = unpackPart(packed);
        }
        keys.add(key);
        counted.push(part.counted);
        results += part.counted.records.length;
        placeFiles(part, partFolder(place), entryFiles, onFile);
      }
      for (const { path, text } of joinSearchFiles(locale, counted, config.synonyms, fallback(locale))) {
        onFile(textFile(path, text));
      }
    }
  } finally {
    await makers.end();
  }
  for (const [path, entry] of entryFiles) onFile(textFile(path, JSON.stringify(entry)));
  cache.keepOnly(keys);
  return results;
}

interface PartOptions {
  readonly language: string;
  /** Tells what an entry is not translated into. */
  readonly lacks: Untranslated["lacks"];
  readonly makers: PartMakers;
}

/** How many entries are handed over at a time. */
const batchSize = 16;

/** Makes a part of an index from its entries. */
async function makePart(
  kb: LocalKnowledgeBase,
  entries: readonly EntrySummary[],
  { language, lacks, makers }: PartOptions,
): Promise<PackedPart> {
  const maker = await makers.begin(language, resultsOf(entries));
  for (let at = 0; at < entries.length; at += batchSize) {
    const records = [];
    for (const { type, id, locale } of entries.slice(at, at + batchSize)) {
      const entry = await kb.get(type, id, { locale });
      // The order of URLs, which places in the index of facets go by.
      const own = entry === undefined ? [] : recordsOfEntry(entry, lacks(entry));
      records.push(...own.toSorted((a, b) => (a.url < b.url ? -1 : 1)));
    }
    await maker.add(records);
  }
  return maker.finish();
}

function resultsOf(entries: readonly EntrySummary[]): number {
  return entries.reduce((sum, { questionCount }) => sum + 1 + questionCount, 0);
}

/** The entries of each part of a locale's index; that of the default locale has one part at least, for the script. */
function partsOf(kb: LocalKnowledgeBase, locale: string): readonly (readonly EntrySummary[])[] {
  const entries = kb.entries().filter((entry) => entry.status !== "archived" && entry.locale === locale);
  const parts = dealIntoParts(entries, ({ questionCount }) => 1 + questionCount);
  return parts.length === 0 && locale === kb.config.defaultLocale ? [[]] : parts;
}

/** The languages of an index, as Pagefind's script reads them first. */
interface EntryFile {
  readonly languages: Record<string, unknown>;
}

/** Hands on the files of a part in its folder, where parts of other locales may lie too. */
function placeFiles(
  part: IndexPart,
  folder: string,
  entryFiles: Map<string, EntryFile>,
  onFile: (file: IndexFile) => void,
): void {
  for (const { path, content } of part.files) {
    if (path === entryFile) {
      const own = JSON.parse(new TextDecoder().decode(content)) as EntryFile;
      const languages = { ...entryFiles.get(folder + path)?.languages, ...own.languages };
      entryFiles.set(folder + path, { ...own, languages });
    } else if (folder === "" || !shared.test(path)) onFile({ path: folder + path, content });
  }
}

function textFile(path: string, text: string): IndexFile {
  return { path, content: new TextEncoder().encode(text) };
}

function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}
