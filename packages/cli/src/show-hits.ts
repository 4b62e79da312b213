import type { Hit } from "@knowhow/core/search";
import { createColors } from "picocolors";
import type { Searched } from "./searched.ts";
import { hasColours, printable } from "./terminal.ts";

/** The colours for standard output, if it takes any. */
export function paintForOutput(): ReturnType<typeof createColors> {
  return createColors(hasColours(process.stdout));
}

/**
 * The two lines that name a hit: its title with its type, and its address. `locale` is the one that was asked for, if any: what is
 * in another language says so.
 */
export function nameOf(hit: Hit, { addressOf }: Pick<Searched, "addressOf">, locale?: string): readonly string[] {
  const paint = paintForOutput();
  const isForeign = locale !== undefined && hit.locale.toLowerCase() !== locale.toLowerCase();
  const language = isForeign ? new Intl.DisplayNames("en", { type: "language" }).of(hit.locale) : undefined;
  const kind = language === undefined ? hit.type : `${hit.type}, in ${language}`;
  return [`${paint.bold(printable(hit.title))}  ${paint.dim(kind)}`, paint.underline(printable(addressOf(hit)))];
}
