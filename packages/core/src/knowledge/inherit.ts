import type { EntryFacts } from "../compile/entry.ts";
import { revisionOf } from "../compile/revision.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import { frontmatterSchemas } from "../model/index.ts";
import { inheritedKeys } from "../model/inherited.ts";
import type { KnownFile } from "./known-file.ts";
import type { ReadEntry } from "./read-content.ts";

/**
 * Entries with what translations have from their originals (`inheritedKeys`, and the fields of the site's own). Made of what was compiled, not while
 * compiling: a file compiled depends on no other one.
 */
export function withInherited(
  entries: readonly ReadEntry[],
  { defaultLocale, locales }: Pick<ResolvedConfig, "defaultLocale" | "locales">,
): readonly ReadEntry[] {
  if (Object.keys(locales).length < 2) return entries;
  const originals = new Map<string, KnownFile>();
  for (const { location, known } of entries) {
    if (location.locale === defaultLocale && !originals.has(location.ref)) originals.set(location.ref, known);
  }
  return entries.map((entry) => {
    if (entry.location.locale === defaultLocale) return entry;
    const original = originals.get(entry.location.ref);
    return original === undefined ? entry : { ...entry, known: inherit(entry.known, original.facts) };
  });
}

function inherit(known: KnownFile, original: EntryFacts | undefined): KnownFile {
  const { facts, revision } = known;
  if (facts === undefined) return known;
  const given = new Set(facts.given);
  // Whom an original is for that cannot be read is not known: until then, nobody sees the translation.
  const values: Readonly<Record<string, unknown>> = original?.frontmatter ?? { status: "draft" };
  const builtIn = frontmatterSchemas[facts.location.type].shape;
  const own = Object.keys(original?.frontmatter ?? {}).filter((key) => !Object.hasOwn(builtIn, key));
  const taken = [...inheritedKeys, ...own].filter((key) => Object.hasOwn(values, key) && !given.has(key));
  const inherited = Object.fromEntries(taken.map((key) => [key, values[key]]));
  return {
    ...known,
    // Both were read with the schema of the same type.
    facts: {
      ...facts,
      frontmatter: { ...facts.frontmatter, ...inherited } as EntryFacts["frontmatter"],
      inherited: taken,
    },
    revision: revision === undefined ? undefined : revisionOf([revision, inherited]),
  };
}
