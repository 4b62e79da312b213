import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Whether this system tells about its processes as Linux does. */
export const canReadProcesses = existsSync("/proc/self/stat");

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // The process has ended since the listing, or there is no /proc.
    return undefined;
  }
}

/** Milliseconds in a tick of the kernel's clock, in which processor time is counted; the same on every Linux of today. */
const tickMs = 10;

/** The fields of /proc/<pid>/stat behind the command's name (which may hold spaces and brackets), `state` first. */
function statFields(pid: string): readonly string[] | undefined {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
}

/**
 * The processes of a command: the one started, everything below it, and everything in its session, which is where a
 * process stays when its parent has gone.
 */
export function processTree(root: number): readonly string[] {
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
export function residentBytes(pid: string): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? "")?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

/** Processor time of one process so far, in milliseconds; undefined once it has ended. */
export function cpuMsOf(pid: string): number | undefined {
  const fields = statFields(pid);
  return fields && (Number(fields[11]) + Number(fields[12])) * tickMs;
}
