import type { ElementContent } from "hast";
import type { BlockContent, Nodes, PhrasingContent, RootContent } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import type { z } from "zod";
import type { ContentTexts } from "../../locale/texts.ts";
import type { Range } from "../../model/diagnostic.ts";
import type { Ref } from "../../model/types.ts";
import type { AddressUse } from "../links.ts";
import type { Problem } from "../problem.ts";
import type { QuestionSource } from "../questions/question-source.ts";
import type { ScenarioSource } from "../scenes.ts";

/** A block in a parsed file. */
export type BlockNode = MdxJsxFlowElement | MdxJsxTextElement;

/** What the content of a block is checked by. */
export interface BlockCheck {
  readonly node: BlockNode;
  /** What it holds, without comments. */
  readonly children: readonly RootContent[];
  /** Its first line. */
  readonly place: Range;
  /** What it stands in, from the root on; only valid during the call. */
  readonly ancestors: readonly Nodes[];
}

/** What a block of the site's own is drawn from, beside its props. */
export interface DrawContext {
  /** What the block holds, as hast. */
  readonly children: () => ElementContent[];
  /** The locale that the entry is written in: for words that the block adds. */
  readonly locale: string;
}

/** What a built-in block is drawn from. */
export interface BlockContext extends DrawContext {
  /** Other content of the same file as hast. */
  readonly convert: (nodes: readonly (RootContent | BlockContent | PhrasingContent)[]) => ElementContent[];
  /** The same for what stands on the page a second time: without ids, and without leading back from footnotes. */
  readonly repeat: BlockContext["convert"];
  /** The built-in texts of the entry's locale. */
  readonly texts: ContentTexts;
  /** The question that the block is, where it is one. */
  readonly question: QuestionSource | undefined;
  /** Ids of its own, one for each of its `anchors`. */
  readonly anchors: readonly string[];
  /** The level that a heading of the block's own has where it stands: 2 to 7, of which HTML has 6. */
  readonly level: number;
  /** The entry that it stands in. */
  readonly ref: Ref;
  /** The scenario whose entry the block stands in. */
  readonly scenario: ScenarioSource | undefined;
  /** Which way the entry's language is written. */
  readonly direction: "ltr" | "rtl";
  /** The URL that one of its `addresses` leads to. */
  readonly url: (href: string) => string;
  /** What a language calls itself: by the configuration, else as the world knows it. */
  readonly languageName: (locale: string) => string;
}

/** An address in a prop of a block. */
export interface BlockAddress {
  readonly prop: string;
  readonly href: string;
  readonly use: AddressUse;
}

/** What readers read of a block that stands in its props, around what it holds. */
export interface BlockText {
  readonly before?: string;
  readonly after?: string;
}

/** A block that authors may write in MDX: its props with their schema, and how it is drawn. */
export interface Block<Props extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  /** A prop `id` is the block's anchor, and no other's in the entry. */
  readonly props: Props;
  /** The blocks of which one must directly hold it; an inline block may stand anywhere within. */
  readonly parents?: readonly string[];
  /** Whether it stands within a sentence. Default: on lines of its own. */
  readonly inline?: boolean;
  /** Whether it holds nothing, and is written `<Name />`. */
  readonly empty?: boolean;
  /** Tells what is wrong with what it holds; called where its props are right. */
  readonly check?: (props: z.infer<Props>, content: BlockCheck) => Iterable<Problem>;
  /** Further ids that it draws, made of the one that its author gave it: nothing else on the page may have them. */
  readonly furtherIds?: (props: z.infer<Props>) => readonly string[];
  /** What links can lead to beside headings: the slug of each text becomes an anchor that nothing else has. */
  readonly anchors?: (props: z.infer<Props>, node: BlockNode) => readonly string[];
  /** The addresses in its props: checked, and their files published, like those of Markdown. */
  readonly addresses?: (props: z.infer<Props>) => readonly BlockAddress[];
  /** The text in its props, for search, `entry.text` and reading time. */
  readonly text?: (props: z.infer<Props>) => BlockText;
  /** Draws it; loaded only where such a block is drawn, if it needs a library for that. */
  readonly render: DrawBlock<z.infer<Props>> | { readonly load: () => Promise<DrawBlock<z.infer<Props>>> };
}

/** How a block is drawn. */
export type DrawBlock<Values = Readonly<Record<string, unknown>>> = (
  props: Values,
  context: BlockContext,
) => ElementContent[];

/** Types a built-in block by its props. */
export function defineBlock<Props extends z.ZodObject>(block: Block<Props>): Block {
  // Props are parsed with the block's own schema before they are rendered.
  return block as unknown as Block;
}

declare module "mdast" {
  interface Data {
    /** Of a block: the text in its props. */
    blockText?: BlockText;
  }
}
