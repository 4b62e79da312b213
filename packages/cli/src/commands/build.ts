import { relative, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { formatPretty, loadSites, requirePrivateFolder } from "@knowhow/core/node";
import { type BuildSummary, buildSites } from "@knowhow/site";
import { type ExitCode, exit } from "../exit.ts";
import { folderOf } from "../site-folder.ts";
import { count, hasColours, progressOn, seconds } from "../terminal.ts";

/** What a site became. */
interface BuiltSite extends BuildSummary {
  readonly name: string | undefined;
  readonly entries: number;
}

/** `knowhow build`: publishes the site, or each of several, and tells what it made on standard output. */
export async function build(options: {
  readonly root: string;
  /** One of several sites, or an audience; undefined for all that the configuration publishes. */
  readonly audience: string | undefined;
  /** Relative to the root: the folder of the site, or of several; undefined for the usual one. */
  readonly out: string | undefined;
  readonly json: boolean;
}): Promise<ExitCode> {
  const start = performance.now();
  growSlowly();
  const root = resolve(options.root);
  const progress = progressOn(process.stderr);
  requirePrivateFolder(root);
  const { diagnostics, summary, sites } = await loadSites({
    root,
    audience: options.audience,
    onProgress: (done, total) => progress.show(`Reading entries … ${done} of ${total}`),
  }).finally(progress.clear);
  if (summary.errors > 0) {
    // What keeps it from being built is not to be looked for among warnings.
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const report = formatPretty(errors, summary, { root, colour: hasColours(process.stderr) });
    process.stderr.write(`${report}Nothing was built, and nothing has changed.\n`);
    return exit.content;
  }
  const of = (name: string | undefined) => (sites.length === 1 ? "" : ` of “${name}”`);
  const built = await buildSites({
    root,
    sites: sites.map(({ output, kb }) => ({ name: output.name, kb, out: folderOf(output, options) })),
    onWait: () => process.stderr.write("Another build of this knowledge base is running; waiting for its end.\n"),
    onMedia: (ready, all, { name }) => progress.show(`Preparing pictures and files${of(name)} … ${ready} of ${all}`),
    onPages: (rendered, all, { name }) => progress.show(`Rendering pages${of(name)} … ${rendered} of ${all}`),
  }).finally(progress.clear);

  const made = sites.flatMap(({ output, kb }, i): BuiltSite[] => {
    const site = built[i];
    return site === undefined ? [] : [{ ...site, name: output.name, entries: kb.entries().length }];
  });
  const milliseconds = Math.round(performance.now() - start);
  const [only] = made;
  if (!options.json) process.stdout.write(inWords(made, summary.warnings, milliseconds));
  else if (made.length === 1) process.stdout.write(`${JSON.stringify({ ...summary, ...only, milliseconds })}\n`);
  else process.stdout.write(`${JSON.stringify({ ...summary, sites: made, milliseconds })}\n`);
  return exit.done;
}

/**
 * Has V8 collect what is not needed any more once the heap has doubled, not only when it is up to four times as large: a build of
 * 5,000 entries takes a tenth less memory for no more time of the processor.
 */
function growSlowly(): void {
  setFlagsFromString("--heap-growing-percent=100");
}

function inWords(sites: readonly BuiltSite[], warnings: number, milliseconds: number): string {
  const warned = warnings === 0 ? "no warnings" : `${count(warnings, "warning")} (see knowhow check)`;
  const [only] = sites;
  if (only !== undefined && sites.length === 1)
    return `Built ${nameOf(only)} in ${seconds(milliseconds)}: ${sizeOf(only)}, ${warned}.\n`;
  const lines = sites.map((site) => `  ${nameOf(site)}: ${sizeOf(site)}\n`);
  return `Built ${count(sites.length, "site")} in ${seconds(milliseconds)}, ${warned}.\n${lines.join("")}`;
}

function nameOf({ out }: BuiltSite): string {
  return relative(process.cwd(), out) || ".";
}

function sizeOf({ entries, pages }: BuiltSite): string {
  return `${count(entries, "entry", "entries")}, ${count(pages, "page")}`;
}
