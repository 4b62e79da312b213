import type { Heading, RootContent } from "mdast";
import type { QuestionKind } from "../../model/question.ts";
import type { BlockNode } from "../blocks/block.ts";

/** What is answered; the reader of its kind knows what else is in it. */
export interface QuestionBody {
  readonly kind: QuestionKind;
}

/** A question as it stands in its file. */
export interface QuestionSource<Body extends QuestionBody = QuestionBody> {
  readonly id: string;
  /** The node of its block; in the short form the one that was made for its section. */
  readonly node: BlockNode;
  /** The heading of the short form. */
  readonly heading: Heading | undefined;
  readonly prompt: readonly RootContent[];
  readonly body: Body;
  readonly hints: readonly BlockNode[];
  readonly explanation: BlockNode | undefined;
  /** Whether mistakes were found in it. */
  readonly flawed: boolean;
}
