import type { EntryFacts } from "../compile/entry.ts";
import type { Output, ResolvedConfig } from "../config/schema.ts";
import type { Ref } from "../model/types.ts";
import type { CheckInput } from "./rule.ts";

/** Finds entries by ref as links do: in a locale, else in the default one; also under a former id. */
export interface EntryIndex {
  /** The files that stand for the ref in any locale, be they compiled or not. */
  readonly files: (ref: string) => readonly string[];
  /** Whether a page of the locale has something to show for the ref. */
  readonly exists: (ref: string, locale: string) => boolean;
  readonly find: (ref: string, locale: string) => EntryFacts | undefined;
  /** The same in that locale only. */
  readonly own: (ref: string, locale: string) => EntryFacts | undefined;
  readonly refs: () => readonly string[];
}

/** Indexes entries for rules; made once a check. */
export function indexEntries({ entries, located, config }: Omit<CheckInput, "index">): EntryIndex {
  // A map for each locale: keys put together of both would be made anew for each of very many questions.
  const facts = new Map<string, Map<string, EntryFacts>>();
  const present = new Map<string, Set<string>>();
  const files = new Map<string, string[]>();
  const note = (ref: string, locale: string, file: string) => {
    getOrMake(present, locale, () => new Set<string>()).add(ref);
    getOrMake(files, ref, (): string[] => []).push(file);
  };
  for (const { file, location } of located) note(location.ref, location.locale, file);
  for (const entry of entries) {
    const { ref, locale, type } = entry.location;
    const inLocale = getOrMake(facts, locale, () => new Map<string, EntryFacts>());
    if (!inLocale.has(ref)) inLocale.set(ref, entry);
    for (const former of entry.frontmatter.formerly) {
      const formerRef: Ref = `${type}:${former.normalize("NFC")}`;
      note(formerRef, locale, entry.file);
      if (!inLocale.has(formerRef)) inLocale.set(formerRef, entry);
    }
  }
  const list = [...files.keys()];
  const original = facts.get(config.defaultLocale);
  const originals = present.get(config.defaultLocale);
  const own = (ref: string, locale: string) => facts.get(locale)?.get(ref);
  return {
    files: (ref) => files.get(ref) ?? [],
    exists: (ref, locale) => present.get(locale)?.has(ref) === true || originals?.has(ref) === true,
    own,
    find: (ref, locale) => own(ref, locale) ?? original?.get(ref),
    refs: () => list,
  };
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Whether an entry is on one of the sites. */
export function isPublished(entry: EntryFacts, { outputs }: ResolvedConfig): boolean {
  return outputs.some((output) => isOn(output, entry));
}

/** Whether an entry is on a site. */
export function isOn({ audiences }: Output, { frontmatter }: EntryFacts): boolean {
  return frontmatter.status !== "draft" && audiences.includes(frontmatter.audience);
}
