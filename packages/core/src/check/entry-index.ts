import type { EntryFacts } from "../compile/entry.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import type { Ref } from "../model/types.ts";
import type { CheckInput } from "./rule.ts";

/** Finds entries by ref as links do: in a locale, else in the default one; also under a former id. */
export interface EntryIndex {
  /** The files that stand for the ref in any locale, be they compiled or not. */
  readonly files: (ref: string) => readonly string[];
  /** Whether a page of the locale has something to show for the ref. */
  readonly exists: (ref: string, locale: string) => boolean;
  readonly find: (ref: string, locale: string) => EntryFacts | undefined;
  /** What can stand for the ref on pages of a locale: its own entry first, then that of the default locale. */
  readonly findAll: (ref: string, locale: string) => readonly EntryFacts[];
  readonly refs: () => readonly string[];
}

/** Indexes entries for rules; made once a check. */
export function indexEntries({ entries, located, config }: Omit<CheckInput, "index">): EntryIndex {
  const byKey = new Map<string, EntryFacts>();
  const files = new Map<string, string[]>();
  const present = new Set<string>();
  const note = (ref: string, locale: string, file: string) => {
    present.add(`${locale} ${ref}`);
    const known = files.get(ref);
    if (known === undefined) files.set(ref, [file]);
    else known.push(file);
  };
  for (const { file, location } of located) note(location.ref, location.locale, file);
  for (const entry of entries) {
    const { ref, locale, type } = entry.location;
    const key = `${locale} ${ref}`;
    if (!byKey.has(key)) byKey.set(key, entry);
    for (const former of entry.frontmatter.formerly) {
      const formerRef: Ref = `${type}:${former.normalize("NFC")}`;
      note(formerRef, locale, entry.file);
      if (!byKey.has(`${locale} ${formerRef}`)) byKey.set(`${locale} ${formerRef}`, entry);
    }
  }
  const list = [...files.keys()];
  return {
    files: (ref) => files.get(ref) ?? [],
    exists: (ref, locale) => present.has(`${locale} ${ref}`) || present.has(`${config.defaultLocale} ${ref}`),
    find: (ref, locale) => byKey.get(`${locale} ${ref}`) ?? byKey.get(`${config.defaultLocale} ${ref}`),
    findAll: (ref, locale) =>
      [...new Set([locale, config.defaultLocale])].flatMap((one) => byKey.get(`${one} ${ref}`) ?? []),
    refs: () => list,
  };
}

/** Whether an entry is on the site. */
export function isPublished({ frontmatter }: EntryFacts, config: ResolvedConfig): boolean {
  return frontmatter.status !== "draft" && config.publish.includes(frontmatter.audience);
}
