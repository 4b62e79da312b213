import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { compileFile } from "../compile/entry.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import type { SiteCode } from "../config/site-code.ts";
import { locate } from "../knowledge/locate.ts";

const run = promisify(execFile);

/**
 * The ids that the short-form questions of changed quizzes had in the last commit, by file.
 * Empty where the content is not in git: then there is nothing to compare with.
 */
export async function readCommittedQuestions(
  folder: string,
  config: ResolvedConfig,
  code: SiteCode,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = new Map<string, readonly string[]>();
  try {
    const changed = await git(folder, [
      "diff",
      "--name-only",
      "--relative",
      "-z",
      "--diff-filter=M",
      "HEAD",
      "--",
      ".",
    ]);
    for (const file of changed.toString().split("\0")) {
      const location = locate(file, config);
      if (location?.type !== "quiz") continue;
      const before = await git(folder, ["show", `HEAD:./${file}`]);
      const { facts } = await compileFile(before, file, location, config, { code, withContent: false });
      ids.set(file, facts?.questions.filter(({ shortForm }) => shortForm).map(({ id }) => id) ?? []);
    }
  } catch {
    return new Map();
  }
  return ids;
}

async function git(folder: string, args: readonly string[]): Promise<Buffer> {
  const { stdout } = await run("git", [...args], {
    cwd: folder,
    encoding: "buffer",
    timeout: 5000,
    maxBuffer: 1 << 26,
  });
  return stdout;
}
