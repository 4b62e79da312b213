import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { SetupError } from "../config/setup-error.ts";
import { lock, tryLock } from "./lock.ts";
import { requirePrivateFolder } from "./private-folder.ts";

/** A change of one file. Paths are absolute, or relative to the root of the knowledge base. */
export type FileChange =
  /** A new file; that there is one already is an error. */
  | { readonly kind: "create"; readonly path: string; readonly bytes: Uint8Array | string }
  /** The same with the bytes of a file that lies elsewhere, and stays there. */
  | { readonly kind: "copy"; readonly from: string; readonly path: string }
  /** Other bytes for a file that holds `before` now. */
  | { readonly kind: "replace"; readonly path: string; readonly bytes: Uint8Array; readonly before: Uint8Array }
  /** Another place for a file, in which none lies yet. */
  | { readonly kind: "move"; readonly from: string; readonly to: string }
  /** No file any more, where one lies that holds `before` now. */
  | { readonly kind: "remove"; readonly path: string; readonly before: Uint8Array };

/** Changes that were interrupted, and finished by a later command. */
export interface FinishedChanges {
  /** What was being done, for people: “the move of lesson:a to lesson:b”. */
  readonly what: string;
  /** Files that somebody edited in between; they were left as they are. Relative to the root. */
  readonly edited: readonly string[];
}

/** A step as the journal has it; every path is relative to the root, and every step can be taken again. */
type Step =
  | { readonly kind: "create"; readonly path: string; readonly staged: string }
  /** `before` is a hash. */
  | { readonly kind: "replace"; readonly path: string; readonly staged: string; readonly before: string }
  | { readonly kind: "move"; readonly from: string; readonly to: string }
  /** `before` is a hash. */
  | { readonly kind: "remove"; readonly path: string; readonly kept: string; readonly before: string };

interface Journal {
  readonly what: string;
  readonly steps: readonly Step[];
}

/** Moves and removals come first, so that a file may take the place of another, also where case does not tell names apart. */
const order: readonly FileChange["kind"][] = ["move", "remove", "replace", "create", "copy"];

/**
 * Changes files all or none. Everything new is written beside first, then a journal says what goes where, and only
 * then files get their new content. Killed before the journal stands, nothing has changed; killed after it,
 * `finishChanges` does the rest. An error on the way takes back what was done.
 *
 * Throws a `SetupError` where a file has changed since it was read, stands where a new one should, or is a symbolic link; and
 * where `.knowhow` is no folder.
 */
export async function changeFiles(root: string, what: string, changes: readonly FileChange[]): Promise<void> {
  const { folder, lockFile } = places(root);
  requirePrivateFolder(root);
  const release = await lock(lockFile, () => undefined);
  try {
    finish(root);
    const steps = stage(root, changes);
    const journal = join(folder, "journal.json");
    writeFileSync(`${journal}.new`, JSON.stringify({ what, steps } satisfies Journal));
    renameSync(`${journal}.new`, journal);
    const taken: Step[] = [];
    try {
      for (const step of steps) {
        taken.push(step);
        if (!take(root, step)) {
          throw new SetupError(`${shown(root, pathOf(step))} has changed in the meantime.`, "Try again.");
        }
      }
    } catch (cause) {
      // Should this fail too, the journal stays, and the next command goes on.
      const before = new Map(
        changes.flatMap((one) => (one.kind === "replace" ? [[resolve(root, one.path), one.before]] : [])),
      );
      for (const step of taken.toReversed()) takeBack(root, step, before);
      removeEmptyFolders(root, taken.map(pathOf));
      forget(root);
      throw cause;
    }
    forget(root);
    removeEmptyFolders(root, leftPlaces(steps));
  } finally {
    await release();
  }
}

/**
 * Finishes changes that were interrupted. Every command on `root` calls it first; returns nothing where there is
 * nothing to finish, or where a living process is at it.
 */
export async function finishChanges(root: string): Promise<FinishedChanges | undefined> {
  const { folder, lockFile } = places(resolve(root));
  if (!existsSync(folder)) return undefined;
  const release = await tryLock(lockFile);
  if (release === undefined) return undefined;
  try {
    return finish(resolve(root));
  } finally {
    await release();
  }
}

