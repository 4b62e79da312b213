import type { Heading, RootContent } from "mdast";
import type { QuestionKind } from "../../model/question.ts";
import type { BlockNode } from "../blocks/block.ts";
import { isBlock } from "../blocks/holds.ts";
import { firstLineRange } from "../node-range.ts";
import { plainText } from "../plain-text.ts";
import { error, type Problem } from "../problem.ts";
import { type ReadBlock, visible } from "../structure.ts";
import { findBlanks } from "./cloze.ts";
import { readBody } from "./kinds.ts";
import type { QuestionSource } from "./question-source.ts";

/** Reads the questions of a file from its blocks. */
export function readQuestions(
  blocks: ReadonlyMap<BlockNode, ReadBlock>,
  made: ReadonlySet<BlockNode>,
  text: string,
): { readonly questions: readonly QuestionSource[]; readonly problems: readonly Problem[] } {
  const questions: QuestionSource[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, BlockNode>();
  const hasBlanks = [...blocks.values()].some(({ block }) => block.name === "Blank");
  for (const [node, { block, props }] of blocks) {
    if (block.name !== "Question") continue;
    const before = problems.length;
    const id = String(props.id).normalize("NFC");
    const place = firstLineRange(node, text);
    const first = seen.get(id);
    if (first !== undefined) {
      problems.push({
        ...error(
          "question-id",
          `Two questions of this entry have the id “${id}”.`,
          place,
          "Give one of them another id.",
        ),
        related: [{ message: "The other question", place: firstLineRange(first, text) }],
      });
    }
    seen.set(id, node);
    const nodes = visible(node.children as readonly RootContent[]);
    const [opening] = nodes;
    const heading: Heading | undefined = made.has(node) && opening?.type === "heading" ? opening : undefined;
    const hints = nodes.filter((child) => isBlock(child, "Hint"));
    const explanations = nodes.filter((child) => isBlock(child, "Explanation"));
    const content = nodes.filter(
      (child) => child !== heading && !isBlock(child, "Hint") && !isBlock(child, "Explanation"),
    );
    const {
      node: bodyNode,
      body,
      problems: bodyProblems,
    } = readBody(
      { id, nodes: content, props, propsOf: (inner) => blocks.get(inner)?.props, short: made.has(node), place },
      // The schema of the block knows the kinds.
      props.kind as QuestionKind | undefined,
    );
    problems.push(...bodyProblems);
    if (explanations.length > 1) {
      problems.push(error("question-body", "This question has more than one Explanation.", place, "Make them one."));
    }
    if (hasBlanks) {
      for (const stray of findBlanks(nodes.filter((child) => !content.includes(child)))) {
        const hint = "Put it into a sentence of the question itself.";
        const message = "<Blank> stands in a heading, a hint or an explanation.";
        problems.push(error("block-place", message, firstLineRange(stray, text), hint));
      }
    }
    const prompt = content.filter((child) => child !== bodyNode);
    if (heading === undefined && plainText(prompt) === "") {
      const where = bodyNode === undefined ? "between its tags" : "above its options";
      problems.push(error("question-body", "This question asks nothing.", place, `Write the question ${where}.`));
    }
    const [explanation] = explanations;
    const flawed = problems.length > before;
    if (body !== undefined) questions.push({ id, node, heading, prompt, body, hints, explanation, flawed });
  }
  return { questions, problems };
}
