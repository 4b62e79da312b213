import { readHtml } from "../../html/html-tree.ts";
import type { Prose, Question } from "../../model/question.ts";
import { blocksOf, listItem } from "./blocks.ts";
import type { MarkdownContext } from "./inline.ts";

/** What a question is answered with as blocks of Markdown, what is right marked: a task list of its options. */
export function answerMarkdown(question: Question, context: MarkdownContext): readonly string[] | undefined {
  if (!("options" in question)) return undefined;
  const items = question.options.map(({ html, correct, feedback }) => {
    const said = feedback === undefined ? [] : [quoted(feedback, context)];
    return listItem("- ", [...proseBlocks({ html }, context), ...said], correct ? "[x] " : "[ ] ", false);
  });
  return [items.join("\n")];
}

function proseBlocks({ html }: Pick<Prose, "html">, context: MarkdownContext): readonly string[] {
  return blocksOf(readHtml(html), context);
}

function quoted(prose: Prose, context: MarkdownContext): string {
  return proseBlocks(prose, context).join("\n\n").replace(/^/gm, "> ").replaceAll(/ +$/gm, "");
}
