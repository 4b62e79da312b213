import type { ResolvedConfig } from "../config/schema.ts";
import { type EntryType, entryFolders, entryTypes, type Ref } from "../model/types.ts";

/** Where a content file stands in the knowledge base. */
export interface Location {
  readonly type: EntryType;
  readonly id: string;
  readonly ref: Ref;
  readonly locale: string;
  readonly url: string;
}

const typeOfFolder = new Map<string, EntryType>(entryTypes.map((type) => [entryFolders[type], type]));

/** Whether a file name is one of an entry: `.md` or `.mdx`. */
export function isEntryFile(file: string): boolean {
  return /\.mdx?$/.test(file);
}

/** Whether a part of the path starts with `_`, which makes a partial or a private folder. */
export function isPartial(file: string): boolean {
  return file.split("/").some((part) => part.startsWith("_"));
}

/** Splits a path under the content folder into its locale and the rest. */
export function splitLocale(file: string, config: ResolvedConfig): { readonly locale: string; readonly rest: string } {
  const slash = file.indexOf("/");
  const first = slash < 0 ? file : file.slice(0, slash);
  if (slash > 0 && first !== config.defaultLocale && Object.hasOwn(config.locales, first)) {
    return { locale: first, rest: file.slice(slash + 1) };
  }
  return { locale: config.defaultLocale, rest: file };
}

/** Places an entry file, given relative to the content folder; undefined where it lies in no type's folder. */
export function locate(file: string, config: ResolvedConfig): Location | undefined {
  const { locale, rest } = splitLocale(file, config);
  const slash = rest.indexOf("/");
  const type = slash < 0 ? undefined : typeOfFolder.get(rest.slice(0, slash));
  if (type === undefined || !isEntryFile(file) || isPartial(file)) return undefined;
  const path = rest
    .slice(slash + 1)
    .replace(/\.mdx?$/, "")
    .normalize("NFC");
  const id = path.replace(/(^|\/)index$/, "");
  if (id === "") return undefined;
  return { type, id, ref: `${type}:${id}`, locale, url: entryUrl(type, id, locale, config) };
}

/** The page of an entry in a locale; a pure function of its id, so that links need not know their target. */
export function entryUrl(type: EntryType, id: string, locale: string, config: ResolvedConfig): string {
  return `${localeBase(locale, config)}${entryFolders[type]}/${id.split("/").map(slugSegment).join("/")}/`;
}

/** The first part of the URLs of a locale: the base, and the locale unless it is the default one. */
export function localeBase(locale: string, config: ResolvedConfig): string {
  return locale === config.defaultLocale ? config.base : `${config.base}${locale.toLowerCase()}/`;
}

/**
 * One part of a path as a part of a URL: NFC, lower case, letters and digits of any script, `-` for the rest.
 * A name without a letter or digit becomes its code points (`u1f600`), so that it still has a URL.
 */
export function slugSegment(segment: string): string {
  if (/^[a-z0-9_]+(?:-[a-z0-9_]+)*$/.test(segment)) return segment;
  const slug = segment
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return slug || Array.from(segment, (sign) => `u${sign.codePointAt(0)?.toString(16)}`).join("-");
}

/** Reads `type:id`; undefined where it is no ref. */
export function parseRef(ref: string): { readonly type: EntryType; readonly id: string } | undefined {
  const colon = ref.indexOf(":");
  const type = colon < 0 ? undefined : entryTypes.find((name) => name === ref.slice(0, colon));
  const id = ref.slice(colon + 1).normalize("NFC");
  return type === undefined || id === "" ? undefined : { type, id };
}
