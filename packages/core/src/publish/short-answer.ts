import { inOneLine } from "../compile/one-line.ts";

/**
 * The short answer to show above the body of a FAQ; undefined where there is none, where the body begins with it, and where
 * it is one of its paragraphs: that of a FAQ without one of its own is the first paragraph.
 */
export function shortAnswer({
  answer,
  text,
}: {
  readonly answer?: string | undefined;
  readonly text: string;
}): string | undefined {
  if (answer === undefined || plain(text).startsWith(plain(answer))) return undefined;
  return hasLines(text, answer) ? undefined : answer;
}

/** Whether lines of a text that follow each other are, in one, another text. */
function hasLines(text: string, wanted: string): boolean {
  const lines = text.split("\n");
  return lines.some((first, start) => {
    let taken = inOneLine(first);
    for (let end = start + 1; wanted.startsWith(taken) && taken.length < wanted.length && end < lines.length; end++)
      taken = inOneLine(`${taken}\n${lines[end]}`);
    return taken === wanted;
  });
}

/** The whole answer of a FAQ as plain text: the short answer, unless the body begins with it, and the body. */
export function wholeAnswer(faq: { readonly answer?: string | undefined; readonly text: string }): string {
  return [shortAnswer(faq), faq.text].filter(Boolean).join("\n");
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
