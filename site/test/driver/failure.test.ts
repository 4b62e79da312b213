import { expect, test } from "vitest";
import { failureFromSystem } from "../../src/driver/failure.ts";

/** As Node throws it. */
const systemError = (code: string, more: object = {}) =>
  Object.assign(new Error(`${code}: said by the system, open 'dist/index.html'`), {
    code,
    path: "dist/index.html",
    ...more,
  });

test.each([
  ["ENOSPC", "The disk is full: dist/index.html could not be written."],
  ["EDQUOT", "The disk quota is used up: dist/index.html could not be written."],
  ["EFBIG", "The file system takes no larger files: dist/index.html could not be written."],
  ["EACCES", "Permission denied: dist/index.html cannot be written or read."],
  ["EPERM", "Permission denied: dist/index.html cannot be written or read."],
  ["EROFS", "The file system is read-only: dist/index.html cannot be written."],
  ["EMFILE", "Too many files are open: dist/index.html could not be opened. Raise the limit (ulimit -n)."],
  ["EBUSY", "dist/index.html is in use, for example as a mount point, and cannot be replaced."],
  ["ENOTDIR", "dist/index.html is a file where a folder is needed."],
])("what the system refuses with %s is told in words, also where a tool wraps it", (code, message) => {
  expect(failureFromSystem(systemError(code))?.message).toBe(message);
  const wrapped = new Error("Could not build.", { cause: new Error("A plugin failed.", { cause: systemError(code) }) });
  expect(failureFromSystem(wrapped)?.message).toBe(message);
});

test("what native tools tell in words only is understood", () => {
  expect(failureFromSystem(new Error("No space left on device (os error 28)"))?.message).toBe(
    "The disk is full: a file could not be written.",
  );
});

test("a folder that cannot be made on a read-only file system is told as that", () => {
  const thrown = systemError("ENOENT", { syscall: "mkdir", path: ".knowhow/dev" });
  expect(failureFromSystem(thrown)?.message).toBe("The file system is read-only: .knowhow/dev cannot be written.");
});

test("a file that is not there, or a mistake of a program, is no failure of the system", () => {
  expect(failureFromSystem(systemError("ENOENT", { syscall: "open" }))).toBeUndefined();
  expect(failureFromSystem(new TypeError("x is not a function"))).toBeUndefined();
});
