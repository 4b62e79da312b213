import type { ExcerptPart } from "./source.ts";

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'", "#x27": "'" };

/**
 * Reads an excerpt in which `<mark>` is the only tag. Whatever else looks like one is text: excerpts hold what authors
 * wrote, and are never parsed as HTML.
 */
export function readExcerpt(html: string): readonly ExcerptPart[] {
  return html
    .split(/(<mark>.*?<\/mark>)/s)
    .filter((part) => part !== "")
    .map((part) => {
      const marked = part.startsWith("<mark>");
      return { text: decode(marked ? part.slice(6, -7) : part), marked };
    });
}

function decode(text: string): string {
  return text.replaceAll(/&(\w+|#x?\w+);/g, (entity, name: string) => entities[name] ?? entity);
}
