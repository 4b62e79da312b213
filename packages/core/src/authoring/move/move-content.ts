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
import { editConfig } from "./edit-config.ts";
import { editContent } from "./edit-content.ts";
import { editGolden } from "./edit-golden.ts";
import { readFormerIds } from "./former-ids.ts";
import { pagesOf, refsOf } from "./places.ts";
import type { RewriteSetting } from "./rewrite.ts";
import { readMove } from "./what-moves.ts";

/** A move that somebody wants. */
export interface MoveContent {
  /** The folder of `knowhow.config.ts`. */
  readonly root: string;
  /**
   * An entry: its ref (`lesson:crm/export`), one of its files, or its id where only one type has it; or a folder or another
   * file of the content, by its path.
   */
  readonly from: string;
  /** Where it goes: a ref of the same type, an id, a path, or a folder that ends with `/`. */
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
export interface MovedContent {
  /** What was to be moved and what it becomes: the refs of an entry, or the paths of a folder or another file. */
  readonly from: string;
  readonly to: string;
  /** The entries that have another ref afterwards. */
  readonly entries: readonly { readonly from: Ref; readonly to: Ref }[];
  /** Every file that lies elsewhere afterwards. */
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** Every file whose text changes, by its name before, with the places. */
  readonly rewritten: readonly { readonly file: string; readonly places: readonly RewrittenPlace[] }[];
  /** What somebody should know about it. */
  readonly notes: readonly string[];
}

/**
 * Moves an entry with its translations and the files that belong to it alone, a folder with all that is in it, or a partial
 * or picture; and rewrites every ref and link to what moves. Only those places change; all or nothing is written.
 * Throws a `SetupError` where there is no such thing, its place is taken, or a file that names it cannot be read.
 */
export async function moveContent({ root: given, from, to, cwd, dryRun = false }: MoveContent): Promise<MovedContent> {
  const root = resolve(given);
  const { config } = await loadConfig(root);
  const folder = join(root, config.content);
  const files = listContentFiles(folder, config.content);
  const texts = files.filter(isEntryFile).flatMap((file) => readContentText(folder, file) ?? []);
  const located = files.flatMap((file): LocatedFile[] => {
    const location = locate(file, config);
    return location === undefined ? [] : [{ file, location }];
  });
  const former = readFormerIds(texts, config);
  const move = readMove(from, to, { root, cwd: cwd ?? root, config, located, former, files, texts });
  const pages = pagesOf(move.entries.values(), config);
  const rewrite: RewriteSetting = { move, config, files: new Set(files), pages };
  const edited = [
    ...(await editContent({ folder, texts, rewrite })),
    ...editGolden(root, rewrite),
    ...(await editConfig(root, rewrite)),
  ];

  const changes: FileChange[] = edited.flatMap(({ path, source, edits, inContent }): FileChange[] => {
    const bytes = toBytes(source, applyEdits(source.text, edits));
    const place = inContent ? move.places.get(source.file) : undefined;
    if (place === undefined) return [{ kind: "replace", path, bytes, before: source.bytes }];
    return [
      { kind: "remove", path, before: source.bytes },
      { kind: "create", path: join(folder, place), bytes },
    ];
  });
  const rewritten = new Set(edited.filter(({ inContent }) => inContent).map(({ source }) => source.file));
  const places = [...move.places, ...move.hidden];
  for (const [file, place] of places) {
    if (!rewritten.has(file)) changes.push({ kind: "move", from: join(folder, file), to: join(folder, place) });
  }
  if (!dryRun) await changeFiles(root, `the move of ${move.from} to ${move.to}`, changes);
  return {
    from: move.from,
    to: move.to,
    entries: [...move.entries.values()]
      .map(refsOf)
      .map(({ before, after }) => ({ from: before, to: after }))
      .sort((a, b) => byCodeUnit(a.from, b.from)),
    moved: places
      .map(([file, place]) => ({ from: contentPath(file, config), to: contentPath(place, config) }))
      .sort((a, b) => byCodeUnit(a.from, b.from)),
    rewritten: edited.map(({ path, source: { text }, edits }) => ({
      file: relative(root, path).replaceAll("\\", "/"),
      places: placesOf(text, edits),
    })),
    notes: move.notes,
  };
}

function placesOf(text: string, edits: readonly Edit[]): readonly RewrittenPlace[] {
  const lines = createLineIndex(text);
  return edits
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, text: after }) => ({ ...lines.position(start), before: text.slice(start, end), after }));
}
