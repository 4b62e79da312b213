import { isAbsolute, relative, resolve } from "node:path";
import { contentPath } from "../../check/content-path.ts";
import type { ResolvedConfig } from "../../config/schema.ts";
import { SetupError } from "../../config/setup-error.ts";
import { isEntryFile, isPartial, locate, parseRef, splitLocale } from "../../knowledge/locate.ts";
import { type EntryType, entryFolders, entryTypes } from "../../model/types.ts";
import { readId } from "../names.ts";
import type { NameSetting } from "./read-target.ts";

/**
 * The folder of the content that somebody means, without its language: by its path, or as a ref that ends with `/`. Undefined
 * where there is none.
 */
export function findFolder(given: string, setting: NameSetting): string | undefined {
  const written = given.replace(/[\\/]+$/, "");
  const ref = written === given ? undefined : parseRef(written);
  const ways = ref === undefined ? waysOf(written, setting) : [`${entryFolders[ref.type]}/${ref.id}`];
  const folder = ways.map((way) => withoutLocale(way, setting.config)).find((way) => hasFiles(way, setting));
  if (folder === undefined) return undefined;
  const type = typeOf(folder);
  if (folder !== (type && entryFolders[type])) return folder;
  throw new SetupError(
    `${contentPath(folder, setting.config)} holds the ${folder}: its name says what they are.`,
    "Move a folder in it, or an entry.",
  );
}

/** The file of the content that somebody means and that is no entry: a partial, a picture. Undefined where there is none. */
export function findFile(given: string, setting: NameSetting): string | undefined {
  const ways = waysOf(given, setting);
  const file = setting.files.find((one) => ways.includes(one.normalize("NFC")));
  return file === undefined || locate(file, setting.config) !== undefined ? undefined : file;
}

/**
 * Reads where a folder shall go, without its language: a path, a ref, or a name in the same type. One that ends with `/` and
 * is there takes it in. Throws a `SetupError` where it cannot.
 */
export function readFolderPlace(given: string, from: string, setting: NameSetting): string {
  const { config } = setting;
  const written = given.replace(/[\\/]+$/, "");
  const named = folderOfName(written, given, from, setting);
  const to = written !== given && hasFiles(named, setting) ? `${named}/${nameOf(from)}` : named;
  const [here, there] = [contentPath(from, config), contentPath(to, config)];
  if (to === from) throw new SetupError(`${here} is there already.`, "Name another place.");
  if (to.startsWith(`${from}/`)) throw new SetupError(`${here} cannot move into itself.`, "Name another place.");
  if (hasFiles(to, setting)) {
    throw new SetupError(
      `${there} is there already.`,
      from.startsWith(`${to}/`)
        ? "Choose another place, or move its entries one by one."
        : `To put ${nameOf(from)} into it, write ${there}/${nameOf(from)}.`,
    );
  }
  if (hasEntries(from, setting)) refuseAsEntries(from, to, config);
  else refuseAsFiles(from, to, setting);
  return to;
}

/** Reads where a file shall go that is no entry: a path, a name beside it, or a folder that ends with `/`. Throws a `SetupError` where it cannot. */
export function readFilePlace(given: string, from: string, setting: NameSetting): string {
  const { config, files } = setting;
  const inFolder = /[\\/]$/.test(given);
  const [ending = ""] = /(?<=[^/])\.[^./]+$/.exec(from) ?? [];
  const asked = inFolder ? `${given}${nameOf(from)}` : given;
  const [written = ""] = /(?<=[^/\\.])\.[^./\\]+$/.exec(asked) ?? [];
  if (written !== "" && written.toLowerCase() !== ending.toLowerCase()) {
    throw new SetupError(
      `${contentPath(from, config)} keeps its ending when it is moved.`,
      ending === "" ? `Leave out ${written}.` : `Write ${ending} for ${written}, or leave it out.`,
    );
  }
  const whole = written === "" ? `${asked}${ending}` : asked;
  const isName = !/[\\/]/.test(whole);
  const [to] = isName ? [`${from.slice(0, from.lastIndexOf("/") + 1)}${whole}`] : waysOf(whole, setting);
  if (to === undefined) throw outside(given, config);
  const there = contentPath(to, config);
  refuseName(to);
  if (to === from) throw new SetupError(`${there} is there already.`, "Name another place.");
  if (isPartial(from) && isEntryFile(from) && !isPartial(to)) {
    const hidden = to.replace(/[^/]*$/, (name) => `_${name}`);
    const hint = `A name in its path has to begin with “_”: ${contentPath(hidden, config)}.`;
    throw new SetupError(`${there} is no place for a partial.`, hint);
  }
  const rest = withoutLocale(to, config);
  const taken = files.find((file) =>
    isPartial(from) && isEntryFile(from) ? withoutLocale(file, config) === rest : file === to,
  );
  if (taken === undefined) return to;
  throw new SetupError(`${contentPath(taken, config)} is there already.`, "Choose another name, or move it away.");
}

