import { entryTypes } from "../../model/types.ts";
import { SearchError } from "../errors.ts";
import { everybody } from "../filter.ts";
import { partFolder, partLanguage } from "../index-part.ts";
import { aliasSeparator } from "../pagefind-html.ts";
import { type Ranking, ranking } from "../ranking.ts";
import { recordTypes, type SearchRecord, type SearchSection } from "../record.ts";
import type { RawHit, SearchDriver } from "./driver.ts";

/** What the driver uses of a loaded `pagefind.js`. */
export interface PagefindInstance {
  readonly init: () => Promise<unknown>;
  readonly options: (options: { readonly ranking: Ranking }) => Promise<unknown>;
  readonly mergeIndex: (
    folder: string,
    options: { readonly language: string; readonly ranking: Ranking },
  ) => Promise<unknown>;
  readonly search: (
    term: string | null,
    options?: { readonly filters: Readonly<Record<string, unknown>> },
  ) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<PagefindFragment>;
}

/** A page as Pagefind stores it. */
interface PagefindFragment {
  readonly raw_url: string;
  /** Escaped; words are separated by white space, or by zero-width spaces in languages that write none. */
  readonly raw_content: string;
  readonly meta: Readonly<Partial<Record<"title" | "within" | "aliases" | "answer" | "summary", string>>>;
  readonly filters: Readonly<Partial<Record<"ref" | "type" | "role" | "level" | "tags" | "owner", readonly string[]>>>;
  /** Elements with an id; `location` counts words. */
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

/** Adds the further parts of a locale's index to its first; `folder` is the address of the search folder, with `/` at its end. */
export async function mergeParts(
  pagefind: PagefindInstance,
  folder: string,
  locale: string,
  parts: number,
): Promise<void> {
  if (parts === 1) return;
  // An empty search fails where the first part could not be loaded, for which merging would wait without an end.
  await pagefind.search("");
  const further = Array.from({ length: parts - 1 }, (_, index) => index + 1);
  await Promise.all(
    further.map((part) =>
      pagefind.mergeIndex(folder + partFolder(part), {
        language: partLanguage(locale, part).toLowerCase(),
        ranking,
      }),
    ),
  );
}

/** A driver over a loaded `pagefind.js` of one language; a page's key is the name of its fragment. */
export function pagefindDriver(pagefind: PagefindInstance, locale: string): SearchDriver {
  // Pagefind hands out a page only with a result that has it, of a search or of a list.
  const results = new Map<string, PagefindResult>();
  const records = new Map<string, Promise<SearchRecord>>();
  // While somebody is typing, each query has most of the words of the one before it.
  const lookups = new Map<string, Promise<readonly RawHit[]>>();
  const lookUp = async (term: string): Promise<readonly RawHit[]> => {
    const found = await pagefind.search(term).catch(unreachable);
    for (const result of found.results) results.set(result.id, result);
    return found.results.map(({ id, score }) => ({ key: id, score }));
  };
  const loadRecord = async (key: string) => {
    const fragment = await results.get(key)?.data().catch(unreachable);
    if (fragment === undefined) throw new RangeError(`No page was found under ${key}.`);
    return readFragment(fragment, locale);
  };
  return {
    find: (words, { exact }) => {
      const term = exact ? `"${words}"` : words;
      const hits = remember(lookups, term, () => lookUp(term));
      forgetOldest(lookups, rememberedLookups);
      // What could not be loaded comes back empty, and may be there the next time.
      void hits.then(
        (found) => found.length === 0 && lookups.delete(term),
        () => {},
      );
      return hits;
    },
    load: (key) => remember(records, key, () => loadRecord(key)),
    keys: async () => {
      const found = await pagefind.search(null, { filters: {} }).catch(unreachable);
      for (const result of found.results) results.set(result.id, result);
      return found.results.map(({ id }) => id);
    },
  };
}

/** How many look-ups are remembered: enough for a long question, typed letter by letter. */
const rememberedLookups = 50;

function forgetOldest(known: Map<string, unknown>, most: number): void {
  for (const key of known.keys()) {
    if (known.size <= most) return;
    known.delete(key);
  }
}

/** Does a piece of work once for each key, and again where it failed. */
function remember<T>(known: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const begun = work();
  known.set(key, begun);
  begun.catch(() => known.delete(key));
  return begun;
}

function unreachable(cause: unknown): never {
  const message = "The search index could not be loaded: check the connection and try again.";
  throw new SearchError("index-missing", message, { cause });
}

/** Takes a stored page apart at its headings. */
function readFragment(
  { raw_url, raw_content, meta, filters, anchors }: PagefindFragment,
  locale: string,
): SearchRecord {
  const { title = "", within, aliases, answer, summary } = meta;
  const { ref, id, type } = readRef(filters.ref?.[0], filters.type?.[0]);
  const level = filters.level?.[0];
  const owner = filters.owner?.[0];
  return {
    url: raw_url,
    ref,
    type,
    id,
    locale,
    title,
    ...(within === undefined ? {} : { within }),
    aliases: aliases === undefined ? [] : aliases.split(aliasSeparator),
    ...(answer === undefined ? {} : { answer }),
    ...(summary === undefined ? {} : { summary }),
    sections: readSections(raw_content, title, anchors),
    roles: (filters.role ?? []).filter((role) => role !== everybody),
    ...(level === undefined ? {} : { level }),
    tags: filters.tags ?? [],
    ...(owner === undefined ? {} : { owner }),
  };
}

function readRef(stored = "", storedType = ""): Pick<SearchRecord, "ref" | "type" | "id"> {
  const folder = entryTypes.find((each) => stored.startsWith(`${each}:`));
  const type = recordTypes.find((each) => each === storedType);
  if (folder === undefined || type === undefined) {
    throw new SearchError(
      "index-version",
      "The search index was made by another version of Knowhow: build the site again.",
    );
  }
  const id = stored.slice(folder.length + 1);
  return { ref: `${folder}:${id}`, type, id };
}

function readSections(content: string, title: string, anchors: PagefindFragment["anchors"]): readonly SearchSection[] {
  const spaced = !content.includes("\u200b");
  const words = content.split(spaced ? /\s+/ : "\u200b");
  const textOf = (from: number, to: number | undefined) => unescapeHtml(words.slice(from, to).join(spaced ? " " : ""));
  const wordCount = (text: string) => (spaced && text !== "" ? text.trim().split(/\s+/).length : 0);

  const headings = anchors.filter(({ element }) => /^h[2-6]$/i.test(element)).sort((a, b) => a.location - b.location);
  const sections: SearchSection[] = [{ text: textOf(wordCount(title), headings[0]?.location) }];
  for (const [index, { id, text, location }] of headings.entries()) {
    const body = textOf(location + wordCount(text), headings[index + 1]?.location);
    sections.push({ anchor: id, heading: text, text: body });
  }
  return sections;
}

function unescapeHtml(text: string): string {
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
}
