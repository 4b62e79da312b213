import type { SearchBase } from "./base.ts";
import type { SearchDocument } from "./drivers/driver.ts";
import { escapeHtml } from "./escape-html.ts";
import { bestPassage, firstSentences } from "./passage.ts";
import type { Plan } from "./plan.ts";
import type { Hit } from "./results.ts";

/** How many words an answer has at most. */
const answerLength = 80;

/** Takes the answer out of the page that answers best: a FAQ's own answer, or the passage of another page that says most. */
export function answer(
  hit: Hit,
  document: SearchDocument,
  plan: Plan,
  base: SearchBase,
): { readonly text: string; readonly html: string } {
  const text = hit.type === "faq" ? ownAnswer(document) : bestPassage(document, plan, base, answerLength).text;
  return { text, html: `<p>${escapeHtml(text)}</p>` };
}

function ownAnswer(document: SearchDocument): string {
  if (document.answer !== undefined) return document.answer;
  const body = document.sections.find((section) => section.text.trim() !== "");
  return firstSentences(body?.text ?? "", answerLength);
}
