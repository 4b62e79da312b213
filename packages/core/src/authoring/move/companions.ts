import { contentPath } from "../../check/content-path.ts";
import { joinPath, splitAddress } from "../../compile/links.ts";
import type { ResolvedConfig } from "../../config/schema.ts";
import { locate } from "../../knowledge/locate.ts";
import type { ContentText } from "../content-text.ts";
import { readAddresses } from "../rewrite/read-addresses.ts";
import { folderOf, type Moving, newPlace } from "./places.ts";

/** What moves along, and what stays although it belongs to the entry. */
export interface Companions {
  /** Where each file goes, both relative to the content folder. */
  readonly companions: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
}

/** What companions are looked for by. */
export interface FindCompanions {
  /** The files of the entry that moves. */
  readonly own: readonly string[];
  readonly moving: Moving;
  readonly config: ResolvedConfig;
  /** Every file under the content folder. */
  readonly files: readonly string[];
  readonly texts: readonly ContentText[];
}

/** Finds the pictures, recordings and partials that lie beside the entry or below it, and that nothing else uses. */
export function findCompanions({ own, moving, config, files, texts }: FindCompanions): Companions {
  const companions = new Map<string, string>();
  const notes: string[] = [];
  const present = new Set(files);
  const byFile = new Map(texts.map((text) => [text.file, text]));
  const pending = own.map((file) => ({ file, place: newPlace(file, moving, config) ?? file }));
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const from = folderOf(next.file);
    const to = folderOf(next.place);
    const source = byFile.get(next.file);
    if (from === to || source === undefined) continue;
    for (const used of filesIn(source, present)) {
      if (companions.has(used) || !used.startsWith(from) || locate(used, config) !== undefined) continue;
      const isOwn = (file: string) => own.includes(file) || companions.has(file);
      if (
        isTheme(used, config) ||
        texts.some((text) => !isOwn(text.file) && text.file !== used && uses(text, used, present))
      )
        continue;
      const place = `${to}${used.slice(from.length)}`;
      if (present.has(place)) {
        const there = contentPath(place, config);
        notes.push(`${there} is there already, so ${contentPath(used, config)} stays where it is.`);
        continue;
      }
      companions.set(used, place);
      pending.push({ file: used, place });
    }
  }
  return { companions, notes };
}

/** The files of the content folder that a text names. */
function filesIn({ file, text }: ContentText, present: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  try {
    for (const { value } of readAddresses(text, file.endsWith(".mdx") ? "mdx" : "md")) {
      const target = joinPath(file, splitAddress(value).path);
      if (target !== undefined && present.has(target)) found.add(target);
    }
  } catch {
    // A file with mistakes is told where it is edited.
  }
  return found;
}

/** Whether another text uses a file; where that cannot be told, it does. */
function uses(text: ContentText, used: string, present: ReadonlySet<string>): boolean {
  const name = used.slice(used.lastIndexOf("/") + 1);
  const isPlain = /^[a-z0-9.-]+$/i.test(name);
  if (!text.text.includes(name) && (isPlain || !/%[0-9a-f]{2}|&#?\w+;|\\/i.test(text.text))) return false;
  try {
    readAddresses(text.text, text.file.endsWith(".mdx") ? "mdx" : "md");
  } catch {
    return true;
  }
  return filesIn(text, present).has(used);
}

function isTheme(file: string, config: ResolvedConfig): boolean {
  const path = contentPath(file, config);
  return Object.values(config.theme).some((value) => typeof value === "string" && value.replace(/^\.\//, "") === path);
}
