import { git } from "./run-git.ts";

/** A file that differs from what it was before; moved files are one that is gone and one that is new. */
export interface ChangedFile {
  /** Relative to the folder that was asked for, with `/`. */
  readonly file: string;
  /** The name of the git object with what it held; undefined where it is new. */
  readonly before: string | undefined;
}

/** What files are compared with: a commit, or the one at which the present state and a revision parted. */
export type Base = { readonly commit: string } | { readonly fork: string };

/**
 * The files below a folder that differ from a base, new ones that git does not ignore included.
 * `paths` are relative to the folder; default: all of it.
 */
export async function changedFiles(
  folder: string,
  base: Base,
  paths: readonly string[] = ["."],
): Promise<readonly ChangedFile[]> {
  const [tracked, untracked] = await Promise.all([
    changedTrackedFiles(folder, base, paths),
    git(folder, ["ls-files", "-z", "--others", "--exclude-standard", ...pathspecs(paths)]),
  ]);
  const fresh = untracked.toString().split("\0");
  return [...tracked, ...fresh.flatMap((file) => (file === "" ? [] : [{ file, before: undefined }]))];
}

/** Of those, the ones that git knows. */
export async function changedTrackedFiles(
  folder: string,
  base: Base,
  paths: readonly string[] = ["."],
): Promise<readonly ChangedFile[]> {
  const from = "commit" in base ? [base.commit] : ["--merge-base", base.fork];
  const raw = await git(folder, [
    ...["diff", "--raw", "-z", "--relative", "--no-renames", "--no-abbrev", "--no-ext-diff", ...from],
    ...pathspecs(paths),
  ]);
  const changed: ChangedFile[] = [];
  const parts = raw.toString().split("\0");
  for (let i = 0; i + 1 < parts.length; i += 2) {
    // :100644 100644 <object before> <object now> M
    const [mode = "", , before = ""] = (parts[i] ?? "").slice(1).split(" ");
    changed.push({ file: parts[i + 1] ?? "", before: /^100/.test(mode) ? before : undefined });
  }
  return changed;
}

function pathspecs(paths: readonly string[]): readonly string[] {
  return ["--", ...paths.map((path) => `:(literal)${path}`)];
}
