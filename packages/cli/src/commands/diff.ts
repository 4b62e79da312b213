import { resolve } from "node:path";
import { diffKnowledgeBase, formatDiff } from "@knowhow/core/node";
import { type ExitCode, exit } from "../exit.ts";
import { hasColours, printable, progressOn } from "../terminal.ts";

/** `knowhow diff`: tells what readers would see change between a revision of git and now. */
export async function diff(command: {
  readonly root: string;
  readonly revision: string;
  /** One of several sites, or an audience; undefined for what any site shows. */
  readonly audience: string | undefined;
  readonly json: boolean;
}): Promise<ExitCode> {
  const root = resolve(command.root);
  const { revision, audience } = command;
  const progress = progressOn(process.stderr);
  const found = await diffKnowledgeBase({
    root,
    revision,
    audience,
    onProgress: (done, total) => progress.show(`Reading entries … ${done} of ${total}`),
  }).finally(progress.clear);
  process.stdout.write(
    command.json
      ? `${JSON.stringify(found, null, 2)}\n`
      : formatDiff(found, { revision, audience, colour: hasColours(process.stdout) }),
  );
  if (found.broken.length === 0) return exit.done;
  const files = found.broken.map((file) => `  ${printable(file)}\n`).join("");
  process.stderr.write(`knowhow: These have errors and are not compared; see knowhow check.\n${files}`);
  return exit.content;
}
