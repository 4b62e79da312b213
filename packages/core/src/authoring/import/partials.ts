import { posix } from "node:path";
import { type EntryType, entryFolders } from "../../model/types.ts";
import { toName } from "../names.ts";
import { type AnalyseSetting, type Analysis, analyse, cut } from "./analyse.ts";
import { comment } from "./markdown/comment.ts";
import { convertBody, importedFiles } from "./markdown/convert-body.ts";
import type { ImportNote } from "./markdown/pen.ts";
import { partialFile, type ResolveSetting, resolveForeign } from "./resolve.ts";
import { isForeignPartial, readDocument, type SourceFolder } from "./sources.ts";
import { type TargetSetting, targetOf } from "./targets.ts";

/** A partial that documents include, and where it goes. */
export interface PlannedPartial {
  readonly analysis: Analysis;
  /** Relative to the content folder. A partial that is there already is included as it is. */
  readonly file: string;
}

/** Finds the partials that documents include, and those that these include. Those that would have one place get a number. */
export async function planPartials(
  analyses: readonly Analysis[],
  source: SourceFolder,
  setting: AnalyseSetting & TargetSetting,
): Promise<ReadonlyMap<string, PlannedPartial>> {
  const present = new Set(source.files.filter(isForeignPartial));
  const planned = new Map<string, PlannedPartial>();
  const taken = new Set<string>();
  const pending = [...analyses];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    for (const path of importedFiles(next.body.tree).values()) {
      const file = partialFile(path, next.document.file, source);
      if (!present.has(file) || planned.has(file)) continue;
      const document = readDocument(source.folder, file);
      if ("problem" in document) continue;
      const analysis = await analyse(document, setting);
      if ("problem" in analysis) continue;
      const wanted = placeOf(file, analysis, setting);
      let place = wanted;
      for (let number = 2; taken.has(place); number++) place = wanted.replace(/(?=\.mdx?$)/, `-${number}`);
      taken.add(place);
      planned.set(file, { analysis, file: place });
      pending.push(analysis);
    }
  }
  return planned;
}

/** Partials lie in the folders that documents beside them go to. */
function placeOf(file: string, { to }: Analysis, setting: AnalyseSetting & TargetSetting): string {
  const beside = targetOf(posix.join(posix.dirname(file), "x.md"), setting);
  const folder = beside.path.slice(0, beside.path.lastIndexOf("/") + 1);
  const name = toName(posix.basename(file).replace(/^_+|\.mdx?$/gi, ""));
  return `${localeFolder(beside.locale, setting)}${entryFolders[setting.type satisfies EntryType]}/${folder}_${name}.${to}`;
}

function localeFolder(locale: string, { config }: TargetSetting): string {
  return locale === config.defaultLocale ? "" : `${locale}/`;
}

/** The text of a partial, and what to look at in it by hand. Its front matter, which partials have none of, becomes a comment. */
export function writePartial(
  { analysis, file }: PlannedPartial,
  setting: ResolveSetting,
): { readonly text: string; readonly notes: readonly ImportNote[] } {
  const { document, body, to } = analysis;
  const resolve = (href: string, what: Parameters<typeof resolveForeign>[1]) =>
    resolveForeign(href, what, document.file, file, setting);
  const { edits, notes } = convertBody(body, to, resolve);
  const content = cut(document, body, { start: document.bodyOffset, end: body.text.length }, edits).trim();
  const front = document.text.slice(0, document.bodyOffset).trim();
  return { text: `${front === "" ? "" : `${comment(front.replaceAll("---", ""), to)}\n\n`}${content}\n`, notes };
}
