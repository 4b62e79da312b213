import { withPrefixedIds } from "@knowhow/core/publish";

/** How the body of an entry becomes a chapter. */
export interface ChapterSetting {
  /** The anchor of its chapter, which goes before all ids in it. */
  readonly anchor: string;
  /** The level of its title, under which its own headings stand: 2 or 3. */
  readonly level: number;
  /** The anchors of all chapters, by the URL of the entry's page, base included, not percent-encoded. */
  readonly anchors: ReadonlyMap<string, string>;
  /** The whole address of the site. With it, links that lead out of the handbook can be followed from paper. */
  readonly site: string | undefined;
}

/** Makes compiled HTML a chapter of a handbook: links between its entries stay in it. */
export function chapterHtml(html: string, { anchor, level, anchors, site }: ChapterSetting): string {
  return withPrefixedIds(html, anchor)
    .replaceAll(/<(\/?)h([2-6])(?=[\s>])/g, (_, slash: string, depth: string) => {
      return `<${slash}h${Math.min(6, Number(depth) + level - 1)}`;
    })
    .replaceAll(
      /(<a\b[^>]*?\shref=")(\/[^"#]*)(?:#([^"]*))?"/g,
      (_, before: string, path: string, section?: string) => {
        const chapter = anchors.get(decoded(path));
        const hash = section === undefined ? "" : `#${section}`;
        if (chapter !== undefined) return `${before}#${chapter}${section === undefined ? "" : `--${section}`}"`;
        return `${before}${site === undefined ? path : new URL(path, site).href}${hash}"`;
      },
    );
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
