import type { SearchTexts } from "../../locale/search/en.ts";
import { element } from "./element.ts";
import type { ExcerptPart, SearchHit } from "./source.ts";

/** The kind of a hit, in the reader's language. */
export function hitKind(hit: SearchHit, texts: SearchTexts): string {
  return kindName(hit.type, texts);
}

/** The name of a kind of page, in the reader's language. */
export function kindName(kind: string, texts: SearchTexts): string {
  return Object.entries(texts.types).find(([type]) => type === kind)?.[1] ?? "";
}

/** The sign of a kind of hit, as beside entries in lists. */
export function hitSign(type: string): HTMLElement {
  return element("span", { class: `kh-sign kh-sign--${type}`, "aria-hidden": "true" });
}

/** An excerpt with its found words marked. */
export function markedText(parts: readonly ExcerptPart[]): (Node | string)[] {
  return parts.map(({ text, marked }) => (marked ? element("mark", {}, text) : text));
}
