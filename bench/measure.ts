import { spawn } from "node:child_process";
import { canReadProcesses, cpuMsOf, processTree, residentBytes } from "./processes.ts";

/** How often memory is read, in milliseconds. A peak shorter than this can be missed. */
const sampleEvery = 75;

/** A command to run. */
export interface Command {
  /** The program and its arguments; no shell comes between. */
  readonly argv: readonly [string, ...string[]];
  /** Default: the current folder. */
  readonly cwd?: string;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which the command is ended and the measurement fails. Default: 15 minutes. */
  readonly timeout?: number;
}

/** What a command cost. */
export interface Measurement {
  /** From start to exit, in milliseconds. */
  readonly wallMs: number;
  /**
   * Processor time of all its processes together up to the last sample, in milliseconds: less moved by what else the
   * machine does than `wallMs`. Undefined where there is no /proc.
   */
  readonly cpuMs: number | undefined;
  /**
   * The largest sum, over all its processes, of resident memory (RSS) seen in one sample, in bytes. Undefined where
   * there is no /proc.
   */
  readonly peakBytes: number | undefined;
  /** The most processes seen in one sample. */
  readonly processes: number;
  /** The exit code; null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command to its end and says what it cost.
 * Memory is RSS, not PSS, as reading PSS stops a process of 3 GB for 20 ms at each sample; pages that processes share
 * count once for each of them, about 40 MB for a second Node. Throws when the program cannot be started or takes longer than
 * the timeout; a failing exit code is the caller's to judge.
 */
export async function measure({ argv, cwd, env, timeout = 15 * 60_000 }: Command): Promise<Measurement> {
  const [program, ...args] = argv;
  const started = performance.now();
  const child = spawn(program, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // A session of its own: its processes can be told from others, and ended together.
    detached: true,
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output.stdout += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    output.stderr += chunk;
  });

  let peakBytes: number | undefined;
  let processes = 0;
  const cpuByProcess = new Map<string, number>();
  const sampler = setInterval(() => {
    if (child.pid === undefined || !canReadProcesses) return;
    const tree = processTree(child.pid);
    processes = Math.max(processes, tree.length);
    peakBytes = Math.max(
      peakBytes ?? 0,
      tree.reduce((sum, pid) => sum + residentBytes(pid), 0),
    );
    for (const pid of tree) cpuByProcess.set(pid, cpuMsOf(pid) ?? cpuByProcess.get(pid) ?? 0);
  }, sampleEvery);
  const end = () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      process.kill(-child.pid, "SIGKILL");
    }
  };
  // In a session of its own the command would outlive this process.
  process.once("exit", end);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    end();
  }, timeout);

  try {
    const { exitCode, wallMs } = await new Promise<{ exitCode: number | null; wallMs: number }>((resolve, reject) => {
      let wallMs = 0;
      child.on("error", reject);
      child.on("exit", () => {
        wallMs = performance.now() - started;
      });
      // "close" comes after the last output.
      child.on("close", (exitCode) => resolve({ exitCode, wallMs }));
    });
    if (timedOut) throw new Error(`${argv.join(" ")} took longer than ${timeout / 1000} s and was ended.`);
    const cpuMs = peakBytes === undefined ? undefined : [...cpuByProcess.values()].reduce((sum, ms) => sum + ms, 0);
    return { wallMs, cpuMs, peakBytes, processes, exitCode, ...output };
  } finally {
    clearInterval(sampler);
    clearTimeout(timer);
    process.off("exit", end);
  }
}
