import { highlight } from "@knowhow/core/search";
import { loadSearchStyles } from "./stylesheet.ts";

/** The name of the highlight in the styles. */
const name = "kh-found";
/** A page with more of them would be all marks. */
const mostMarks = 200;

/** Marks words in the text of the page, without a change to the document; inflections and diacritics do not matter. */
export async function markWords(words: readonly string[], locale: string): Promise<void> {
  const main = document.querySelector("main");
  if (!main || words.length === 0) return;
  await loadSearchStyles();
  CSS.highlights.set(name, new Highlight(...rangesOf(main, words, locale).slice(0, mostMarks)));
}

function rangesOf(main: Element, words: readonly string[], locale: string): readonly Range[] {
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (node.parentElement?.closest("nav, button, aside, .kh-answer, .kh-entry__more")) continue;
    let at = 0;
    for (const { text, match } of highlight(node.nodeValue ?? "", words, locale)) {
      if (match) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        ranges.push(range);
      }
      at += text.length;
    }
  }
  return ranges;
}
