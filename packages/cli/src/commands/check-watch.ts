import { resolve } from "node:path";
import { type CheckResult, formatPretty, watchCheck } from "@knowhow/core/node";
import { explain } from "../exit.ts";
import { hasColours, printableLines, progressOn } from "../terminal.ts";
import { untilStopped } from "../until-stopped.ts";

/** What `knowhow check --watch` was asked for. */
export interface WatchCommand {
  readonly root: string;
  readonly format: "pretty" | "json";
  readonly verbose: boolean;
  readonly since: string | undefined;
  readonly audience: string | undefined;
}

/**
 * `knowhow check --watch`: reports, and again after every change, until it is told to stop. On a terminal the new report
 * takes the place of the old one; as JSON each is a line.
 */
export async function checkAndWatch({ format, verbose, since, audience, ...command }: WatchCommand): Promise<void> {
  const root = resolve(command.root);
  const stopped = untilStopped();
  const progress = progressOn(process.stderr);
  const { stdout } = process;
  const tell = ({ diagnostics, summary }: CheckResult) => {
    if (format === "json") {
      stdout.write(`${JSON.stringify({ diagnostics, summary })}\n`);
      return;
    }
    const report = formatPretty(diagnostics, summary, { root, verbose, colour: hasColours(stdout) });
    stdout.write(stdout.isTTY ? `${clearScreen}${report}\nWatching. Press Ctrl-C to stop.\n` : `${report}\n`);
  };
  const watched = await watchCheck({
    root,
    since,
    audience,
    onProgress: (done, total) => progress.show(`Reading entries … ${done} of ${total}`),
    onChange(change) {
      progress.clear();
      if ("result" in change) tell(change.result);
      else process.stderr.write(`knowhow: ${printableLines(explain(change.error).message ?? "")}\n`);
    },
  }).finally(progress.clear);
  tell(watched.result);
  await stopped;
  await watched.close();
}

/** Clears the screen and what was scrolled out of it. */
const clearScreen = "\u001b[2J\u001b[3J\u001b[H";
