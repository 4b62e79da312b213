import { resolve } from "node:path";
import { finishChanges } from "@knowhow/core/node";
import { restoreOutput } from "@knowhow/site";
import { printable } from "./terminal.ts";

/**
 * Brings back the site that a killed `build` left between its renames; finishes what a killed `mv`, `import`, `init` or `new`
 * left half done, and says so on standard error.
 */
export async function finishInterrupted(root: string): Promise<void> {
  await restoreOutput(resolve(root));
  const finished = await finishChanges(root);
  if (finished === undefined) return;
  process.stderr.write(`Finished ${printable(finished.what)}, which was interrupted.\n`);
  for (const file of finished.edited) {
    process.stderr.write(
      `${printable(file)} was edited in between and was left as it is; knowhow check tells what it lacks.\n`,
    );
  }
}
