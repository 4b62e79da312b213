const tag = /<[a-z][^\s>]*(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*\/?>/gi;
const idAttribute = /\s(id|for|name|popovertarget|aria-labelledby|aria-describedby)="([^"]*)"/g;

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
