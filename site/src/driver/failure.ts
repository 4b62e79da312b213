/** Why a command could not do its work: `usage` is the caller's to mend, `failed` is not. */
export type FailureKind = "usage" | "failed";

const brand = Symbol.for("knowhow.failure");

/** An error with a message for people: one sentence that says what is wrong and what to do. */
export interface Failure extends Error {
  readonly [brand]: FailureKind;
}

/** Makes a failure; `cause` is the error behind it, for those who look deeper. */
export function failure(kind: FailureKind, message: string, cause?: unknown): Failure {
  return Object.assign(new Error(message, { cause }), { name: "Failure", [brand]: kind });
}

/** The kind of a failure made by `failure()`, or undefined for any other error. */
export function failureKind(error: unknown): FailureKind | undefined {
  return error instanceof Error && brand in error ? (error as Failure)[brand] : undefined;
}

/** What the codes of the operating system mean to somebody who runs a command. */
const meanings: Readonly<Record<string, (path: string) => string>> = {
  ENOSPC: (path) => `The disk is full: ${path} could not be written.`,
  EDQUOT: (path) => `The disk quota is used up: ${path} could not be written.`,
  EFBIG: (path) => `The file system takes no larger files: ${path} could not be written.`,
  EACCES: (path) => `Permission denied: ${path} cannot be written or read.`,
  EPERM: (path) => `Permission denied: ${path} cannot be written or read.`,
  EROFS: (path) => `The file system is read-only: ${path} cannot be written.`,
  EMFILE: (path) => `Too many files are open: ${path} could not be opened. Raise the limit (ulimit -n).`,
  EBUSY: (path) => `${path} is in use, for example as a mount point, and cannot be replaced.`,
  ENOTDIR: (path) => `${path} is a file where a folder is needed.`,
};

/**
 * The failure that lies behind an error of the file system or of a tool that met one, or undefined if nothing
 * of the kind does.
 */
export function failureFromSystem(error: unknown): Failure | undefined {
  for (let current = error, depth = 0; current instanceof Error && depth < 8; current = current.cause, depth++) {
    const code = "code" in current && typeof current.code === "string" ? current.code : codeIn(current.message);
    // So Node tells that a folder cannot be made on a file system that is read-only.
    const isFolder = code === "ENOENT" && "syscall" in current && current.syscall === "mkdir";
    const meaning = code === undefined ? undefined : meanings[isFolder ? "EROFS" : code];
    if (meaning !== undefined) return failure("failed", meaning(pathOf(current)), error);
  }
  return undefined;
}

/** Native tools tell a system error only in words. */
function codeIn(message: string): string | undefined {
  if (/No space left on device|os error 28\b/i.test(message)) return "ENOSPC";
  if (/Permission denied|os error 13\b/i.test(message)) return "EACCES";
  if (/Read-only file system|os error 30\b/i.test(message)) return "EROFS";
  return /\b(ENOSPC|EDQUOT|EFBIG|EACCES|EPERM|EROFS|EMFILE|EBUSY|ENOTDIR)\b/.exec(message)?.[1];
}

function pathOf(error: Error): string {
  if ("dest" in error && typeof error.dest === "string") return error.dest;
  return "path" in error && typeof error.path === "string" ? error.path : "a file";
}
