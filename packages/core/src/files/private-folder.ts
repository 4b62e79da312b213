import { statSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../config/setup-error.ts";

/** Throws a `SetupError` where a file has the name of the folder in which commands keep what is theirs, `.knowhow` below the root. */
export function requirePrivateFolder(root: string): void {
  const found = statSync(join(root, ".knowhow"), { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory()) return;
  throw new SetupError(
    "There is a file called .knowhow, and Knowhow needs a folder of that name for its caches.",
    "Delete the file, or give it another name.",
  );
}
