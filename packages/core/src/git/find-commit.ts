import { SetupError } from "../config/setup-error.ts";
import { GitError, git } from "./run-git.ts";

/**
 * The commit that a branch, a tag or another revision names.
 * Throws a `SetupError` that says what to do where there is none, no repository or no git.
 */
export async function findCommit(folder: string, revision: string): Promise<string> {
  if (mayBeRevision(revision)) {
    try {
      const found = await git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
      return found.toString().trim();
    } catch {
      await requireRepository(folder);
    }
  }
  throw new SetupError(
    `There is no commit “${revision.replaceAll("\0", "")}” in this git repository.`,
    (await isShallow(folder))
      ? fetchMore
      : "Name a branch, a tag or a commit that git log shows; a branch of the server is written origin/main.",
  );
}

/**
 * The commit at which the present state and a revision parted: the changes since then are those of the present state
 * alone. Throws as `findCommit` does, and where a shallow clone lacks that commit.
 */
export async function findFork(folder: string, revision: string): Promise<string> {
  const commit = await findCommit(folder, revision);
  try {
    return (await git(folder, ["merge-base", commit, "HEAD"])).toString().trim();
  } catch {
    if (await isShallow(folder))
      throw new SetupError(`This clone is too shallow to know what changed since “${revision}”.`, fetchMore);
    // Two histories that have nothing in common.
    return commit;
  }
}

const fetchMore =
  "This is a shallow clone: fetch the whole history, with git fetch --unshallow, or “fetch-depth: 0” of actions/checkout.";

/** Whether git can be asked: not what it would take for an option or for nothing. */
export function mayBeRevision(revision: string): boolean {
  return revision !== "" && !revision.startsWith("-") && !revision.includes("\0");
}

async function requireRepository(folder: string): Promise<void> {
  try {
    await git(folder, ["rev-parse", "--git-dir"]);
  } catch (cause) {
    if (!(cause instanceof GitError)) throw cause;
    if (cause.missing) throw new SetupError("git is not installed, so nobody can tell what changed.", "Install git.");
    if (/not a git repository/i.test(cause.message))
      throw new SetupError(
        `${folder} is not in a git repository.`,
        "Run git init and commit, or name the right --root.",
      );
    throw new SetupError(`Git cannot be used here: ${cause.message}`);
  }
}

async function isShallow(folder: string): Promise<boolean> {
  await requireRepository(folder);
  return (await git(folder, ["rev-parse", "--is-shallow-repository"])).toString().trim() === "true";
}
