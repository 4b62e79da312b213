import { cp, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { tryLock } from "@knowhow/core/node";
import { failure } from "./failure.ts";
import { privateFolders } from "./private-folders.ts";

/** The file in a published site that lists all its files, by which Knowhow knows them for its own. */
const listName = ".knowhow-files";

/** Files that file managers leave anywhere; nobody misses them. */
const litter = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/**
 * Makes sure that a site may be published to the folder `out`; returns its real path.
 * Throws a usage failure if that would destroy anything that Knowhow did not write.
 */
export async function claimOutput(root: string, content: string, out: string): Promise<string> {
  const real = await realPath(out);
  const shown = relative(root, out) || ".";
  if (contains(real, await realPath(root))) {
    throw failure("usage", `A site cannot be published to ${shown}: the knowledge base itself lies in it.`);
  }
  if (contains(await realPath(content), real)) {
    throw failure("usage", `A site cannot be published to ${shown}: it lies in the content folder.`);
  }
  if (await exists(join(dirname(real), listName))) {
    const holder = relative(root, dirname(out)) || ".";
    throw failure(
      "usage",
      `A site cannot be published to ${shown}: ${holder} is a site itself. Delete ${holder}, or choose another folder with --out.`,
    );
  }
  const kind = await stat(real).catch(() => undefined);
  if (kind === undefined) return real;
  if (!kind.isDirectory()) throw failure("usage", `A site cannot be published to ${shown}: it is a file.`);
  const foreign = await foreignFiles(real);
  const [first, ...others] = foreign;
  if (first !== undefined) {
    const more = others.length === 0 ? "" : ` and ${others.length} more`;
    throw failure(
      "usage",
      `${shown} holds files that Knowhow did not write (${first}${more}). Choose another folder with --out, or empty it.`,
    );
  }
  return real;
}

/** Files of which no list says that Knowhow wrote them; a list counts for its folder, which may lie in that of another site. */
async function foreignFiles(folder: string): Promise<readonly string[]> {
  const files = await filesUnder(folder);
  const own = new Set<string>();
  for (const list of files.filter((file) => basename(file) === listName)) {
    const prefix = list.slice(0, -listName.length);
    own.add(list);
    for (const file of (await readFile(join(folder, list), "utf8")).split("\n")) own.add(prefix + file);
  }
  return files.filter((file) => !own.has(file) && !litter.has(basename(file)));
}

/** Lists the files of a finished site in the site itself. */
export async function signOutput(folder: string): Promise<void> {
  const files = await filesUnder(folder);
  await writeFile(join(folder, listName), `${files.join("\n")}\n`);
}

/** The files under a folder, relative to it with `/`, in the order of their code units. */
async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** A finished site, and the folder whose place it takes. */
export interface StagedSite {
  readonly folder: string;
  readonly out: string;
}

/**
 * Puts finished sites in their places, each with two renames: all of them, or none. Killed before the last one is in its
 * place, the old sites are there or `restoreOutput` brings them back. The caller holds the lock of `root`.
 */
export async function swapOutputs(root: string, staged: readonly StagedSite[]): Promise<void> {
  const { journal } = privateFolders(root);
  const swaps = [];
  for (const { folder, out } of staged) {
    const { next, previous } = besides(out);
    await mkdir(dirname(out), { recursive: true });
    await rm(previous, { recursive: true, force: true });
    const hadOne = await exists(out);
    swaps.push({ folder, out, next, previous, hadOne });
  }
  await writeFile(journal, JSON.stringify({ swaps: swaps.map(({ out, hadOne }) => ({ out, hadOne })) }));
  for (const { folder, next } of swaps) await moveAside(folder, next);
  for (const { out, next, previous, hadOne } of swaps) {
    if (hadOne) await rename(out, previous);
    await rename(next, out);
  }
  await rm(journal);
  for (const { previous } of swaps) await rm(previous, { recursive: true, force: true });
}

/** `staged` may lie on another file system than the site, where a rename cannot reach. */
async function moveAside(staged: string, next: string): Promise<void> {
  await rm(next, { recursive: true, force: true });
  try {
    await rename(staged, next);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
    await cp(staged, next, { recursive: true });
  }
}

/** Brings back the site that a killed build left between its two renames. Every command on `root` calls it first. */
export async function restoreOutput(root: string): Promise<void> {
  const { journal, lockFile } = privateFolders(root);
  if (!(await exists(journal))) return;
  // A living build that is between its renames needs no help.
  const release = await tryLock(lockFile);
  if (release === undefined) return;
  try {
    await finishSwap(journal);
  } finally {
    await release();
  }
}

/** The same for a caller that holds the lock. */
export async function finishSwap(journal: string): Promise<void> {
  const swaps = await readFile(journal, "utf8").then(swapsOf, () => []);
  const places = swaps.map((swap) => ({ ...swap, ...besides(swap.out) }));
  const isWhole = !(await someOf(places, ({ next }) => exists(next)));
  for (const { out, hadOne, next, previous } of isWhole ? [] : places) {
    if (await exists(previous)) {
      await rm(out, { recursive: true, force: true });
      await rename(previous, out);
    } else if (!hadOne && !(await exists(next))) await rm(out, { recursive: true, force: true });
  }
  for (const { next, previous } of places) {
    await rm(previous, { recursive: true, force: true });
    await rm(next, { recursive: true, force: true });
  }
  await rm(journal, { force: true });
}

interface Swap {
  readonly out: string;
  /** Whether a site was there before. */
  readonly hadOne: boolean;
}

/** A journal that was cut off in its writing tells of swaps that never began. */
function swapsOf(journal: string): readonly Swap[] {
  try {
    const { swaps } = JSON.parse(journal) as { readonly swaps?: unknown };
    return Array.isArray(swaps) ? swaps.filter(isSwap) : [];
  } catch {
    return [];
  }
}

function isSwap(one: unknown): one is Swap {
  return typeof one === "object" && one !== null && "out" in one && typeof one.out === "string";
}

async function someOf<T>(all: readonly T[], is: (one: T) => Promise<boolean>): Promise<boolean> {
  for (const one of all) if (await is(one)) return true;
  return false;
}

/** Where the new and the old site stand while they change places: beside the site, on its own file system. */
function besides(out: string): { readonly next: string; readonly previous: string } {
  const beside = join(dirname(out), `.${basename(out)}.knowhow`);
  return { next: `${beside}-next`, previous: `${beside}-previous` };
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/** Follows links as far as the path exists. */
async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await realPath(parent), basename(path));
  }
}

function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!way.startsWith("..") && way !== path);
}
