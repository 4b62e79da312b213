import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

const running = new Set<ChildProcess>();

/**
 * Runs a command to its end.
 *
 * @param command - The program and its arguments; programs of `node_modules/.bin` are found when pnpm runs the script.
 * @param options.label - Written before each line of output, for commands that run beside each other.
 *   Without it the command writes to the terminal itself.
 * @param options.minutes - The time limit; over it the command is killed.
 * @returns Whether it ended well: exit code 0, within the limit.
 */
export async function run(
  command: readonly [string, ...string[]],
  options: { readonly label?: string; readonly minutes: number },
): Promise<boolean> {
  const { label, minutes } = options;
  const [program, ...args] = command;
  const child = spawn(program, args, {
    stdio: ["ignore", label ? "pipe" : "inherit", label ? "pipe" : "inherit"],
    // A process group of its own, so that the time limit reaches whatever the command starts.
    detached: true,
  });
  running.add(child);
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface(stream).on("line", (line) => console.log(`${label} | ${line}`));
  }
  const timer = setTimeout(() => {
    console.log(`${label ?? program}: killed after ${minutes} minutes`);
    kill(child);
  }, minutes * 60_000);

  return new Promise((resolve) => {
    const end = (well: boolean): void => {
      clearTimeout(timer);
      running.delete(child);
      resolve(well);
    };
    child.once("error", (error) => {
      console.log(`${label ?? program}: ${error.message}`);
      end(false);
    });
    child.once("close", (exitCode) => end(exitCode === 0));
  });
}

/** Kills every command that is still running, with all that it started. */
export function killAll(): void {
  for (const child of running) kill(child);
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has just ended by itself.
  }
}
