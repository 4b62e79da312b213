import { posix, relative, sep } from "node:path";
import type { EntryFacts } from "../compile/entry.ts";
import { partialOf } from "../compile/problem.ts";
import { configFiles } from "../config/load.ts";
import { type ChangedFile, changedFiles } from "../git/changed-files.ts";
import { findFork } from "../git/find-commit.ts";
import { readContentBefore } from "../knowledge/content-before.ts";
import type { Content } from "../knowledge/read-content.ts";
import type { ContentSetting } from "../knowledge/source-file.ts";
import type { Finding } from "./rule.ts";

/** What changed since a commit, and what there was before. */
export interface Change {
  readonly commit: string;
  /** The content as it was. */
  readonly before: Content;
  /** The files that differ, relative to the content folder. */
  readonly files: ReadonlySet<string>;
  /** The files beside the content that differ, relative to the root: of the configuration and the golden questions. */
  readonly rootFiles: ReadonlySet<string>;
  /** Whether the configuration differs, which may concern every entry. */
  readonly everything: boolean;
}

/**
 * Finds what changed since a revision of git: since the present state and it parted, or, with `findCommit`, since itself.
 * Throws a `SetupError` where that cannot be known.
 */
export async function findChange(
  revision: string,
  setting: ContentSetting,
  find: (folder: string, revision: string) => Promise<string> = findFork,
): Promise<(now: Content) => Promise<Change>> {
  const { root, config } = setting;
  const commit = await find(root, revision);
  const settings = (await configFiles(root)).map((file) => relative(root, file).split(sep).join("/"));
  const { content: changed, beside } = await changedIn(commit, setting, [...settings, posix.normalize(config.golden)]);
  const rootFiles = new Set(beside.map(({ file }) => file));
  return async (now) => ({
    commit,
    before: await readContentBefore(now, changed, setting),
    files: new Set(changed.map(({ file }) => file)),
    rootFiles,
    everything: settings.some((file) => rootFiles.has(file)),
  });
}

/** The changed files of the content folder, and those of some beside it. */
async function changedIn(
  commit: string,
  { root, folder }: ContentSetting,
  beside: readonly string[],
): Promise<{ readonly content: readonly ChangedFile[]; readonly beside: readonly ChangedFile[] }> {
  const prefix = `${relative(root, folder).split(sep).join("/")}/`;
  if (prefix === "/" || prefix.startsWith("../")) {
    const [content, others] = await Promise.all([changedFiles(folder, commit), changedFiles(root, commit, beside)]);
    return { content, beside: others };
  }
  // The usual place, where git need be asked only once.
  const all = await changedFiles(root, commit, [prefix, ...beside]);
  return {
    content: all.flatMap((one) =>
      one.file.startsWith(prefix) ? [{ ...one, file: one.file.slice(prefix.length) }] : [],
    ),
    beside: all.filter(({ file }) => beside.includes(file)),
  };
}

/** Of all findings, those in files that changed and those that the change has brought about elsewhere. */
export function touched(now: readonly Finding[], change: Change, then: () => readonly Finding[]): readonly Finding[] {
  if (change.everything) return now;
  const inChange = ({ relativeTo, file, place }: Finding) =>
    relativeTo === "root" ? change.rootFiles.has(file) : change.files.has(partialOf(place) ?? file);
  const elsewhere = now.filter((finding) => !inChange(finding));
  // Most changes touch nothing else, and then nobody needs to know what was found before.
  const known = new Set(elsewhere.length === 0 ? [] : then().map(keyOf));
  return now.filter((finding) => inChange(finding) || !known.has(keyOf(finding)));
}

function keyOf({ relativeTo, file, code, message, place }: Finding): string {
  return JSON.stringify([relativeTo, file, code, message, place]);
}

/** Of files that are the same entry, the first counts; the others are told as mistakes. */
export function factsOf({ entries }: Content): readonly EntryFacts[] {
  const seen = new Set<string>();
  return entries.flatMap(({ location, known }) => {
    const key = `${location.locale} ${location.ref}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return known.facts ?? [];
  });
}
