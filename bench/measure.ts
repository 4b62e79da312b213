import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

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
   * Processor time of all its processes together, in milliseconds: less moved by what else the machine does than
   * `wallMs`. Undefined where there is no /proc.
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

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // The process has ended since the listing, or there is no /proc.
    return undefined;
  }
}

/** The fields of /proc/<pid>/stat behind the command's name (which may hold spaces and brackets), `state` first. */
function statFields(pid: string): readonly string[] | undefined {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/**
 * The processes of a command: the one started, everything below it, and everything in its session, which is where a
 * process stays when its parent has gone.
 */
function processTree(root: number): readonly string[] {
  const parents = new Map<string, string>();
  const members = new Set([String(root)]);
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const [, parent, , session] = statFields(pid) ?? [];
    if (parent !== undefined) parents.set(pid, parent);
    if (session === String(root)) members.add(pid);
  }
  for (let before = 0; before !== members.size; ) {
    before = members.size;
    for (const [pid, parent] of parents) if (members.has(parent)) members.add(pid);
  }
  return [...members];
}

/** Resident memory of a process in bytes; 0 once it has ended. */
function residentBytes(pid: string): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? "")?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

/** Processor time of this process's ended children and theirs, in milliseconds (a tick is 10 ms on Linux). */
function endedChildrenCpuMs(): number | undefined {
  const fields = statFields("self");
  return fields && (Number(fields[13]) + Number(fields[14])) * 10;
}

/**
 * Runs a command to its end and says what it cost. One at a time: processor time cannot be told apart otherwise.
 * Memory is RSS, not PSS, as reading PSS stops a process of 3 GB for 20 ms at each sample; pages that processes share
 * count once for each of them, about 40 MB for a second Node. Throws when the program cannot be started or takes longer than
 * the timeout; a failing exit code is the caller's to judge.
 */
export async function measure({ argv, cwd, env, timeout = 15 * 60_000 }: Command): Promise<Measurement> {
  const [program, ...args] = argv;
  const cpuBefore = endedChildrenCpuMs();
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
  const sampler = setInterval(() => {
    if (cpuBefore === undefined || child.pid === undefined) return;
    const tree = processTree(child.pid);
    processes = Math.max(processes, tree.length);
    peakBytes = Math.max(
      peakBytes ?? 0,
      tree.reduce((sum, pid) => sum + residentBytes(pid), 0),
    );
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
    const cpuAfter = endedChildrenCpuMs();
    const cpuMs = cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore;
    return { wallMs, cpuMs, peakBytes, processes, exitCode, ...output };
  } finally {
    clearInterval(sampler);
    clearTimeout(timer);
    process.off("exit", end);
  }
}
