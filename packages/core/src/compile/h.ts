import type { Element, ElementContent, Properties, Root } from "hast";

/** The properties of an element, by the names that hast has for them; of those that are undefined it has none. */
type Given = Readonly<Record<string, Properties[string]>>;

/** What an element holds: nodes, text, or lists of them. */
export type Child = ElementContent | Root | string | number | undefined | null | readonly Child[];

/**
 * Makes an element, as `h` of hastscript does from the name of a tag and the names that hast has for properties. Names that are
 * right need no looking up, which was a twentieth of what compiling an entry took. A node by itself stands in a list, since
 * attributes may be called `type`, too.
 */
export function h(
  tagName: string,
  first?: Given | string | number | readonly Child[],
  ...others: readonly Child[]
): Element {
  const element: Element = { type: "element", tagName, properties: {}, children: [] };
  if (typeof first === "object" && !isList(first)) {
    for (const name in first) {
      const value = first[name];
      if (value !== undefined && value !== null) element.properties[name] = value;
    }
  } else add(element.children, first);
  for (const child of others) add(element.children, child);
  return element;
}

function add(children: ElementContent[], child: Child): void {
  if (child === undefined || child === null) return;
  if (typeof child === "string" || typeof child === "number") children.push({ type: "text", value: String(child) });
  else if (isList(child)) for (const one of child) add(children, one);
  // What else a root may hold, a document type, is never drawn.
  else if (child.type === "root") add(children, child.children as ElementContent[]);
  else children.push(child);
}

function isList(given: unknown): given is readonly Child[] {
  return Array.isArray(given);
}
