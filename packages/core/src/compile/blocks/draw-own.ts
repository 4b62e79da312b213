import type { Element, ElementContent } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";
import { entrySchema } from "../html-list.ts";
import type { Block, BlockText, DrawContext } from "./block.ts";
import type { OwnBlock } from "./own-block.ts";

/** A block of the site's own could not be drawn; what is wrong with its code, for the diagnostic at its place. */
export class DrawingFailure extends Error {
  override readonly name = "DrawingFailure";
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** Deeper trees are mistakes, or hold themselves. */
const mostLevels = 100;

/** A block of the site's own as the compiler draws it: whatever its code does, the outcome is content or a `DrawingFailure`. */
export function toBlock(own: OwnBlock, placeOf: (cause: Error) => string): Block {
  const { name, props, parents, inline, text, render, browser } = own;
  const schema = withElements(browser === undefined ? [] : [browser.element]);
  return {
    name,
    // Attributes that nobody reads are slips of the finger, unless the owner says otherwise.
    props: readAtOnce(props.def.catchall === undefined ? props.strict() : props),
    ...(parents === undefined ? {} : { parents }),
    ...(inline === undefined ? {} : { inline }),
    ...(text === undefined ? {} : { text: (values) => textOf(text, values, inline) }),
    render: (values, { children, locale }) => {
      // What the author wrote in the block has been checked as such.
      const content = new Set<unknown>();
      const context: DrawContext = {
        locale,
        children: () => {
          const nodes = children();
          for (const node of nodes) content.add(node);
          return nodes;
        },
      };
      const draw = () => {
        const said: unknown = text?.(values);
        // It is told as a drawing that comes later.
        if (said instanceof Promise) return said;
        if (said !== undefined && !isText(said)) throw new Error("what its “text” gives is none");
        return render(values, context);
      };
      const nodes = toContent(drawn(name, draw, placeOf), name, content, 0);
      for (const node of nodes) refuseUnsafe(node, name, content, schema);
      return nodes;
    },
  };
}

/** What entries may hold, custom elements of the site's own included. */
export function withElements(elements: readonly string[]): Schema {
  if (elements.length === 0) return entrySchema;
  return {
    ...entrySchema,
    tagNames: [...(entrySchema.tagNames ?? []), ...elements],
    attributes: { ...entrySchema.attributes, ...Object.fromEntries(elements.map((name) => [name, ["data*"]])) },
  };
}

/**
 * A schema for props that may be code: what zod begins to wait for has failed unheard before zod says that nobody waits.
 * Told that somebody does, it gives the promise back.
 */
function readAtOnce(props: OwnBlock["props"]): OwnBlock["props"] {
  const safeParse: typeof props.safeParse = (value, context) => {
    const waiting: unknown = props._zod.run({ value, issues: [] }, { async: true });
    if (!(waiting instanceof Promise)) return props.safeParse(value, context);
    waiting.catch(() => undefined);
    throw new Error("They are read at once, and a check of theirs is “async”.");
  };
  return Object.assign(Object.create(props), { safeParse });
}

/** What can be shown as text without losing anything. */
function isText(said: unknown): said is string | number {
  return typeof said === "string" || typeof said === "number";
}

/** A text that fails, or is none, is told where the block is drawn. */
function textOf(
  text: NonNullable<OwnBlock["text"]>,
  values: Parameters<OwnBlock["render"]>[0],
  inline = false,
): BlockText {
  try {
    const said: unknown = text(values);
    if (said instanceof Promise) said.catch(() => undefined);
    if (!isText(said)) return {};
    return inline ? { after: ` ${said}` } : { before: String(said) };
  } catch {
    return {};
  }
}

function drawn(name: string, draw: () => unknown, placeOf: (cause: Error) => string): unknown {
  try {
    return draw();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n", 1)[0] : String(cause);
    const place = cause instanceof Error ? placeOf(cause) : "";
    throw new DrawingFailure(
      `<${name}> failed while it was drawn: ${reason}`,
      place === "" ? undefined : `See ${place}.`,
    );
  }
}

/** Whatever `render` gave, as hast. */
function toContent(given: unknown, name: string, content: ReadonlySet<unknown>, level: number): ElementContent[] {
  if (level > mostLevels) throw new DrawingFailure(`<${name}> draws a tree that is too deep, or holds itself.`);
  if (given === undefined || given === null || given === false) return [];
  if (typeof given === "string" || typeof given === "number") return [{ type: "text", value: String(given) }];
  if (Array.isArray(given)) return given.flatMap((one: unknown) => toContent(one, name, content, level + 1));
  if (given instanceof Promise) {
    // Nobody waits for it, nor hears that it failed.
    given.catch(() => undefined);
    throw new DrawingFailure(
      `<${name}> draws later, and content is drawn at once.`,
      "Leave out “async”; what it waits for can be read at the top of the configuration.",
    );
  }
  if (isNode(given)) {
    if (content.has(given)) return [given as ElementContent];
    if (given.type === "root") return toContent(given.children ?? [], name, content, level + 1);
    if (given.type === "comment") return [];
    if (given.type === "text" && typeof given.value === "string") return [{ type: "text", value: given.value }];
    if (given.type === "raw") {
      throw new DrawingFailure(`<${name}> draws raw HTML, which nobody has checked.`, 'Make it with h("p", "…").');
    }
    if (given.type === "element" && typeof given.tagName === "string") {
      return [
        {
          type: "element",
          tagName: given.tagName,
          properties: typeof given.properties === "object" ? { ...given.properties } : {},
          children: toContent(given.children ?? [], name, content, level + 1),
        },
      ];
    }
  }
  const what = typeof given === "object" ? "an object" : `a ${typeof given}`;
  throw new DrawingFailure(`<${name}> draws ${what} that is no HTML tree.`, 'Make it with h("p", "…").');
}

interface AnyNode {
  readonly type: unknown;
  readonly tagName?: unknown;
  readonly value?: unknown;
  readonly properties?: Element["properties"];
  readonly children?: unknown;
}

function isNode(given: unknown): given is AnyNode {
  return typeof given === "object" && given !== null && "type" in given;
}

/** Sanitising would drop it without a word, and its maker would look for it in vain. */
function refuseUnsafe(node: ElementContent, name: string, content: ReadonlySet<unknown>, schema: Schema): void {
  if (node.type !== "element" || content.has(node)) return;
  // Where an element may stand is not asked here: it stands alone.
  const kept = sanitize({ ...node, children: [] }, { ...schema, ancestors: {} });
  const hint = "Pages hold data only: no code, styles or frames. What moves is the work of a custom element.";
  if (kept.type !== "element" || kept.tagName !== node.tagName) {
    throw new DrawingFailure(`<${name}> draws <${node.tagName}>, which pages cannot have.`, hint);
  }
  for (const [property, value] of Object.entries(node.properties)) {
    if (value === undefined || value === null || value === false || Number.isNaN(value)) continue;
    if (!Object.hasOwn(kept.properties, property)) {
      throw new DrawingFailure(`<${name}> draws “${property}” on <${node.tagName}>, which pages cannot have.`, hint);
    }
  }
  for (const child of node.children) refuseUnsafe(child, name, content, schema);
}
