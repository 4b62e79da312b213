import { contentPath } from "../../check/content-path.ts";
import type { ResolvedConfig } from "../../config/schema.ts";
import { locate } from "../../knowledge/locate.ts";
import type { ContentText } from "../content-text.ts";
import { readAddresses } from "../rewrite/read-addresses.ts";
import { namedFile, takenFile } from "./named-file.ts";
import { folderOf } from "./places.ts";
import { isTheme } from "./theme-paths.ts";

/** What moves along, and what stays although it belongs to what moves. */
export interface Companions {
  /** Where each file goes, both relative to the content folder. */
  readonly companions: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
}

/** What companions are looked for by. */
export interface FindCompanions {
  /** The files that move, the entry's or a partial's in each language, with where each goes. */
  readonly own: ReadonlyMap<string, string>;
  readonly config: ResolvedConfig;
  /** Every file under the content folder. */
  readonly files: readonly string[];
  readonly texts: readonly ContentText[];
}

/** Finds the pictures, recordings and partials that lie beside what moves or below it, and that nothing else uses. */
export function findCompanions({ own, config, files, texts }: FindCompanions): Companions {
  const present = new Set(files);
  const byFile = new Map(texts.map((text) => [text.file, text]));
  const companions = new Map<string, string>();
  const staying = new Map<string, string>();
  const isMoving = (file: string) => own.has(file) || companions.has(file);
  const filesOf = (file: string) => {
    const text = byFile.get(file);
    return text === undefined ? [] : filesIn(text, present, config);
  };
  // What moves along may use files itself, and free others: it is looked at again until nothing is found.
  for (let found = true; found; ) {
    found = false;
    for (const file of [...own.keys(), ...companions.keys()]) {
      const from = folderOf(file);
      const to = folderOf(companions.get(file) ?? own.get(file) ?? file);
      if (from === to) continue;
      for (const used of filesOf(file)) {
        if (isMoving(used) || staying.has(used) || !used.startsWith(from) || locate(used, config) !== undefined)
          continue;
        const isShared = texts.some(
          (text) => !isMoving(text.file) && text.file !== used && uses(text, used, present, config),
        );
        if (isShared || isTheme(used, config)) continue;
        const place = `${to}${used.slice(from.length)}`;
        found = true;
        if (present.has(place)) staying.set(used, place);
        else companions.set(used, place);
      }
    }
  }
  const notes = [...staying].map(
    ([used, place]) =>
      `${contentPath(place, config)} is there already, so ${contentPath(used, config)} stays where it is.`,
  );
  return { companions, notes };
}

/** The files of the content folder that a text names. */
function filesIn({ file, text }: ContentText, present: ReadonlySet<string>, config: ResolvedConfig): readonly string[] {
  const found = new Set<string>();
  try {
    for (const address of readAddresses(text, file.endsWith(".mdx") ? "mdx" : "md")) {
      const named = namedFile(address, file);
      const taken = named === undefined ? undefined : takenFile(named, present, config);
      if (taken !== undefined) found.add(taken);
    }
  } catch {
    // A file with mistakes is told where it is edited.
  }
  return [...found];
}

/** Whether another text uses a file; where that cannot be told, it does. */
function uses(text: ContentText, used: string, present: ReadonlySet<string>, config: ResolvedConfig): boolean {
  const name = used.slice(used.lastIndexOf("/") + 1);
  const isPlain = /^[a-z0-9._-]+$/i.test(name);
  if (!text.text.includes(name) && (isPlain || !/%[0-9a-f]{2}|&#?\w+;|\\/i.test(text.text))) return false;
  try {
    readAddresses(text.text, text.file.endsWith(".mdx") ? "mdx" : "md");
  } catch {
    return true;
  }
  return filesIn(text, present, config).includes(used);
}
