import type { Element } from "hast";
import { h } from "./h.ts";

/** The place that compiling leaves for a FAQ, to be filled by whoever knows the other entries. */
export interface FaqPlace {
  /** Anchor of the FAQ in the entry, and what its own ids begin with. */
  readonly anchor: string;
  readonly ref: string;
  readonly open: boolean;
  /** The level that the headings of the answer begin with: 2 to 6. */
  readonly level: number;
}

/** Draws the place of a FAQ in HTML. */
export function faqPlace({ anchor, ref, open, level }: FaqPlace): Element {
  return h("details", {
    className: ["kh-faq"],
    id: anchor,
    dataFaq: encodeURIComponent(ref),
    dataLevel: String(level),
    ...(open ? { open: true } : {}),
  });
}

const inHtml = /<details class="kh-faq" id="([^"]*)" data-faq="([^"]*)" data-level="(\d)"( open)?><\/details>/g;

/** Fills the places of FAQs in compiled HTML. */
export function fillFaqPlaces(html: string, fill: (place: FaqPlace) => string): string {
  return html.replace(inHtml, (_, anchor: string, ref: string, level: string, open?: string) =>
    fill({ anchor, ref: decodeURIComponent(ref), level: Number(level), open: open !== undefined }),
  );
}

// Signs that stand for nothing, and of which no text is made.
const inText = /\ufdd0([^\ufdd1]*)\ufdd1/g;

/** The place of a FAQ in plain text. */
export function faqPlaceInText(ref: string): string {
  return `\ufdd0${ref}\ufdd1`;
}

/** Fills the places of FAQs in plain text. */
export function fillFaqPlacesInText(text: string, fill: (ref: string) => string): string {
  return text.replace(inText, (_, ref: string) => fill(ref));
}
