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

async function foreignFiles(folder: string): Promise<readonly string[]> {
  const list = await readFile(join(folder, listName), "utf8").catch(() => "");
  const own = new Set([listName, ...list.split("\n")]);
  return (await filesUnder(folder)).filter((file) => !own.has(file) && !litter.has(basename(file)));
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

/**
 * Puts the finished site `staged` in the place of `out` with two renames. Killed before the first, the old site is
 * there; killed between the two, `restoreOutput` brings it back. The caller holds the lock of `root`.
 */
export async function swapOutput(root: string, staged: string, out: string): Promise<void> {
  const { journal } = privateFolders(root);
  const { next, previous } = besides(out);
  await mkdir(dirname(out), { recursive: true });
  await rm(previous, { recursive: true, force: true });
  await writeFile(journal, JSON.stringify({ out }));
  await moveAside(staged, next);
  if (await exists(out)) await rename(out, previous);
  await rename(next, out);
  await rm(journal);
  await rm(previous, { recursive: true, force: true });
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
  const out = await readFile(journal, "utf8").then(outOf, () => undefined);
  if (out !== undefined) {
    const { next, previous } = besides(out);
    if (!(await exists(out)) && (await exists(previous))) await rename(previous, out);
    await rm(previous, { recursive: true, force: true });
    await rm(next, { recursive: true, force: true });
  }
  await rm(journal, { force: true });
}

/** A journal that was cut off in its writing tells of a swap that never began. */
function outOf(journal: string): string | undefined {
  try {
    const { out } = JSON.parse(journal) as { readonly out?: unknown };
    return typeof out === "string" ? out : undefined;
  } catch {
    return undefined;
  }
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
