import { execFileSync } from "node:child_process";

/** Runs git in a folder with an author of its own, whatever the machine is configured to; gives what it wrote, trimmed. */
export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync(
    "git",
    ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", ...args],
    {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
    },
  ).trim();
}

/** Makes a folder a git repository with all its files committed on the branch `main`. */
export function initRepository(folder: string): void {
  git(folder, "init", "--quiet", "--initial-branch=main");
  commitAll(folder, "content");
}

/** Commits everything as it is. */
export function commitAll(folder: string, message: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", message);
}
