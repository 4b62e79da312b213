import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { cleanUp } from "./cleanup.ts";

/** How a command ended. */
export type CommandResult = {
  /** The exit code; `null` if a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** A `knowhow` command that is still running, such as `dev` or `preview`. */
export type RunningCommand = {
  readonly pid: number;
  /** Settles when the command and everything it started have ended; rejects if the time limit ended it. */
  readonly done: Promise<CommandResult>;
  /** What the command has written so far, stdout and stderr in the order of arrival. */
  output(): string;
  /**
   * Waits until the output so far matches.
   *
   * @param timeout - Milliseconds; 60,000 unless told.
   * @throws With the whole output when the command ends or the time is over without a match.
   */
  waitFor(pattern: RegExp, timeout?: number): Promise<RegExpMatchArray>;
  /** Sends a signal (SIGTERM unless told) to the command and everything it started, and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Settings of one command; see the defaults at each. */
export type CommandOptions = {
  /** The working folder. */
  readonly cwd: string;
  /** Variables added to the few that every command gets (PATH, HOME and the like: never vitest's own, nor CI's). */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds until the command is killed; 120,000 unless told. */
  readonly timeout?: number | undefined;
};

const cli = fileURLToPath(new URL("../../packages/cli/dist/cli.js", import.meta.url));

// Vitest sets NODE_ENV, DEV and others, which change what Vite builds: a command gets what a user's shell would give.
const inherited = ["PATH", "HOME", "TMPDIR", "LANG", "USERPROFILE", "SystemRoot", "TEMP", "TMP"];

/**
 * Starts the built `knowhow` command with the running Node. It is stopped when the test (or file) that started it ends.
 *
 * @param args - The arguments after `knowhow`.
 */
export function startKnowhow(args: readonly string[], options: CommandOptions): RunningCommand {
  const limit = options.timeout ?? 120_000;
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: options.cwd,
    env: { ...pick(process.env, inherited), ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, so that a stop reaches the processes that the command starts.
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`Cannot start ${process.execPath}`);

  const title = `knowhow ${args.join(" ")}`;
  const stdout: string[] = [];
  const stderr: string[] = [];
  const both: string[] = [];
  const watchers = new Set<() => void>();
  const collect = (into: string[]) => (text: string) => {
    into.push(text);
    both.push(text);
    for (const watcher of watchers) watcher();
  };
  child.stdout.setEncoding("utf8").on("data", collect(stdout));
  child.stderr.setEncoding("utf8").on("data", collect(stderr));
  const output = () => both.join("");

  let closed = false;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    killGroup(pid, "SIGKILL");
  }, limit);
  const done = new Promise<CommandResult>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode, signal) => {
      closed = true;
      clearTimeout(timer);
      if (late) reject(new Error(`\`${title}\` did not end within ${limit} ms. It wrote:\n${output()}`));
      else resolve({ exitCode, signal, stdout: stdout.join(""), stderr: stderr.join("") });
    });
  });
  // Who never looks at `done` must not bring the whole test run down with an unhandled rejection.
  const ended = done.then(
    () => undefined,
    () => undefined,
  );

  const stop = async (signal: NodeJS.Signals = "SIGTERM"): Promise<void> => {
    // The number of a group that is gone may by now be another's.
    if (closed) return;
    killGroup(pid, signal);
    const stubborn = setTimeout(() => killGroup(pid, "SIGKILL"), 20_000);
    await ended;
    clearTimeout(stubborn);
  };
  const dispose = cleanUp(stop);

  const waitFor = (pattern: RegExp, timeout = 60_000): Promise<RegExpMatchArray> =>
    new Promise((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(patience);
        watchers.delete(look);
        act();
      };
      const giveUp = (why: string) =>
        settle(() => reject(new Error(`\`${title}\` ${why} before it wrote ${pattern}. It wrote:\n${output()}`)));
      const look = (): void => {
        const match = output().match(pattern);
        if (match) settle(() => resolve(match));
      };
      const patience = setTimeout(() => giveUp(`took ${timeout} ms`), timeout);
      watchers.add(look);
      look();
      void ended.then(() => giveUp("ended"));
    });

  return { pid, done, output, waitFor, stop, [Symbol.asyncDispose]: dispose };
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // Already gone.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function pick(env: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
