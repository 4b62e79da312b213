import type { Heading, RootContent } from "mdast";
import type { BlockNode } from "../blocks/block.ts";
import type { ChoiceBody } from "./choice.ts";

/** What is answered, by kind of question. */
export type QuestionBody = ChoiceBody;

/** A question as it stands in its file. */
export interface QuestionSource {
  readonly id: string;
  /** The node of its block; in the short form the one that was made for its section. */
  readonly node: BlockNode;
  /** The heading of the short form. */
  readonly heading: Heading | undefined;
  readonly prompt: readonly RootContent[];
  readonly body: QuestionBody;
  readonly hints: readonly BlockNode[];
  readonly explanation: BlockNode | undefined;
}
