import type { ElementContent } from "hast";
import type { BlockContent, PhrasingContent, RootContent } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import type { z } from "zod";
import type { ContentTexts } from "../../locale/en.ts";
import type { QuestionSource } from "../questions/question-source.ts";

/** A block in a parsed file. */
export type BlockNode = MdxJsxFlowElement | MdxJsxTextElement;

/** What a block is drawn from. */
export interface BlockContext {
  /** What the block holds, as hast. */
  readonly children: () => ElementContent[];
  /** Other content of the same file as hast. */
  readonly convert: (nodes: readonly (RootContent | BlockContent | PhrasingContent)[]) => ElementContent[];
  /** The built-in texts of the entry's locale. */
  readonly texts: ContentTexts;
  /** The question that the block is, where it is one. */
  readonly question: QuestionSource | undefined;
}

/** A block that authors may write in MDX: its props with their schema, and how it is drawn. */
export interface Block<Props extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly props: Props;
  /** The block that it must stand directly in. */
  readonly parent?: string;
  readonly render: (props: z.infer<Props>, context: BlockContext) => ElementContent[];
}

/** Types a block by its props. */
export function defineBlock<Props extends z.ZodObject>(block: Block<Props>): Block {
  // Props are parsed with the block's own schema before they are rendered.
  return block as unknown as Block;
}
