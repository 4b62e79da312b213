import type { Heading } from "mdast";
import type { OutlineItem } from "../model/entry.ts";
import { plainText } from "./plain-text.ts";
import type { QuestionSource } from "./questions/question-source.ts";
import type { Slugger } from "./slugger.ts";

declare module "mdast" {
  interface HeadingData {
    /** Its id on the page. */
    anchor?: string;
  }
}

/**
 * Gives every heading its anchor, the slug that GitHub gives it, and lists them.
 * A heading that is a question takes the question's id.
 */
export function readOutline(
  headings: readonly Heading[],
  questions: readonly QuestionSource[],
  slugger: Slugger,
): readonly OutlineItem[] {
  const questionOf = new Map(
    questions.flatMap((question) => (question.heading === undefined ? [] : [[question.heading, question] as const])),
  );
  return headings.map((heading) => {
    const text = plainText([heading]);
    const question = questionOf.get(heading);
    const id = question?.id ?? (slugger.slug(text) || slugger.slug("section"));
    // The section of a question carries its id already. The title is the page's only heading of level 1.
    heading.depth = heading.depth === 1 ? 2 : heading.depth;
    if (question === undefined) heading.data = { ...heading.data, anchor: id };
    return { depth: heading.depth, id, text: text.replaceAll("\n", " ") };
  });
}
