import type { EntryFacts } from "../compile/entry.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import type { Ref } from "../model/types.ts";
import type { CheckInput } from "./rule.ts";

/** Finds entries by ref as links do: in a locale, else in the default one; also under a former id. */
export interface EntryIndex {
  /** Whether a file stands for the ref, be it compiled or not. */
  readonly exists: (ref: string) => boolean;
  readonly find: (ref: string, locale: string) => EntryFacts | undefined;
  readonly refs: () => readonly string[];
}

/** Indexes entries for rules; made once a check. */
export function indexEntries({ entries, located, config }: CheckInput): EntryIndex {
  const byKey = new Map<string, EntryFacts>();
  const refs = new Set<string>(located.map(({ location }) => location.ref));
  for (const entry of entries) {
    const { ref, locale, type } = entry.location;
    const key = `${locale} ${ref}`;
    if (!byKey.has(key)) byKey.set(key, entry);
    for (const former of entry.frontmatter.formerly) {
      const formerRef: Ref = `${type}:${former.normalize("NFC")}`;
      refs.add(formerRef);
      if (!byKey.has(`${locale} ${formerRef}`)) byKey.set(`${locale} ${formerRef}`, entry);
    }
  }
  const list = [...refs];
  return {
    exists: (ref) => refs.has(ref),
    find: (ref, locale) => byKey.get(`${locale} ${ref}`) ?? byKey.get(`${config.defaultLocale} ${ref}`),
    refs: () => list,
  };
}

/** Whether an entry is on the site. */
export function isPublished({ frontmatter }: EntryFacts, config: ResolvedConfig): boolean {
  return frontmatter.status !== "draft" && config.publish.includes(frontmatter.audience);
}
