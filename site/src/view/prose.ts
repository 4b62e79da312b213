// The compiler escapes `<` in text, so that in its output `<table>` and `<input …>` can only be tags.

/** What `readableHtml` says to readers who hear the page. */
export interface ProseLabels {
  readonly table: string;
  readonly done: string;
  readonly toDo: string;
}

/** Readies compiled HTML for reading: tables scroll by themselves, by keyboard too; the boxes of task lists have names. */
export function readableHtml(html: string, { table, done, toDo }: ProseLabels): string {
  return html
    .replaceAll("<table>", `<div class="kh-scroll" role="group" aria-label="${table}" tabindex="0"><table>`)
    .replaceAll("</table>", "</table></div>")
    .replaceAll(
      '<input type="checkbox" checked disabled>',
      `<input type="checkbox" checked disabled aria-label="${done}">`,
    )
    .replaceAll('<input type="checkbox" disabled>', `<input type="checkbox" disabled aria-label="${toDo}">`);
}
