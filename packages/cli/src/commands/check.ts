import { isAbsolute, relative, resolve, sep } from "node:path";
import {
  type CheckResult,
  checkKnowledgeBase,
  formatGithub,
  formatJson,
  formatPretty,
  formatSarif,
} from "@knowhow/core/node";
import { restoreOutput } from "@knowhow/site";
import { type ExitCode, exit } from "../exit.ts";
import { hasColours, progressOn } from "../terminal.ts";
import { packageVersion } from "../version.ts";

/** What `knowhow check` was asked for. */
export interface CheckOptions {
  readonly root: string;
  readonly format: CheckFormat;
  /** Tell infos one by one. */
  readonly verbose: boolean;
  /** Tell only what the change since this revision of git touches. */
  readonly since: string | undefined;
}

/** How mistakes can be told; a new one is a file in core's `check/report` and a line in `formatters`. */
export const checkFormats = ["pretty", "json", "github", "sarif"] as const;

/** One of the formats. */
export type CheckFormat = (typeof checkFormats)[number];

const formatters: Readonly<Record<CheckFormat, (result: CheckResult, options: CheckOptions) => string>> = {
  pretty: ({ diagnostics, summary }, { root, verbose }) =>
    formatPretty(diagnostics, summary, { root, verbose, colour: hasColours(process.stdout) }),
  json: ({ diagnostics, summary }) => formatJson(diagnostics, summary),
  github: ({ diagnostics, summary }, { root, verbose }) =>
    formatGithub(diagnostics, summary, { prefix: fromCheckout(root), verbose }),
  sarif: ({ diagnostics }, { root, verbose }) =>
    formatSarif(diagnostics, { prefix: fromCheckout(root), verbose, version: packageVersion() }),
};

/** `knowhow check`: writes a report of all mistakes to standard output. */
export async function check(options: CheckOptions): Promise<ExitCode> {
  const root = resolve(options.root);
  const progress = progressOn(process.stderr);
  await restoreOutput(root);
  const result = await checkKnowledgeBase({
    root,
    since: options.since,
    onProgress: (done, total) => progress.show(`Reading entries … ${done} of ${total}`),
  }).finally(progress.clear);
  process.stdout.write(formatters[options.format](result, { ...options, root }));
  return result.summary.errors > 0 ? exit.content : exit.done;
}

/** GitHub names files from the folder of the checkout, of which a knowledge base may be a folder. */
function fromCheckout(root: string): string {
  const checkout = process.env.GITHUB_WORKSPACE;
  if (checkout === undefined || checkout === "") return "";
  const path = relative(checkout, root);
  return isAbsolute(path) || path.split(sep)[0] === ".." ? "" : path.split(sep).join("/");
}
