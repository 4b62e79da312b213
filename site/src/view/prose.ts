// The compiler escapes `<` in text, so that in its output `<table>` and `<pre>` can only be tags.

/** Makes wide parts of compiled HTML (tables, code) scroll by themselves, by keyboard too. */
export function withScrollers(html: string, labels: { readonly table: string; readonly code: string }): string {
  return html
    .replaceAll("<table>", `<div class="kh-scroll" role="region" aria-label="${labels.table}" tabindex="0"><table>`)
    .replaceAll("</table>", "</table></div>")
    .replaceAll("<pre>", `<pre role="region" aria-label="${labels.code}" tabindex="0">`);
}

const tag = /<[a-z][^\s>]*(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*\/?>/gi;
const idAttribute = /\s(id|for|name|aria-labelledby|aria-describedby)="([^"]*)"/g;

/**
 * Makes compiled HTML fit to stand on a page beside that of other entries: ids, and what names them, get a prefix.
 *
 * @param prefix - Unique on the page.
 */
export function withPrefixedIds(html: string, prefix: string): string {
  return html.replaceAll(tag, (found) =>
    found
      .replaceAll(idAttribute, (_, name: string, ids: string) => {
        const prefixed = ids.split(" ").map((id) => `${prefix}--${id}`);
        return ` ${name}="${prefixed.join(" ")}"`;
      })
      .replaceAll(/\shref="#([^"]*)"/g, ` href="#${prefix}--$1"`),
  );
}
