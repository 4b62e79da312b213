import type { ElementContent, Root } from "hast";
import type { z } from "zod";
import type { DrawContext } from "./block.ts";

/** What `render` of a block may give: hast, as `h` makes it, or text; `undefined`, `null` and `false` draw nothing. */
export type Drawn = ElementContent | Root | string | number | false | undefined | null | readonly Drawn[];

/** A block that a site adds to the built-in ones, in `blocks` of `knowhow.config.ts`. */
export interface OwnBlock<Props extends z.ZodObject = z.ZodObject> {
  /** The name of its tag, with a capital: `Price`. */
  readonly name: string;
  /** Its attributes, as a zod object; others are errors. */
  readonly props: Props;
  /** The blocks of which one must directly hold it; an inline block may stand anywhere within. Default: it stands anywhere. */
  readonly parents?: readonly string[] | undefined;
  /** Whether it stands within a sentence. Default: on lines of its own. */
  readonly inline?: boolean | undefined;
  /** What readers read of it that is in its props, for search and `entry.text`; what it holds is found anyway. */
  readonly text?: ((props: z.output<Props>) => string) | undefined;
  /**
   * Draws it, when the site is built. What comes out is sanitised like all content: no scripts, no styles, no frames.
   * A page is drawn once and kept, so that the same props have to give the same.
   */
  readonly render: (props: z.output<Props>, context: DrawContext) => Drawn;
  /** What moves in the reader's browser; without it, the block is what `render` has drawn. */
  readonly browser?: OwnElement | undefined;
}

/** A custom element, and the module that makes it one. */
export interface OwnElement {
  /** The name of the element that `render` draws: `acme-price`. It takes `data-` attributes. */
  readonly element: string;
  /** The module that calls `customElements.define`, relative to the root; loaded only by pages with such an element. */
  readonly module: string;
}

/**
 * Types a block by its props.
 *
 * @example
 * defineBlock({
 *   name: "Price",
 *   props: z.object({ amount: z.number() }),
 *   render: ({ amount }) => h("strong", `€${amount.toFixed(2)}`),
 * });
 */
export function defineBlock<Props extends z.ZodObject>(block: OwnBlock<Props>): OwnBlock {
  // Props are parsed with the block's own schema before they are rendered.
  return block as unknown as OwnBlock;
}
