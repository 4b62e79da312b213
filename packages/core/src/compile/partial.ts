import type { ResolvedConfig } from "../config/schema.ts";
import { isEntryFile, isPartial, splitLocale } from "../knowledge/locate.ts";
import { joinPath } from "./links.ts";

/** The bytes of a partial, and their hash; undefined where there is no such file. */
export type ReadPartial = (file: string) => { readonly bytes: Uint8Array; readonly hash: string } | undefined;

/** What an author names by `file`: the files that it may be, the first that is there; or why it can be none. */
export type NamedPartial = { readonly files: readonly string[] } | { readonly problem: string; readonly hint: string };

/**
 * Finds the partial that is named in the file `from` of an entry in `locale`. A path goes from the file, as in links, or
 * with a slash in front from the content folder. A translation takes the partial of its own language where there is one.
 */
export function namePartial(written: string, from: string, locale: string, config: ResolvedConfig): NamedPartial {
  const path = written.normalize("NFC");
  const file = path.startsWith("/") ? joinPath("", path) : joinPath(from, path);
  if (file === undefined) {
    return {
      problem: `“${written}” leads out of the content folder.`,
      hint: "Put what entries share into a folder of the content folder, such as _shared/.",
    };
  }
  if (!isEntryFile(file)) {
    return {
      problem: `“${written}” is no partial.`,
      hint: "Name an .md or .mdx file whose name, or that of its folder, begins with “_”.",
    };
  }
  if (!isPartial(file)) {
    return {
      problem: `“${written}” is an entry, not a partial.`,
      hint: "Link to it; or move what both share into a file whose name begins with “_”.",
    };
  }
  const { locale: own, rest } = splitLocale(file, config);
  const translated = locale === config.defaultLocale ? rest : `${locale}/${rest}`;
  const files = own === config.defaultLocale ? [translated, rest] : [file, translated, rest];
  return { files: [...new Set(files)] };
}
