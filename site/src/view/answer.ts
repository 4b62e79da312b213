import type { Entry } from "@knowhow/core";

/** The short answer to show above the body of a FAQ; undefined where there is none or the body begins with it. */
export function shortAnswer(entry: Entry): string | undefined {
  if (entry.type !== "faq" || entry.answer === undefined) return undefined;
  return plain(entry.text).startsWith(plain(entry.answer)) ? undefined : entry.answer;
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
