import type { EntryFacts } from "../compile/entry.ts";
import { revisionOf } from "../compile/revision.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import { frontmatterSchemas } from "../model/index.ts";
import { inheritedKeys } from "../model/inherited.ts";
import type { KnownFile } from "./known-file.ts";
import type { ReadEntry } from "./read-content.ts";

/**
 * Entries with what translations have from their originals (`inheritedKeys`, the fields of the site's own, and tags that
 * the configuration names in each language). Made of what was compiled, not while compiling: a file compiled depends on
 * no other one.
 *
 * Of an original that could not be read nobody knows whom it is for: its translations count as not read, either.
 */
export function withInherited(
  entries: readonly ReadEntry[],
  { defaultLocale, locales, tags }: Pick<ResolvedConfig, "defaultLocale" | "locales" | "tags">,
): readonly ReadEntry[] {
  if (Object.keys(locales).length < 2) return entries;
  const keys = Object.keys(tags).length === 0 ? inheritedKeys : [...inheritedKeys, "tags"];
  const originals = new Map<string, KnownFile>();
  for (const { location, known } of entries) {
    if (location.locale === defaultLocale && !originals.has(location.ref)) originals.set(location.ref, known);
  }
  return entries.map((entry) => {
    if (entry.location.locale === defaultLocale) return entry;
    const original = originals.get(entry.location.ref);
    if (original === undefined) return entry;
    if (original.facts === undefined)
      return { ...entry, known: { ...entry.known, facts: undefined, content: undefined } };
    return { ...entry, known: inherit(entry.known, original.facts, keys) };
  });
}

function inherit(known: KnownFile, { frontmatter: values }: EntryFacts, keys: readonly string[]): KnownFile {
  const { facts, revision } = known;
  if (facts === undefined) return known;
  const given = new Set(facts.given);
  const builtIn = frontmatterSchemas[facts.location.type].shape;
  const own = Object.keys(values).filter((key) => !Object.hasOwn(builtIn, key));
  const taken = [...keys, ...own].filter((key) => Object.hasOwn(values, key) && !given.has(key));
  const inherited = Object.fromEntries(taken.map((key) => [key, Reflect.get(values, key)]));
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
