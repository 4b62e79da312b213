// The compiler escapes `<` in text and in attributes, so that in its output `<table>` and `<input …>` can only be tags.

/** What `readableHtml` says to readers who hear the page. */
export interface ProseLabels {
  readonly table: string;
  readonly done: string;
  readonly toDo: string;
}

/** What the button says that copies a block of code. */
export interface CopyTexts {
  readonly copy: string;
  readonly copied: string;
  /** Their language, where that is not the one of the page. */
  readonly language?: string | undefined;
}

/** The attributes by which a text with blocks of code tells its script what their buttons say. */
export function copyLabels(html: string, { copy, copied, language }: CopyTexts): Readonly<Record<string, string>> {
  if (!html.includes("<pre ")) return {};
  return {
    "data-copy": copy,
    "data-copied": copied,
    ...(language === undefined ? {} : { "data-copy-lang": language }),
  };
}

/** Readies compiled HTML for reading: tables scroll by themselves, by keyboard too; the boxes of task lists have names. */
export function readableHtml(html: string, { table, done, toDo }: ProseLabels): string {
  // In functions, since `$&` in a replacement would be more than a text.
  return html
    .replaceAll(
      "<table>",
      () => `<div class="kh-scroll" role="group" aria-label="${escaped(table)}" tabindex="0"><table>`,
    )
    .replaceAll("</table>", "</table></div>")
    .replaceAll(
      '<input type="checkbox" checked disabled>',
      () => `<input type="checkbox" checked disabled aria-label="${escaped(done)}">`,
    )
    .replaceAll(
      '<input type="checkbox" disabled>',
      () => `<input type="checkbox" disabled aria-label="${escaped(toDo)}">`,
    );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
