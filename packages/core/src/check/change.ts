import { realpathSync } from "node:fs";
import { isAbsolute, posix, relative, resolve, sep } from "node:path";
import type { EntryFacts } from "../compile/entry.ts";
import { partialOf } from "../compile/problem.ts";
import { configFiles } from "../config/load.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import { type Base, type ChangedFile, changedFiles } from "../git/changed-files.ts";
import { findFork, mayBeRevision } from "../git/find-commit.ts";
import { GitError, git } from "../git/run-git.ts";
import { withInherited } from "../knowledge/inherit.ts";
import type { Content } from "../knowledge/read-content.ts";
import type { ContentSetting } from "../knowledge/source-file.ts";
import type { Finding } from "./rule.ts";

/** The files that changed. */
export interface ChangedParts {
  /** Those of the content folder, relative to it. */
  readonly content: readonly ChangedFile[];
  /** Those beside the content, relative to the root: of the configuration and the golden questions. */
  readonly beside: readonly ChangedFile[];
  /** Whether the configuration differs, which may concern every entry. */
  readonly everything: boolean;
}

/** What changed, and what there was before. */
export interface Change extends ChangedParts {
  /** The content as it was. */
  readonly before: Content;
  /** The names of the changed files of the content folder. */
  readonly files: ReadonlySet<string>;
}

/**
 * Finds the files that changed since the present state and a revision of git parted.
 * Throws a `SetupError` where that cannot be known.
 */
export async function findChangedSince(revision: string, setting: ContentSetting): Promise<ChangedParts> {
  if (mayBeRevision(revision)) {
    try {
      // Git finds the fork by itself: asking for it first would make everybody wait.
      return await findChanged({ fork: revision }, setting);
    } catch (cause) {
      if (!(cause instanceof GitError)) throw cause;
    }
  }
  return findChanged({ commit: await findFork(setting.root, revision) }, setting);
}

/** Finds the files that differ from a base. */
export async function findChanged(base: Base, { root, folder, config }: ContentSetting): Promise<ChangedParts> {
  const files = (await configFiles(root)).map((file) => relative(root, file).split(sep).join("/"));
  const settings = files.filter((file) => !file.startsWith("../"));
  const others = [...settings, posix.normalize(config.golden)];
  const prefix = `${relative(root, folder).split(sep).join("/")}/`;
  const isElsewhere = prefix === "/" || prefix.startsWith("../");
  // In the usual place git need be asked only once.
  const [all, content] = isElsewhere
    ? await Promise.all([changedFiles(root, base, others), changedFiles(folder, base)])
    : [await changedFiles(root, base, [prefix, ...others])];
  const beside = all.filter(({ file }) => others.includes(file));
  const isOutsideChanged = await anyChanged(
    files.filter((file) => file.startsWith("../")),
    root,
    base,
  );
  return {
    content: content ?? all.flatMap((one) => (one.file.startsWith(prefix) ? [withoutPrefix(one, prefix)] : [])),
    beside,
    everything: isOutsideChanged || beside.some(({ file }) => settings.includes(file)),
  };
}

/** Whether files beside the root differ, such as what the configuration imports; what lies outside of the repository has no past. */
async function anyChanged(files: readonly string[], root: string, base: Base): Promise<boolean> {
  if (files.length === 0) return false;
  const top = (await git(root, ["rev-parse", "--show-toplevel"])).toString().replace(/\r?\n$/, "");
  // Links on the way to it are resolved in the one, and not in the other.
  const fromTop = files.map((file) =>
    relative(top, resolve(realpathSync(root), file))
      .split(sep)
      .join("/"),
  );
  const within = fromTop.filter((file) => !file.startsWith("../") && !isAbsolute(file));
  return within.length > 0 && (await changedFiles(top, base, within)).length > 0;
}

function withoutPrefix(changed: ChangedFile, prefix: string): ChangedFile {
  return { ...changed, file: changed.file.slice(prefix.length) };
}

/** Of all findings, those in files that changed and those that the change has brought about elsewhere. */
export function touched(now: readonly Finding[], change: Change, then: () => readonly Finding[]): readonly Finding[] {
  if (change.everything) return now;
  const beside = new Set(change.beside.map(({ file }) => file));
  const inChange = ({ relativeTo, file, place }: Finding) =>
    relativeTo === "root" ? beside.has(file) : change.files.has(partialOf(place) ?? file);
  const elsewhere = now.filter((finding) => !inChange(finding));
  // Most changes touch nothing else, and then nobody needs to know what was found before.
  const known = new Set(elsewhere.length === 0 ? [] : then().map(keyOf));
  return now.filter((finding) => inChange(finding) || !known.has(keyOf(finding)));
}

function keyOf({ relativeTo, file, code, message, place }: Finding): string {
  return JSON.stringify([relativeTo, file, code, message, place]);
}

/** Of files that are the same entry, the first counts; the others are told as mistakes. */
export function factsOf({ entries }: Content, config: ResolvedConfig): readonly EntryFacts[] {
  const seen = new Set<string>();
  return withInherited(entries, config).flatMap(({ location, known }) => {
    const key = `${location.locale} ${location.ref}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return known.facts ?? [];
  });
}
