import { isAbsolute, relative, resolve } from "node:path";
import { nearestRef } from "../../compile/suggest.ts";
import type { ResolvedConfig } from "../../config/schema.ts";
import { SetupError } from "../../config/setup-error.ts";
import { isEntryFile, isPartial, locate, parseRef, splitLocale } from "../../knowledge/locate.ts";
import type { LocatedFile } from "../../knowledge/source-file.ts";
import { type EntryType, entryFolders, entryTypes, type Ref } from "../../model/types.ts";
import { readId } from "../names.ts";

/** Where names are looked up. */
export interface NameSetting {
  readonly root: string;
  /** The folder that paths may be relative to, beside the root and the content folder. */
  readonly cwd: string;
  readonly config: ResolvedConfig;
  readonly located: readonly LocatedFile[];
  /** Every file under the content folder. */
  readonly files: readonly string[];
  /** The ids that entries once had, with what has them now. */
  readonly former: ReadonlyMap<string, Ref>;
}

/** An entry that somebody named. */
export interface Named {
  readonly type: EntryType;
  readonly id: string;
  /** The locale of the file that was named; undefined where it was named by its ref or id. */
  readonly locale?: string;
}

/**
 * Finds the entry that somebody means: by its ref, one of its files, or its id alone. Undefined where there is none; throws a
 * `SetupError` where there are several.
 */
export function findSource(given: string, setting: NameSetting): Named | undefined {
  const { refs, byFile, ref, wanted } = meant(given, setting);
  if (byFile !== undefined && refs.has(byFile.ref)) return byFile;
  if (ref !== undefined && wanted !== undefined && refs.has(wanted)) return ref;
  if (wanted !== undefined) return undefined;
  const id = given
    .normalize("NFC")
    .replace(/\.mdx?$/, "")
    .replace(/^\/+|\/+$/g, "");
  const same = entryTypes.filter((type) => refs.has(`${type}:${id}`));
  if (same.length > 1) {
    const all = same.map((type) => `${type}:${id}`).join(" and ");
    throw new SetupError(`“${given}” is ${all}.`, "Say which, with its type in front.");
  }
  const [type] = same;
  return type === undefined ? undefined : { type, id };
}

/** What by all appearances was meant, be it there or not. */
function meant(given: string, setting: NameSetting) {
  const refs = new Set(setting.located.map(({ location }) => location.ref));
  const file = fileUnderContent(given, setting);
  const byFile = file === undefined ? undefined : locate(file, setting.config);
  const ref = parseRef(given);
  return { refs, byFile, ref, wanted: byFile?.ref ?? (ref && (`${ref.type}:${ref.id}` as const)) };
}

/** Tells that there is nothing of a name, and what may be meant. */
export function noSource(given: string, setting: NameSetting): SetupError {
  const { located, former } = setting;
  const { wanted, ref } = meant(given, setting);
  const refs = [...new Set(located.map(({ location }) => location.ref))];
  const now = wanted === undefined ? undefined : former.get(wanted);
  if (now !== undefined) return new SetupError(`There is no ${wanted}.`, `It is ${now} now.`);
  if (ref !== undefined && refs.some((one) => one.startsWith(`${wanted}/`))) {
    return new SetupError(`There is no entry ${wanted}.`, `To move the folder of that name, write ${wanted}/.`);
  }
  const shown = wanted ?? given;
  const near =
    nearestRef(shown.includes(":") ? shown : `lesson:${shown}`, refs) ?? refs.find((one) => one.endsWith(`/${given}`));
  const hint =
    near === undefined ? "Name it by its ref (lesson:crm/export-report) or its file." : `Did you mean “${near}”?`;
  return new SetupError(`There is no entry ${shown}.`, hint);
}

/** Reads where an entry shall go: a ref, an id, a file, or a folder that ends with `/`. Throws a `SetupError` where it cannot. */
export function readTarget(given: string, from: Named, setting: NameSetting): Named {
  const inFolder = /[\\/]$/.test(given);
  const name = from.id.split("/").at(-1) ?? from.id;
  const written = inFolder ? `${given}${name}` : given;
  const ref = parseRef(written);
  if (ref !== undefined) return sameType(ref.type, from, checked(ref.id, from));

  const file = fileUnderContent(isEntryFile(written) ? written : `${written}.mdx`, setting);
  const location = file === undefined || isPartial(file) ? undefined : locate(file, setting.config);
  if (location !== undefined && file !== undefined) {
    const { id } = sameType(location.type, from, checked(location.id, from));
    checkEnding(written, from, setting);
    return { type: from.type, id, locale: splitLocale(file, setting.config).locale };
  }
  if (isAbsolute(written) || written.split(/[\\/]/).includes("..")) {
    throw new SetupError(
      `${given} is not in the content folder.`,
      `Name a place under ${setting.config.content}/, or a new id.`,
    );
  }
  checkEnding(written, from, setting);
  return { type: from.type, id: checked(written.replace(/\.mdx?$/, ""), from) };
}

function checked(id: string, { type }: Named): string {
  const read = readId(id, type);
  if ("problem" in read) throw new SetupError(read.problem.message, read.problem.hint);
  return read.id;
}

function sameType(type: EntryType, from: Named, id: string): Named {
  if (type === from.type) return { type, id };
  throw new SetupError(
    `A ${from.type} cannot become a ${type} by moving it.`,
    `They have different keys and blocks: write a new ${type}, and name ${from.type}:${from.id} in its text.`,
  );
}

/** Another ending would be another language. */
function checkEnding(written: string, from: Named, { located }: NameSetting): void {
  const wanted = /\.mdx?$/.exec(written)?.[0];
  if (wanted === undefined) return;
  const files = located.filter(({ location }) => location.ref === `${from.type}:${from.id}`).map(({ file }) => file);
  if (files.some((file) => file.endsWith(wanted))) return;
  throw new SetupError(
    `${from.type}:${from.id} is ${wanted === ".md" ? "MDX" : "Markdown"}, and stays so when it is moved.`,
    `Leave out the ending ${wanted}.`,
  );
}

/** A path as somebody writes it, relative to the content folder: from where they are, from the root, or from there already. */
function fileUnderContent(given: string, { root, cwd, config }: NameSetting): string | undefined {
  const content = resolve(root, config.content);
  for (const base of [cwd, root, content]) {
    const way = relative(content, resolve(base, given)).replaceAll("\\", "/");
    const first = splitLocale(way, config).rest.split("/", 1)[0];
    if (!way.startsWith("../") && Object.values(entryFolders).some((folder) => folder === first))
      return way.normalize("NFC");
  }
  return undefined;
}
