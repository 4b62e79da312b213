import type { ResolvedConfig } from "../../config/schema.ts";
import { type EntryType, entryFolders } from "../../model/types.ts";
import { toName } from "../names.ts";

/** Where a document goes, but for its ending. */
export interface Target {
  readonly locale: string;
  /** The folders and the name under the folder of its type, `index` for a folder's own document. */
  readonly path: string;
  /** Its name, or that of the folder whose own document it is, as it was written, without the number in front. */
  readonly name: string;
  /** The number that its name began with: `01-intro.md`. */
  readonly order: number | undefined;
}

/** What targets are worked out by. */
export interface TargetSetting {
  /** The folder for all of it, below that of the type; empty for none. */
  readonly into: string;
  /** The locale of what lies in no folder of a language. */
  readonly locale: string;
  /** The name of the folder that is imported. */
  readonly top: string;
  readonly config: ResolvedConfig;
}

/** Names of a folder's own document. */
const ownNames: ReadonlySet<string> = new Set(["index", "readme", "_index"]);

/** Where a document goes: names become ids, numbers in front of them an order, and a first folder that is a language its locale. */
export function targetOf(file: string, { into, top, config, locale: given }: TargetSetting): Target {
  const parts = file.replace(/\.(?:md|mdx|markdown)$/i, "").split("/");
  let locale = given;
  const [first = ""] = parts;
  if (parts.length > 1 && Object.hasOwn(config.locales, first)) {
    locale = first;
    parts.shift();
  }
  const last = parts.at(-1) ?? "";
  const order = /^(\d{1,4})[-_. ]+(?=.)/.exec(last)?.[1];
  const isOwn = ownNames.has(last.toLowerCase());
  const written = (isOwn ? parts.slice(0, -1) : parts).map((part) =>
    part.replace(/^\d{1,4}[-_. ]+(?=.)/, "").replace(/^[._]+/, ""),
  );
  const names = written.map(toName);
  const folder = into === "" ? [] : into.split("/");
  // A document of the top folder has no name of its own.
  const path = isOwn
    ? names.length + folder.length === 0
      ? [toName(top) || "overview"]
      : [...folder, ...names, "index"]
    : [...folder, ...names];
  return {
    locale,
    path: path.map((name) => name.slice(0, 100)).join("/"),
    name: (written.at(-1) ?? folder.at(-1) ?? top).normalize("NFC"),
    order: order === undefined ? undefined : Number(order),
  };
}

/** The id that a target's path is. */
export function idOf(path: string): string {
  return path.replace(/\/index$/, "");
}

/** A target as a file of the content folder. */
export function fileOf(
  { locale, path }: Pick<Target, "locale" | "path">,
  type: EntryType,
  ending: string,
  config: ResolvedConfig,
): string {
  return `${locale === config.defaultLocale ? "" : `${locale}/`}${entryFolders[type]}/${path}${ending}`;
}
