import { existsSync } from "node:fs";
import { join } from "node:path";
import { contentPath } from "../../check/content-path.ts";
import type { ResolvedConfig } from "../../config/schema.ts";
import { SetupError } from "../../config/setup-error.ts";
import { isEntryFile, isPartial, locate, splitLocale } from "../../knowledge/locate.ts";
import { entryFolders, type Ref } from "../../model/types.ts";
import type { ContentText } from "../content-text.ts";
import { findCompanions } from "./companions.ts";
import { listHiddenFiles } from "./hidden-files.ts";
import { entryKeys, fileKeys, folderKeys } from "./mentions.ts";
import { type Move, type Moving, newPlace, pagesOf, refsOf } from "./places.ts";
import { findFile, findFolder, readFilePlace, readFolderPlace } from "./read-path.ts";
import { findSource, type Named, type NameSetting, noSource, readTarget } from "./read-target.ts";
import { refuseTakenPlace } from "./refuse.ts";

/** The content folder, and where names are looked up. */
export interface MoveSetting extends NameSetting {
  readonly texts: readonly ContentText[];
}

/** A move that was asked for, worked out. */
export interface NamedMove extends Move {
  /** What moves and what it becomes, for people: refs, or paths from the root. */
  readonly from: string;
  readonly to: string;
  /** Where files go that lie in a folder that moves, and that Knowhow passes over: `.gitkeep`. As in `places`. */
  readonly hidden: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
}

/** Finds out what somebody wants to move, and where. Throws a `SetupError` where that cannot be. */
export function readMove(from: string, to: string, setting: MoveSetting): NamedMove {
  // Of an entry and a folder with one name, a slash at the end means the folder.
  const named = /[\\/]$/.test(from) ? findFolder(from, setting) : undefined;
  const source = named === undefined ? findSource(from, setting) : undefined;
  if (source !== undefined) return moveOfEntry(source, readTarget(to, source, setting), setting);
  const folder = named ?? findFolder(from, setting);
  if (folder !== undefined) return moveOfFolder(folder, readFolderPlace(to, folder, setting), setting);
  const file = findFile(from, setting);
  if (file !== undefined) return moveOfFile(file, readFilePlace(to, file, setting), setting);
  throw noSource(from, setting);
}

function moveOfEntry(source: Named, target: Named, setting: MoveSetting): NamedMove {
  const { config, located, files, texts } = setting;
  const moving: Moving = { type: source.type, from: source.id, to: target.id };
  const { before, after } = refsOf(moving);
  if (before === after) {
    const isTranslation = target.locale !== undefined && source.locale !== undefined && target.locale !== source.locale;
    throw new SetupError(
      `${before} is there already.`,
      isTranslation ? "To translate an entry, copy its file to the folder of the language." : "Name another place.",
    );
  }
  refuseTakenPlace(moving, setting);
  const entries = new Map([[before, moving]]);
  const own = new Map(
    located.flatMap(({ file, location }) => {
      const place = location.ref === before ? newPlace(file, entries, config) : undefined;
      return place === undefined ? [] : [[file, place]];
    }),
  );
  const { companions, notes } = findCompanions({ own, config, files, texts });
  const places = new Map([...own, ...companions]);
  const keys = entryKeys(moving, places, pagesOf([moving], config));
  return { from: before, to: after, entries, places, hidden: new Map(), keys, notes };
}

/** Every file of a folder moves, in every language; and of the entries in it also what lies elsewhere. */
function moveOfFolder(from: string, to: string, setting: MoveSetting): NamedMove {
  const { config, located, files } = setting;
  const places = new Map<string, string>();
  /** The folder in each language, as it is named on the disk. */
  const folders = new Set<string>();
  for (const file of files) {
    const place = placeIn(file, from, to, config);
    if (place === undefined) continue;
    places.set(file, place);
    const { rest } = splitLocale(file, config);
    const name = rest.split("/").slice(0, from.split("/").length).join("/");
    folders.add(`${file.slice(0, file.length - rest.length)}${name}`);
  }
  const entries = new Map<Ref, Moving>();
  for (const { file, location } of located) {
    const place = places.get(file);
    const there = place === undefined ? undefined : locate(place, config);
    if (there === undefined) continue;
    entries.set(location.ref, { type: location.type, from: location.id, to: there.id });
  }
  for (const { file, location } of located) {
    const place = entries.has(location.ref) ? newPlace(file, entries, config) : undefined;
    if (place !== undefined) places.set(file, place);
  }
  for (const moving of entries.values()) refuseTakenPlace(moving, setting);
  const own = [...entries.values()].find(({ type, from: id }) => `${entryFolders[type]}/${id}` === from);
  const keys = [...folderKeys(from), ...(own === undefined ? [] : entryKeys(own, new Map(), pagesOf([own], config)))];
  const shown = (folder: string) => contentPath(folder, config);
  const hidden = placesOfHidden(folders, from, to, setting);
  return { from: shown(from), to: shown(to), entries, places, hidden, keys, notes: [] };
}

/** Hidden files move with their folder, unless there is one in their new place. */
function placesOfHidden(
  folders: ReadonlySet<string>,
  from: string,
  to: string,
  { root, config }: MoveSetting,
): ReadonlyMap<string, string> {
  const content = join(root, config.content);
  const places = new Map<string, string>();
  for (const folder of folders) {
    for (const name of listHiddenFiles(join(content, folder))) {
      const file = `${folder}/${name}`;
      const place = placeIn(file, from, to, config);
      if (place !== undefined && !existsSync(join(content, place))) places.set(file, place);
    }
  }
  return places;
}

function placeIn(file: string, from: string, to: string, config: ResolvedConfig): string | undefined {
  const { rest } = splitLocale(file, config);
  const depth = from.split("/").length;
  const parts = rest.split("/");
  if (parts.length <= depth || parts.slice(0, depth).join("/").normalize("NFC") !== from) return undefined;
  return `${file.slice(0, file.length - rest.length)}${[to, ...parts.slice(depth)].join("/")}`;
}

/** A partial moves in every language that has one; another file alone. */
function moveOfFile(from: string, to: string, { config, files, texts }: MoveSetting): NamedMove {
  const isForAll = isPartial(from) && isEntryFile(from);
  const { rest } = splitLocale(from, config);
  const target = splitLocale(to, config).rest;
  const own = new Map(
    files.flatMap((file) => {
      const here = splitLocale(file, config);
      if (file !== from && !(isForAll && here.rest === rest)) return [];
      return [[file, isForAll ? `${file.slice(0, file.length - here.rest.length)}${target}` : to]];
    }),
  );
  const { companions, notes } = findCompanions({ own, config, files, texts });
  const places = new Map([...own, ...companions]);
  const shown = (file: string) => contentPath(file, config);
  const moved = { entries: new Map(), places, hidden: new Map(), keys: fileKeys(places) };
  return { from: shown(from), to: shown(to), ...moved, notes };
}
