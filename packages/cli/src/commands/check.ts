import { isAbsolute, relative, resolve, sep } from "node:path";
import {
  checkKnowledgeBase,
  type FixResult,
  fixKnowledgeBase,
  formatFixed,
  formatGithub,
  formatJson,
  formatPretty,
  formatSarif,
} from "@knowhow/core/node";
import { type ExitCode, exit } from "../exit.ts";
import { hasColours, printable, progressOn } from "../terminal.ts";
import { packageVersion } from "../version.ts";

/** What `knowhow check` was asked for. */
export interface CheckCommand {
  readonly root: string;
  readonly format: CheckFormat;
  /** Tell infos one by one. */
  readonly verbose: boolean;
  /** Tell only what the change since this revision of git touches. */
  readonly since: string | undefined;
  /** Tell only what is wrong for one of several sites, or for an audience. */
  readonly audience: string | undefined;
  /** Mend what needs no judgement. */
  readonly fix: boolean;
}

/** How mistakes can be told; a new one is a file in core's `check/report` and a line in `formatters`. */
export const checkFormats = ["pretty", "json", "github", "sarif"] as const;

/** One of the formats. */
export type CheckFormat = (typeof checkFormats)[number];

const formatters: Readonly<Record<CheckFormat, (result: FixResult, command: CheckCommand) => string>> = {
  pretty({ diagnostics, summary, fixed }, { root, verbose }) {
    const colour = hasColours(process.stdout);
    return formatFixed(fixed, { colour }) + formatPretty(diagnostics, summary, { root, verbose, colour });
  },
  json: ({ diagnostics, summary, fixed }, { fix }) => formatJson(diagnostics, summary, fix ? fixed : undefined),
  github: ({ diagnostics, summary }, { root, verbose }) =>
    formatGithub(diagnostics, summary, { prefix: fromCheckout(root), verbose }),
  sarif: ({ diagnostics }, { root, verbose }) =>
    formatSarif(diagnostics, { prefix: fromCheckout(root), verbose, version: packageVersion() }),
};

/** `knowhow check`: writes a report of all mistakes to standard output. */
export async function check(command: CheckCommand): Promise<ExitCode> {
  const root = resolve(command.root);
  const progress = progressOn(process.stderr);
  const options = {
    root,
    since: command.since,
    audience: command.audience,
    onProgress: (done: number, total: number) => progress.show(`Reading entries … ${done} of ${total}`),
  };
  const result = command.fix
    ? await fixKnowledgeBase(options).finally(progress.clear)
    : { ...(await checkKnowledgeBase(options).finally(progress.clear)), fixed: [], unfixed: [] };
  for (const { file, reason } of result.unfixed)
    process.stderr.write(`knowhow: ${printable(file)} was not mended. ${reason}\n`);
  process.stdout.write(formatters[command.format](result, { ...command, root }));
  return result.summary.errors > 0 ? exit.content : exit.done;
}

/** GitHub names files from the folder of the checkout, of which a knowledge base may be a folder. */
function fromCheckout(root: string): string {
  const checkout = process.env.GITHUB_WORKSPACE;
  if (checkout === undefined || checkout === "") return "";
  const path = relative(checkout, root);
  return isAbsolute(path) || path.split(sep)[0] === ".." ? "" : path.split(sep).join("/");
}
