import type { Hit } from "@knowhow/core/search";
import { createColors } from "picocolors";
import type { Searched } from "./searched.ts";
import { hasColours, printable } from "./terminal.ts";

/** The colours for standard output, if it takes any. */
export function paintForOutput(): ReturnType<typeof createColors> {
  return createColors(hasColours(process.stdout));
}

/** The two lines that name a hit: its title with its type, and its address. */
export function nameOf(hit: Hit, { addressOf }: Pick<Searched, "addressOf">): readonly string[] {
  const paint = paintForOutput();
  return [`${paint.bold(printable(hit.title))}  ${paint.dim(hit.type)}`, paint.underline(printable(addressOf(hit)))];
}
