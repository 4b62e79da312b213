import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanUp } from "./cleanup.ts";
import { type CommandOptions, type CommandResult, type RunningCommand, startKnowhow } from "./command.ts";
import { type FileContent, type Files, fingerprint, listFiles, writeFiles } from "./files.ts";

/** A knowledge base in a temporary folder. */
export type Project = {
  /** The folder's absolute path, links resolved. */
  readonly root: string;
  /** The absolute path of something in the project. */
  path(relative: string): string;
  /** Writes one file, or replaces it. */
  write(path: string, content: FileContent): Promise<void>;
  /** Removes a file or a folder. */
  remove(path: string): Promise<void>;
  /** A file's text. */
  read(path: string): Promise<string>;
  /** All files below a folder of the project, relative to that folder, sorted. */
  files(folder?: string): Promise<string[]>;
  /** A hash of every file below a folder of the project, to compare two states byte by byte. */
  fingerprint(folder: string): Promise<Record<string, string>>;
  /** Runs `knowhow` in the project to its end. The project's folder reads `<root>` in what it wrote. */
  knowhow(...args: string[]): Promise<CommandResult>;
  /** Starts `knowhow` in the project: for commands that run on, or that need an environment or another time limit. */
  start(args: readonly string[], options?: Omit<Partial<CommandOptions>, "cwd">): RunningCommand;
  [Symbol.asyncDispose](): Promise<void>;
};

/**
 * Makes a knowledge base in a temporary folder, which is removed when the test (or, outside a test, the file) ends.
 *
 * @example
 * const project = await createProject({
 *   "knowhow.config.json": { title: "Help" },
 *   "content/faqs/refunds.md": "# Can I get my money back?\n\nYes, within 30 days.\n",
 * });
 * const { exitCode, stdout } = await project.knowhow("check", "--format", "json");
 */
export async function createProject(files: Files): Promise<Project> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "knowhow-project-")));
  const path = (relative: string): string => join(root, relative);
  const dispose = cleanUp(() => rm(root, { recursive: true, force: true, maxRetries: 5 }));
  await writeFiles(root, files);

  const start: Project["start"] = (args, options) => startKnowhow(args, { ...options, cwd: root });
  return {
    root,
    path,
    write: (file, content) => writeFiles(root, { [file]: content }),
    remove: (file) => rm(path(file), { recursive: true }),
    read: (file) => readFile(path(file), "utf8"),
    files: (folder = ".") => listFiles(path(folder)),
    fingerprint: (folder) => fingerprint(path(folder)),
    async knowhow(...args) {
      const result = await start(args).done;
      return { ...result, stdout: hideRoot(result.stdout, root), stderr: hideRoot(result.stderr, root) };
    },
    start,
    [Symbol.asyncDispose]: dispose,
  };
}

// Temporary folders have random names; without them, what a command writes can be compared and snapshot-tested.
function hideRoot(text: string, root: string): string {
  return text.replaceAll(root, "<root>");
}