function folderOfName(written: string, given: string, from: string, setting: NameSetting): string {
  const ref = parseRef(written);
  if (ref !== undefined) return `${entryFolders[ref.type]}/${ref.id}`;
  const ways = waysOf(written, setting).map((way) => withoutLocale(way, setting.config));
  const way = ways.find((one) => typeOf(one) !== undefined || isPartial(one));
  if (way !== undefined) return way;
  if (isAbsolute(written) || written === "" || written.split(/[\\/]/).includes(".."))
    throw outside(given, setting.config);
  const type = typeOf(from);
  return type === undefined ? written : `${entryFolders[type]}/${written}`;
}

function outside(given: string, { content }: ResolvedConfig): SetupError {
  return new SetupError(`${given} is not in the content folder.`, `Name a place under ${content}/, or a new name.`);
}

/** Entries stay of their type, and have ids. */
function refuseAsEntries(from: string, to: string, config: ResolvedConfig): void {
  const type = typeOf(from);
  if (type === undefined) return;
  const other = typeOf(to);
  if (other !== type) {
    const place = contentPath(to, config);
    throw new SetupError(
      `The ${entryFolders[type]} of ${contentPath(from, config)} cannot move to ${place}: what lies there is ${other === undefined ? "no entry" : `a ${other}`}.`,
      `Name a place under ${contentPath(entryFolders[type], config)}/.`,
    );
  }
  const read = readId(to.slice(to.indexOf("/") + 1), type);
  if ("problem" in read) throw new SetupError(read.problem.message, read.problem.hint);
}

/** What is no entry must not become one. */
function refuseAsFiles(from: string, to: string, { config, files }: NameSetting): void {
  refuseName(to);
  if (isPartial(to)) return;
  const entry = files.find(
    (file) => isEntryFile(file) && isIn(file, from, config) && !isPartial(inside(file, from, config)),
  );
  if (entry === undefined) return;
  throw new SetupError(
    `${contentPath(to, config)} is no place for partials such as ${contentPath(entry, config)}.`,
    `A name in their path has to begin with “_”: ${contentPath(
      to.replace(/[^/]*$/, (name) => `_${name}`),
      config,
    )}.`,
  );
}

function refuseName(path: string): void {
  const wrong = path.split("/").find((part) => /^\.|^$|[\\:*?"<>|\p{Cc}]/u.test(part));
  if (wrong === undefined) return;
  throw new SetupError(`“${wrong}” is no name that files can have everywhere.`, "Use letters, digits, “-” and “_”.");
}

/** A path as somebody writes it, in the ways in which it may be meant: from where they are, from the root, or from the content folder. */
function waysOf(given: string, { root, cwd, config }: NameSetting): readonly string[] {
  const content = resolve(root, config.content);
  return [cwd, root, content].flatMap((base) => {
    const way = relative(content, resolve(base, given)).replaceAll("\\", "/").normalize("NFC");
    return way === "" || way === ".." || way.startsWith("../") || isAbsolute(way) ? [] : [way];
  });
}

function withoutLocale(path: string, config: ResolvedConfig): string {
  return splitLocale(path, config).rest;
}

function isIn(file: string, folder: string, config: ResolvedConfig): boolean {
  return withoutLocale(file, config).normalize("NFC").startsWith(`${folder}/`);
}

/** The path of a file below a folder. */
function inside(file: string, folder: string, config: ResolvedConfig): string {
  return withoutLocale(file, config)
    .normalize("NFC")
    .slice(folder.length + 1);
}

function hasFiles(folder: string, { files, config }: NameSetting): boolean {
  return files.some((file) => isIn(file, folder, config));
}

function hasEntries(folder: string, { located, config }: NameSetting): boolean {
  return located.some(({ file }) => isIn(file, folder, config));
}

function typeOf(path: string): EntryType | undefined {
  const first = path.split("/", 1)[0];
  return entryTypes.find((type) => entryFolders[type] === first);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
