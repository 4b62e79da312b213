import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** Whether a folder seems to lie in a git repository: a look that is cheaper than to start git. */
export function isInRepository(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return true;
    if (at === dirname(at)) return false;
  }
}
