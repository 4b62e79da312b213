import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** How often a holder shows that it lives, and after how long without a sign its lock is stale; milliseconds. */
const heartbeat = 1_000;
const patience = 30_000;

/** Gives a lock back. */
export type Release = () => Promise<void>;

/** Takes the lock `file`, or returns undefined when somebody holds it: a living process, this one included. */
export async function tryLock(file: string): Promise<Release | undefined> {
  const claim = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(claim, `${process.pid} ${performance.timeOrigin}`);
  try {
    // A link appears with its content in one step, and only where there is none.
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        await link(claim, file);
        return hold(file);
      } catch (error) {
        if (!isCode(error, "EEXIST")) throw error;
        if (!(await isStale(file))) return undefined;
        await rename(file, `${claim}.stale`).catch(() => undefined);
        await rm(`${claim}.stale`, { force: true });
      }
    }
    return undefined;
  } finally {
    await rm(claim, { force: true });
  }
}

/** Takes the lock `file`; while somebody holds it, waits, having called `onWait` once. */
export async function lock(file: string, onWait: () => void): Promise<Release> {
  for (let waited = false; ; waited = true) {
    const release = await tryLock(file);
    if (release) return release;
    if (!waited) onWait();
    await sleep(200);
  }
}

function hold(file: string): Release {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, heartbeat);
  beat.unref();
  return async () => {
    clearInterval(beat);
    await rm(file, { force: true });
  };
}

/** A number of a process may be given out again, above all in containers: its sign of life counts as well. */
async function isStale(file: string): Promise<boolean> {
  try {
    const [holder, { mtimeMs }] = await Promise.all([readFile(file, "utf8"), stat(file)]);
    const [pid, begun] = holder.split(" ").map(Number);
    return !isAlive(pid, begun) || Date.now() - mtimeMs > patience;
  } catch (error) {
    if (isCode(error, "ENOENT")) return false;
    throw error;
  }
}

function isAlive(pid = 0, begun = 0): boolean {
  // A process that was killed may have had the number that this one has; it did not begin when this one did.
  if (pid === process.pid) return begun === performance.timeOrigin;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
