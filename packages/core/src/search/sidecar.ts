import type { EntryType, Ref } from "../model/types.ts";
import { SearchError } from "./errors.ts";
import type { SearchRecord } from "./record.ts";
import { tokenise } from "./tokenise.ts";

/** The version of the sidecar's shape; a reader takes this one only. */
export const sidecarFormat = 1;

/** What the planner knows of a page without loading it. */
export interface SidecarPage {
  /** The driver's key of the page. */
  readonly key: string;
  readonly url: string;
  readonly ref: Ref;
  readonly type: EntryType;
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
  readonly level?: string;
  readonly tags: readonly string[];
}

/** A word of the site: as it is written most often, and on how many pages. */
export interface SidecarWord {
  readonly text: string;
  readonly pages: number;
}

/** The part of an index that is loaded as a whole: one per locale, sorted so that the same content gives the same bytes. */
export interface Sidecar {
  readonly format: typeof sidecarFormat;
  readonly locale: string;
  readonly pages: readonly SidecarPage[];
  readonly words: readonly SidecarWord[];
}

/**
 * Builds the sidecar of one locale from all its records.
 * `keyOf` gives the driver's key of a record; default: its URL, which is what the memory driver uses.
 */
export function buildSidecar(
  locale: string,
  records: readonly SearchRecord[],
  keyOf: (record: SearchRecord) => string = (record) => record.url,
): Sidecar {
  const sorted = [...records].sort((a, b) => (a.url < b.url ? -1 : 1));
  return {
    format: sidecarFormat,
    locale,
    pages: sorted.map((record) => ({
      key: keyOf(record),
      url: record.url,
      ref: record.ref,
      type: record.type,
      id: record.id,
      title: record.title,
      aliases: record.aliases,
      roles: record.roles,
      ...(record.level === undefined ? {} : { level: record.level }),
      tags: record.tags,
    })),
    words: countWords(sorted),
  };
}

/** All text of a record that search looks into. */
export function recordTexts(record: SearchRecord): readonly string[] {
  const { title, aliases, answer, summary, sections } = record;
  return [
    title,
    ...aliases,
    answer ?? "",
    summary ?? "",
    ...sections.flatMap((each) => [each.heading ?? "", each.text]),
  ];
}

function countWords(records: readonly SearchRecord[]): readonly SidecarWord[] {
  const pagesOf = new Map<string, { pages: number; readonly spellings: Map<string, number> }>();
  for (const record of records) {
    const seen = new Set<string>();
    for (const token of recordTexts(record).flatMap(tokenise)) {
      let word = pagesOf.get(token.folded);
      if (!word) pagesOf.set(token.folded, (word = { pages: 0, spellings: new Map() }));
      if (!seen.has(token.folded)) word.pages++;
      seen.add(token.folded);
      word.spellings.set(token.text, (word.spellings.get(token.text) ?? 0) + 1);
    }
  }
  return [...pagesOf]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { pages, spellings }]) => ({ text: mostFrequent(spellings), pages }));
}

function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  let best = "";
  let most = 0;
  for (const [text, count] of spellings) {
    if (count > most || (count === most && text < best)) {
      best = text;
      most = count;
    }
  }
  return best;
}

/** Reads a sidecar that came over the network or from disk. Throws a `SearchError` for anything else. */
export function readSidecar(json: string): Sidecar {
  return JSON.parse(json) as Sidecar;
}
