/** The short answer to show above the body of a FAQ; undefined where there is none or the body begins with it. */
export function shortAnswer({
  answer,
  text,
}: {
  readonly answer?: string | undefined;
  readonly text: string;
}): string | undefined {
  return answer === undefined || plain(text).startsWith(plain(answer)) ? undefined : answer;
}

/** The whole answer of a FAQ as plain text: the short answer, unless the body begins with it, and the body. */
export function wholeAnswer(faq: { readonly answer?: string | undefined; readonly text: string }): string {
  return [shortAnswer(faq), faq.text].filter(Boolean).join("\n");
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
