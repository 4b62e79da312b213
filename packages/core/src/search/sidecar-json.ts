import { type EntryType, entryFolders, entryTypes, type Ref } from "../model/types.ts";
import { SearchError } from "./errors.ts";
import { frontDecode, frontEncode } from "./front-coding.ts";
import { type Sidecar, type SidecarPage, sidecarFormat } from "./sidecar.ts";

/** A sidecar as it lies on the server: columns, because equal things compress well beside each other. */
interface StoredSidecar {
  readonly format: typeof sidecarFormat;
  readonly locale: string;
  readonly partial: boolean;
  readonly synonyms: readonly (readonly string[])[];
  /** Front-coded. */
  readonly urls: string;
  /** One a line. */
  readonly keys: string;
  readonly titles: string;
  /** Only the pages that have them, by their place. */
  readonly aliases: Readonly<Record<number, readonly string[]>>;
  /** Places in `entryTypes`, one digit a page; a question, whose URL has an anchor, has that of its entry. */
  readonly types: string;
  /** Only ids that the URL does not tell. */
  readonly ids: Readonly<Record<number, string>>;
  readonly roles: Readonly<Record<string, readonly number[]>>;
  readonly levels: Readonly<Record<string, readonly number[]>>;
  readonly tags: Readonly<Record<string, readonly number[]>>;
  /** Front-coded. */
  readonly words: string;
  /** Pages of each word, base 36. */
  readonly counts: string;
}

/** The text of a sidecar's file; `readSidecar` reads it. The same sidecar gives the same text. */
export function writeSidecar({ locale, pages, words, partial, synonyms }: Sidecar): string {
  const stored: StoredSidecar = {
    format: sidecarFormat,
    locale,
    partial,
    synonyms,
    urls: frontEncode(pages.map((page) => page.url)),
    keys: pages.map((page) => page.key).join("\n"),
    titles: pages.map((page) => oneLine(page.title)).join("\n"),
    aliases: sparse(pages, (page) => (page.aliases.length > 0 ? page.aliases : undefined)),
    types: pages.map((page) => entryTypes.findIndex((type) => page.ref.startsWith(`${type}:`))).join(""),
    ids: sparse(pages, (page) => (idFromUrl(page.url, typeOfRef(page.ref)) === page.id ? undefined : page.id)),
    roles: placesByValue(pages, (page) => page.roles),
    levels: placesByValue(pages, (page) => (page.level === undefined ? [] : [page.level])),
    tags: placesByValue(pages, (page) => page.tags),
    words: frontEncode(words.map((word) => word.text)),
    counts: words.map((word) => word.pages.toString(36)).join(" "),
  };
  return JSON.stringify(stored);
}

/** Reads a sidecar's file. Throws a `SearchError` where it is cut off, not a sidecar, or of another version. */
export function readSidecar(text: string): Sidecar {
  const stored = parse(text);
  const urls = frontDecode(stored.urls);
  const keys = lines(stored.keys);
  const titles = lines(stored.titles);
  const words = frontDecode(stored.words);
  const counts = stored.counts === "" ? [] : stored.counts.split(" ");
  if (keys.length !== urls.length || titles.length !== urls.length || counts.length !== words.length) throw broken();
  const roles = valuesByPlace(stored.roles);
  const levels = valuesByPlace(stored.levels);
  const tags = valuesByPlace(stored.tags);
  const pages = urls.map((url, place): SidecarPage => {
    const type = entryTypes[Number(stored.types[place])];
    const key = keys[place];
    const title = titles[place];
    if (type === undefined || key === undefined || title === undefined) throw broken();
    const id = stored.ids[place] ?? idFromUrl(url, type) ?? "";
    const ref: Ref = `${type}:${id}`;
    const level = levels.get(place)?.[0];
    const aliases = stored.aliases[place] ?? [];
    const facets = {
      roles: roles.get(place) ?? [],
      ...(level === undefined ? {} : { level }),
      tags: tags.get(place) ?? [],
    };
    return { key, url, ref, type: url.includes("#") ? "question" : type, id, title, aliases, ...facets };
  });
  return {
    locale: stored.locale,
    partial: stored.partial,
    synonyms: stored.synonyms,
    pages,
    words: words.map((word, index) => ({ text: word, pages: Number.parseInt(counts[index] ?? "0", 36) })),
  };
}

function parse(text: string): StoredSidecar {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch (cause) {
    throw broken(cause);
  }
  if (typeof stored !== "object" || stored === null || !("format" in stored)) throw broken();
  if (stored.format !== sidecarFormat) {
    const message = `This search index has format ${String(stored.format)}, and this program reads format ${sidecarFormat}: build the site and read it with the same version of Knowhow.`;
    throw new SearchError("index-version", message);
  }
  const columns = ["locale", "urls", "keys", "titles", "types", "words", "counts"] as const;
  const tables = ["synonyms", "aliases", "ids", "roles", "levels", "tags"] as const;
  const candidate = stored as Record<string, unknown>;
  const whole =
    columns.every((name) => typeof candidate[name] === "string") &&
    tables.every((name) => typeof candidate[name] === "object" && candidate[name] !== null);
  if (!whole) throw broken();
  // Every field that is read below was looked at just now.
  return stored as StoredSidecar;
}

function broken(cause?: unknown): SearchError {
  return new SearchError("index-broken", "The search index is damaged: build and publish the site again.", { cause });
}

function idFromUrl(url: string, type: EntryType | undefined): string | undefined {
  if (type === undefined) return undefined;
  const folder = `/${entryFolders[type]}/`;
  return url.slice(url.indexOf(folder) + folder.length).replace(/\/(?:#.*)?$/, "");
}

function typeOfRef(ref: Ref): EntryType | undefined {
  return entryTypes.find((type) => ref.startsWith(`${type}:`));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

function lines(text: string): readonly string[] {
  return text === "" ? [] : text.split("\n");
}

function sparse<T>(pages: readonly SidecarPage[], pick: (page: SidecarPage) => T | undefined): Record<number, T> {
  const picked: Record<number, T> = {};
  for (const [place, page] of pages.entries()) {
    const value = pick(page);
    if (value !== undefined) picked[place] = value;
  }
  return picked;
}

/** Places are written as steps from the one before: small numbers, whatever the size of the site. */
function placesByValue(
  pages: readonly SidecarPage[],
  pick: (page: SidecarPage) => readonly string[],
): Record<string, number[]> {
  const places = new Map<string, number[]>();
  const last = new Map<string, number>();
  for (const [place, page] of pages.entries()) {
    for (const value of new Set(pick(page))) {
      const steps = places.get(value) ?? [];
      places.set(value, steps);
      steps.push(place - (last.get(value) ?? 0));
      last.set(value, place);
    }
  }
  return Object.fromEntries([...places].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function valuesByPlace(stored: Readonly<Record<string, readonly number[]>>): ReadonlyMap<number, readonly string[]> {
  const values = new Map<number, string[]>();
  for (const [value, steps] of Object.entries(stored)) {
    let place = 0;
    for (const step of steps) {
      place += step;
      const known = values.get(place);
      if (known) known.push(value);
      else values.set(place, [value]);
    }
  }
  return values;
}
