import { relative, resolve } from "node:path";
import { formatPretty, loadKnowledgeBase } from "@knowhow/core/node";
import { type BuildSummary, buildSite, restoreOutput } from "@knowhow/site";
import { type ExitCode, exit } from "../exit.ts";
import { count, hasColours, progressOn, seconds } from "../terminal.ts";

/** `knowhow build`: publishes the site, and tells what it made on standard output. */
export async function build(options: {
  readonly root: string;
  readonly out: string;
  readonly json: boolean;
}): Promise<ExitCode> {
  const start = performance.now();
  const root = resolve(options.root);
  const progress = progressOn(process.stderr);
  await restoreOutput(root);
  const kb = await loadKnowledgeBase({
    root,
    onProgress: (done, total) => progress.show(`Reading entries … ${done} of ${total}`),
  }).finally(progress.clear);
  const { summary } = kb;
  if (summary.errors > 0) {
    const report = formatPretty(kb.diagnostics, summary, { root, colour: hasColours(process.stderr) });
    process.stderr.write(`${report}Nothing was built, and nothing has changed.\n`);
    return exit.content;
  }
  const site = await buildSite({
    root,
    kb,
    out: options.out,
    onWait: () => process.stderr.write("Another build of this knowledge base is running; waiting for its end.\n"),
    onPages: (rendered, all) => progress.show(`Rendering pages … ${rendered} of ${all}`),
  }).finally(progress.clear);

  const result = {
    ...site,
    ...summary,
    entries: kb.entries().length,
    milliseconds: Math.round(performance.now() - start),
  };
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : inWords(result));
  return exit.done;
}

function inWords(
  result: BuildSummary & { readonly entries: number; readonly warnings: number; readonly milliseconds: number },
): string {
  const warnings = result.warnings === 0 ? "no warnings" : `${count(result.warnings, "warning")} (see knowhow check)`;
  const made = `${count(result.entries, "entry", "entries")}, ${count(result.pages, "page")}, ${warnings}`;
  return `Built ${relative(process.cwd(), result.out) || "."} in ${seconds(result.milliseconds)}: ${made}.\n`;
}
