import { join, relative, resolve } from "node:path";
import { contentPath } from "../../check/content-path.ts";
import { createLineIndex } from "../../compile/position.ts";
import { loadConfig } from "../../config/load.ts";
import { changeFiles, type FileChange } from "../../files/change-files.ts";
import { byCodeUnit, listContentFiles } from "../../knowledge/content-files.ts";
import { isEntryFile, locate } from "../../knowledge/locate.ts";
import type { LocatedFile } from "../../knowledge/source-file.ts";
import type { Position } from "../../model/diagnostic.ts";
import type { Ref } from "../../model/types.ts";
import { readContentText, toBytes } from "../content-text.ts";
import { applyEdits, type Edit } from "../rewrite/edit.ts";
import { findCompanions } from "./companions.ts";
import { editConfig } from "./edit-config.ts";
import { editContent } from "./edit-content.ts";
import { editGolden } from "./edit-golden.ts";
import { readFormerIds } from "./former-ids.ts";
import { type Moving, newPlace, pagesOf, refsOf } from "./places.ts";
import { type NameSetting, readSource, readTarget } from "./read-target.ts";
import { refuseTakenPlace } from "./refuse.ts";
import type { RewriteSetting } from "./rewrite.ts";

/** A move that somebody wants. */
export interface MoveEntry {
  /** The folder of `knowhow.config.ts`. */
  readonly root: string;
  /** The entry: its ref (`lesson:crm/export`), one of its files, or its id where only one type has it. */
  readonly from: string;
  /** Where it goes: a ref of the same type, an id, a file, or a folder that ends with `/`. */
  readonly to: string;
  /** Where paths are relative to, beside the root; default the root. */
  readonly cwd?: string;
  /** Work out everything, change nothing. Default false. */
  readonly dryRun?: boolean;
}

/** A place that was, or would be, rewritten. */
export interface RewrittenPlace extends Position {
  /** What stands there; empty where something is added. */
  readonly before: string;
  readonly after: string;
}

/** A move, done or worked out. Files are relative to the root. */
export interface MovedEntry {
  readonly from: Ref;
  readonly to: Ref;
  /** Every file that lies elsewhere afterwards. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** Every file whose text changes, by its name before, with the places. */
  readonly rewritten: readonly { readonly file: string; readonly places: readonly RewrittenPlace[] }[];
  /** What somebody should know about it. */
  readonly notes: readonly string[];
}

/**
 * Moves an entry with its translations and the files that belong to it alone, and rewrites every ref and link to it.
 * Only those places change; all or nothing is written.
 * Throws a `SetupError` where there is no such entry, its place is taken, or a file that names it cannot be read.
 */
export async function moveEntry({ root: given, from, to, cwd, dryRun = false }: MoveEntry): Promise<MovedEntry> {
  const root = resolve(given);
  const { config, file: configFile } = await loadConfig(root);
  const folder = join(root, config.content);
  const files = listContentFiles(folder);
  const texts = files.filter(isEntryFile).flatMap((file) => readContentText(folder, file) ?? []);
  const located = files.flatMap((file): LocatedFile[] => {
    const location = locate(file, config);
    return location === undefined ? [] : [{ file, location }];
  });
  const former = readFormerIds(texts, config);
  const setting: NameSetting = { root, cwd: cwd ?? root, config, located, former };
  const source = readSource(from, setting);
  const target = readTarget(to, source, setting);
  const moving: Moving = { type: source.type, from: source.id, to: target.id };
  refuseTakenPlace(moving, source, target, setting);

  const own = located.filter(({ location }) => location.ref === refsOf(moving).before).map(({ file }) => file);
  const { companions, notes } = findCompanions({ own, moving, config, files, texts });
  const rewrite: RewriteSetting = { moving, config, files: new Set(files), companions, pages: pagesOf(moving, config) };
  const edited = [
    ...(await editContent({ folder, texts, own, rewrite })),
    ...editGolden(root, rewrite),
    ...editConfig(root, configFile, rewrite),
  ];

  const elsewhere = new Map<string, string>(companions);
  for (const file of own) elsewhere.set(file, newPlace(file, moving, config) ?? file);
  const changes: FileChange[] = edited.flatMap(({ path, source, edits, inContent }): FileChange[] => {
    const bytes = toBytes(source, applyEdits(source.text, edits));
    const place = inContent ? elsewhere.get(source.file) : undefined;
    if (place === undefined) return [{ kind: "replace", path, bytes, before: source.bytes }];
    return [
      { kind: "remove", path },
      { kind: "create", path: join(folder, place), bytes },
    ];
  });
  const rewritten = new Set(edited.filter(({ inContent }) => inContent).map(({ source }) => source.file));
  for (const [file, place] of elsewhere) {
    if (!rewritten.has(file)) changes.push({ kind: "move", from: join(folder, file), to: join(folder, place) });
  }
  const { before, after } = refsOf(moving);
  if (!dryRun) await changeFiles(root, `the move of ${before} to ${after}`, changes);
  return {
    from: before,
    to: after,
    moved: [...elsewhere]
      .map(([file, place]) => ({ from: contentPath(file, config), to: contentPath(place, config) }))
      .sort((a, b) => byCodeUnit(a.from, b.from)),
    rewritten: edited.map(({ path, source: { text }, edits }) => ({
      file: relative(root, path).replaceAll("\\", "/"),
      places: placesOf(text, edits),
    })),
    notes,
  };
}

function placesOf(text: string, edits: readonly Edit[]): readonly RewrittenPlace[] {
  const lines = createLineIndex(text);
  return edits
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, text: after }) => ({ ...lines.position(start), before: text.slice(start, end), after }));
}
