import { readHtml } from "../../html/html-tree.ts";
import type { Question } from "../../model/question.ts";
import { answerMarkdown } from "./answer.ts";
import { blocksOf } from "./blocks.ts";
import type { MarkdownContext } from "./inline.ts";

/** What `toMarkdown` turns, and how. */
export interface MarkdownInput {
  /** HTML that was compiled from content. */
  readonly html: string;
  /** The questions in it. */
  readonly questions: readonly Question[];
  /** Makes an address in it one that holds wherever the text is read. */
  readonly address: (url: string) => string;
}

/** Turns the compiled body of an entry into Markdown that reads well without Knowhow: blocks become what GFM has for them. */
export function toMarkdown({ html, questions, address }: MarkdownInput): string {
  const context: MarkdownContext = {
    address,
    answerOf: (id) => {
      const question = questions.find((one) => one.id === id);
      return question && answerMarkdown(question, context);
    },
  };
  return blocksOf(readHtml(html), context).join("\n\n");
}
