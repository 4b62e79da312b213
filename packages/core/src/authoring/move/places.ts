import type { ResolvedConfig } from "../../config/schema.ts";
import { entryUrl, locate, splitLocale } from "../../knowledge/locate.ts";
import { type EntryType, entryFolders, type Ref } from "../../model/types.ts";

/** The entry that moves: what it is, and its ids. */
export interface Moving {
  readonly type: EntryType;
  readonly from: string;
  readonly to: string;
}

/** The ref that an entry has before it moves, and the one after. */
export function refsOf({ type, from, to }: Moving): { readonly before: Ref; readonly after: Ref } {
  return { before: `${type}:${from}`, after: `${type}:${to}` };
}

/**
 * Where a file of the moving entry lies afterwards, in its language and with its ending; undefined for files of other
 * entries. Also for a translation that is not written yet, which links may name.
 */
export function newPlace(file: string, moving: Moving, config: ResolvedConfig): string | undefined {
  if (locate(file, config)?.ref !== refsOf(moving).before) return undefined;
  const { rest } = splitLocale(file, config);
  const prefix = file.slice(0, file.length - rest.length);
  const [, index = "", ending = ""] = /(\/index)?(\.mdx?)$/.exec(rest) ?? [];
  return `${prefix}${entryFolders[moving.type]}/${moving.to}${index}${ending}`;
}

/** The pages of the moving entry, with where each is afterwards; without the base. */
export function pagesOf({ type, from, to }: Moving, config: ResolvedConfig): ReadonlyMap<string, string> {
  const page = (id: string, locale: string) => entryUrl(type, id, locale, config).slice(config.base.length - 1);
  return new Map(Object.keys(config.locales).map((locale) => [page(from, locale), page(to, locale)]));
}

/** The folder of a file, with `/` at its end; empty at the top. */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}
