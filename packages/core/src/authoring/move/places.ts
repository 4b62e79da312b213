import type { ResolvedConfig } from "../../config/schema.ts";
import { entryUrl, locate, splitLocale } from "../../knowledge/locate.ts";
import { type EntryType, entryFolders, type Ref } from "../../model/types.ts";

/** An entry that moves: what it is, and its ids. */
export interface Moving {
  readonly type: EntryType;
  readonly from: string;
  readonly to: string;
}

/** What moves. */
export interface Move {
  /** The entries that get another id, by the ref that each has before. */
  readonly entries: ReadonlyMap<Ref, Moving>;
  /** Where each file of the content folder goes that lies elsewhere afterwards, those of the entries included. */
  readonly places: ReadonlyMap<string, string>;
  /** What every address of what moves has in it; others need not be looked at. */
  readonly keys: readonly string[];
}

/** The ref that an entry has before it moves, and the one after. */
export function refsOf({ type, from, to }: Moving): { readonly before: Ref; readonly after: Ref } {
  return { before: `${type}:${from}`, after: `${type}:${to}` };
}

/**
 * Where a file of an entry that moves lies afterwards, in its language and with its ending; undefined for files of other
 * entries. Also for a translation that is not written yet, which links may name.
 */
export function newPlace(file: string, entries: Move["entries"], config: ResolvedConfig): string | undefined {
  const ref = locate(file, config)?.ref;
  const moving = ref === undefined ? undefined : entries.get(ref);
  if (moving === undefined) return undefined;
  const { rest } = splitLocale(file, config);
  const prefix = file.slice(0, file.length - rest.length);
  const [, index = "", ending = ""] = /(\/index)?(\.mdx?)$/.exec(rest) ?? [];
  return `${prefix}${entryFolders[moving.type]}/${moving.to}${index}${ending}`;
}

/** The pages of the entries that move, with where each is afterwards; without the base. */
export function pagesOf(entries: Iterable<Moving>, config: ResolvedConfig): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const { type, from, to } of entries) {
    const page = (id: string, locale: string) => entryUrl(type, id, locale, config).slice(config.base.length - 1);
    for (const locale of Object.keys(config.locales)) pages.set(page(from, locale), page(to, locale));
  }
  return pages;
}

/** The folder of a file, with `/` at its end; empty at the top. */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}
