import type { MovedContent } from "@knowhow/core/authoring";
import { type ExitCode, exit } from "../exit.ts";
import { count, indent, printable } from "../terminal.ts";

/** What `mv` takes. */
export interface MvCommand {
  readonly root: string;
  readonly from: string;
  readonly to: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** `knowhow mv`: moves an entry, a folder or a partial and rewrites what leads to it; tells on standard output what changed, or would change. */
export async function mv({ root, from, to, dryRun, json }: MvCommand): Promise<ExitCode> {
  const { moveContent } = await import("@knowhow/core/authoring");
  const moved = await moveContent({ root, from, to, dryRun, cwd: process.cwd() });
  process.stdout.write(json ? `${JSON.stringify({ ...moved, dryRun })}\n` : inWords(moved, dryRun));
  return exit.done;
}

function inWords({ from, to, moved, rewritten, notes }: MovedContent, dryRun: boolean): string {
  const places = rewritten.reduce((sum, file) => sum + file.places.length, 0);
  const files = `${count(places, "place")} in ${count(rewritten.length, "file")}`;
  const lines = [
    `${dryRun ? "Would move" : "Moved"} ${from} to ${to}:`,
    ...moved.map((one) => indent(`${one.from} → ${one.to}`)),
    `${dryRun ? "Would rewrite" : "Rewrote"} ${files}${dryRun && places > 0 ? ":" : "."}`,
    ...(dryRun ? rewritten.flatMap(placesInWords) : []),
    ...notes,
  ];
  return `${lines.map(printable).join("\n")}\n`;
}

function placesInWords({ file, places }: MovedContent["rewritten"][number]): readonly string[] {
  return places.map(({ line, column, before, after }) => {
    const change = before === "" ? `+ ${after.trim()}` : `${before} → ${after}`;
    return indent(`${file}:${line}:${column}  ${change.replace(/\s+/g, " ")}`);
  });
}