function places(root: string): { readonly folder: string; readonly lockFile: string } {
  return { folder: join(root, ".knowhow/changes"), lockFile: join(root, ".knowhow/changes.lock") };
}

function finish(root: string): FinishedChanges | undefined {
  const { folder } = places(root);
  const journal = join(folder, "journal.json");
  if (!existsSync(journal)) {
    // What a process left that was killed before anything had changed.
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  const { what, steps } = readJournal(root, journal);
  const edited = steps.filter((step) => !take(root, step)).map((step) => shown(root, pathOf(step)));
  forget(root);
  removeEmptyFolders(root, leftPlaces(steps));
  return { what, edited };
}

/** Only this module writes it, and in one step; but a machine that loses its power may lose what it holds. */
function readJournal(root: string, journal: string): Journal {
  try {
    return JSON.parse(readFileSync(journal, "utf8")) as Journal;
  } catch {
    throw new SetupError(
      `${shown(root, journal)} is damaged, so that a change which was interrupted cannot be finished.`,
      `See what git status tells, take what you need from ${shown(root, dirname(journal))}, and delete that folder.`,
    );
  }
}

/** Ends changes: the journal goes first, since without it the rest means nothing. */
function forget(root: string): void {
  const { folder } = places(root);
  rmSync(join(folder, "journal.json"), { force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** Writes everything new into the private folder; nothing else changes. */
function stage(root: string, changes: readonly FileChange[]): readonly Step[] {
  const { folder } = places(root);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "new"), { recursive: true });
  mkdirSync(join(folder, "old"), { recursive: true });
  const sorted = changes.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const leaving = sorted.flatMap((one) =>
    one.kind === "move" ? [resolve(root, one.from)] : one.kind === "remove" ? [resolve(root, one.path)] : [],
  );
  try {
    return sorted.map((change, number) => stageOne(root, change, number, leaving));
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    throw cause;
  }
}

function stageOne(root: string, change: FileChange, number: number, leaving: readonly string[]): Step {
  const staged = `.knowhow/changes/new/${number}`;
  const kept = `.knowhow/changes/old/${number}`;
  const fromRoot = (path: string) => relative(root, resolve(root, path));
  switch (change.kind) {
    case "create":
      refuseExisting(root, change.path, leaving);
      writeFileSync(join(root, staged), change.bytes);
      return { kind: "create", path: fromRoot(change.path), staged };
    case "copy":
      refuseExisting(root, change.path, leaving);
      copyFileSync(change.from, join(root, staged));
      return { kind: "create", path: fromRoot(change.path), staged };
    case "replace":
      refuseLink(root, change.path);
      writeFileSync(join(root, staged), change.bytes);
      chmodSync(join(root, staged), statSync(resolve(root, change.path)).mode & 0o777);
      return { kind: "replace", path: fromRoot(change.path), staged, before: hash(change.before) };
    case "move":
      refuseLink(root, change.from);
      refuseExisting(root, change.to, leaving);
      return { kind: "move", from: fromRoot(change.from), to: fromRoot(change.to) };
    case "remove":
      refuseLink(root, change.path);
      return { kind: "remove", path: fromRoot(change.path), kept, before: hash(change.before) };
  }
}

/** A file that makes way may be the very one, under a name that differs in case only. */
function refuseExisting(root: string, path: string, leaving: readonly string[]): void {
  const place = resolve(root, path);
  if (!existsSync(place) || leaving.some((one) => isSameFile(one, place))) return;
  throw new SetupError(`${shown(root, place)} is there already.`, "Choose another name, or move it away.");
}

/** A symbolic link would become a file of its own, or lead elsewhere from its new place. */
function refuseLink(root: string, path: string): void {
  const stat = lstatSync(resolve(root, path), { throwIfNoEntry: false });
  if (stat === undefined) throw new SetupError(`${shown(root, path)} is gone.`, "Try again.");
  if (!stat.isSymbolicLink()) return;
  throw new SetupError(
    `${shown(root, path)} is a symbolic link, which is neither moved nor rewritten.`,
    "Put the file that it leads to in its place, then try again.",
  );
}

/** Takes a step, or what is left of it; false where somebody else has changed the file. */
function take(root: string, step: Step): boolean {
  switch (step.kind) {
    case "create": {
      const staged = join(root, step.staged);
      const path = resolve(root, step.path);
      if (!existsSync(staged)) return true;
      mkdirSync(dirname(path), { recursive: true });
      return place(staged, path);
    }
    case "replace": {
      const staged = join(root, step.staged);
      const path = resolve(root, step.path);
      if (!existsSync(staged)) return true;
      if (existsSync(path) && hash(readFileSync(path)) !== step.before) return false;
      carry(staged, path);
      return true;
    }
    case "move": {
      const from = resolve(root, step.from);
      const to = resolve(root, step.to);
      if (!existsSync(from)) return existsSync(to);
      if (existsSync(to) && !isSameFile(from, to)) return false;
      mkdirSync(dirname(to), { recursive: true });
      carry(from, to);
      return true;
    }
    case "remove": {
      const path = resolve(root, step.path);
      const kept = join(root, step.kept);
      if (existsSync(kept) || !existsSync(path)) return true;
      if (hash(readFileSync(path)) !== step.before) return false;
      carry(path, kept);
      return true;
    }
  }
}

/**
 * Undoes a step so that it could be taken again: whenever this is interrupted, going on forward still works. What somebody
 * else has taken away meanwhile stays away.
 */
function takeBack(root: string, step: Step, before: ReadonlyMap<string, Uint8Array>): void {
  if (!existsSync(resolve(root, step.kind === "remove" ? step.kept : pathOf(step)))) return;
  switch (step.kind) {
    case "create":
      if (!existsSync(join(root, step.staged))) carry(resolve(root, step.path), join(root, step.staged));
      break;
    case "replace": {
      const path = resolve(root, step.path);
      const bytes = before.get(path);
      if (existsSync(join(root, step.staged)) || bytes === undefined) break;
      const mode = statSync(path).mode & 0o777;
      carry(path, join(root, step.staged));
      writeFileSync(`${path}.knowhow-part`, bytes, { mode });
      renameSync(`${path}.knowhow-part`, path);
      break;
    }
    case "move":
      if (!existsSync(resolve(root, step.from))) carry(resolve(root, step.to), resolve(root, step.from));
      break;
    case "remove":
      carry(join(root, step.kept), resolve(root, step.path));
      break;
  }
}

/** Gives a staged file its place unless somebody else has taken it; false if so. */
function place(staged: string, path: string): boolean {
  try {
    // A link, unlike a rename, fails where there is a file already.
    linkSync(staged, path);
  } catch (cause) {
    if (isCode(cause, "EEXIST")) {
      if (!isSameFile(staged, path)) return false;
    } else {
      // Some file systems have no links.
      if (existsSync(path)) return false;
      carry(staged, path);
      return true;
    }
  }
  rmSync(staged);
  return true;
}

/** Renames; where the private folder lies on another file system, copies beside the target first. */
function carry(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (cause) {
    if (!isCode(cause, "EXDEV")) throw cause;
    copyFileSync(from, `${to}.knowhow-part`);
    renameSync(`${to}.knowhow-part`, to);
    rmSync(from);
  }
}

/** Folders that lost their last file go too, as in git. */
function removeEmptyFolders(root: string, paths: readonly string[]): void {
  for (const path of paths) {
    let folder = dirname(resolve(root, path));
    try {
      for (; folder !== dirname(folder) && folder !== root; folder = dirname(folder)) rmdirSync(folder);
    } catch {
      // It holds something else.
    }
  }
}

function leftPlaces(steps: readonly Step[]): readonly string[] {
  return steps.flatMap((step) => (step.kind === "move" ? [step.from] : step.kind === "remove" ? [step.path] : []));
}

function isSameFile(one: string, other: string): boolean {
  const a = statSync(one);
  const b = statSync(other);
  return a.ino === b.ino && a.dev === b.dev;
}

function pathOf(step: Step): string {
  return step.kind === "move" ? step.to : step.path;
}

function shown(root: string, path: string): string {
  return relative(root, resolve(root, path)).replaceAll("\\", "/");
}

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url");
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
