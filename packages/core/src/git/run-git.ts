import { execFile } from "node:child_process";

/** Git ended with an error, or is not there. */
export class GitError extends Error {
  override readonly name = "GitError";
  /** Whether there is no program `git`. */
  readonly missing: boolean;

  constructor(message: string, missing: boolean) {
    super(message);
    this.missing = missing;
  }
}

/** What git sets for its hooks, with paths that hold in one folder only; the repository is the one of the folder. */
const hookVariables = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_PREFIX",
  "GIT_COMMON_DIR",
  "GIT_OBJECT_DIRECTORY",
];

/**
 * Runs git in a folder and gives what it wrote; `input` is what it reads.
 * It changes nothing: not even the index is refreshed on disk. Throws a `GitError` with what git said.
 */
export function git(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !hookVariables.includes(name)));
  return new Promise((resolve, reject) => {
    const child = execFile(
      "git",
      [...args],
      {
        cwd: folder,
        encoding: "buffer",
        maxBuffer: 1 << 30,
        env: { ...inherited, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" },
      },
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else if ("code" in error && error.code === "ENOENT") reject(new GitError("git is not installed", true));
        else reject(new GitError(stderr.toString().trim() || error.message, false));
      },
    );
    // A git that ended before it read everything has told why.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input ?? "");
  });
}
