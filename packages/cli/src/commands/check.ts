import { resolve } from "node:path";
import { checkKnowledgeBase, formatJson, formatPretty } from "@knowhow/core/node";
import { restoreOutput } from "@knowhow/site";
import { type ExitCode, exit } from "../exit.ts";
import { hasColours, progressOn } from "../terminal.ts";

/** `knowhow check`: writes a report of all mistakes to standard output. */
export async function check(options: { readonly root: string; readonly format: "pretty" | "json" }): Promise<ExitCode> {
  const root = resolve(options.root);
  const progress = progressOn(process.stderr);
  await restoreOutput(root);
  const { diagnostics, summary } = await checkKnowledgeBase({
    root,
    onProgress: (done, total) => progress.show(`Reading entries … ${done} of ${total}`),
  }).finally(progress.clear);
  process.stdout.write(
    options.format === "json"
      ? formatJson(diagnostics, summary)
      : formatPretty(diagnostics, summary, { root, colour: hasColours(process.stdout) }),
  );
  return summary.errors > 0 ? exit.content : exit.done;
}
