import type { SearchBase } from "./base.ts";
import { escapeHtml } from "./escape-html.ts";
import { bestPassage, firstSentences } from "./passage.ts";
import type { Plan } from "./plan.ts";
import type { SearchRecord } from "./record.ts";

/** How many words an answer has at most. */
const answerLength = 80;

/** Takes the answer out of the page that answers best: a FAQ's own answer, or the passage of another page that says most. */
export function answer(
  record: SearchRecord,
  plan: Plan,
  base: SearchBase,
): { readonly text: string; readonly html: string } {
  const text = record.type === "faq" ? ownAnswer(record) : bestPassage(record, plan, base, answerLength).text;
  return { text, html: `<p>${escapeHtml(text)}</p>` };
}

/** The short answer, which for most FAQs is their first paragraph; a site keeps it on one line. */
function ownAnswer({ answer, sections }: SearchRecord): string {
  const text = answer ?? sections.find((section) => section.text.trim() !== "")?.text ?? "";
  return firstSentences(text.replace(/\s+/g, " "), answerLength);
}
