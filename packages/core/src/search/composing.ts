import { escapeHtml } from "./escape-html.ts";
import type { Hit } from "./results.ts";

/** A passage that an answer may be composed from; it is cited by its place, from 1. */
export interface CitablePassage {
  readonly title: string;
  readonly url: string;
  readonly text: string;
}

/** Writes an answer from passages. It must cite each that it uses as `[1]`, and say nothing that none of them says. */
export type Compose = (question: string, passages: readonly CitablePassage[]) => Promise<string>;

/** A composed answer with the pages that it cites, in the order of citing. */
export interface Composed {
  readonly text: string;
  readonly html: string;
  readonly cited: readonly [Hit, ...Hit[]];
}

/** Lets an answer be composed; undefined where it cites nothing, or something that it was not given: then it is made up. */
export async function composeAnswer(
  question: string,
  sources: readonly { readonly hit: Hit; readonly text: string }[],
  compose: Compose,
): Promise<Composed | undefined> {
  const passages = sources.map(({ hit, text }) => ({ title: hit.title, url: hit.url, text }));
  const text = await compose(question, passages);
  const places = [...new Set(Array.from(text.matchAll(/\[(\d+)\]/g), (match) => Number(match[1])))];
  const [first, ...others] = places.map((place) => sources[place - 1]?.hit);
  if (first === undefined) return undefined;
  const rest = others.filter((hit) => hit !== undefined);
  return rest.length < others.length
    ? undefined
    : { text, html: `<p>${escapeHtml(text)}</p>`, cited: [first, ...rest] };
}
