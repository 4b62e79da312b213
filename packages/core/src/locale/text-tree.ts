import type { Plural } from "./texts.ts";

/** A text, in a form for each number where it depends on one. */
export type Text = string | Plural;

/** Texts in groups. */
export interface TextTree {
  readonly [key: string]: Text | TextTree;
}

/** A text, and the keys that lead to it. */
export interface TextLeaf {
  readonly path: readonly string[];
  readonly text: Text;
}

/** Whether it is one text, not a group of them: no group has a text called `other`. */
export function isText(node: Text | TextTree): node is Text {
  return typeof node === "string" || typeof node.other === "string";
}

/** Every text of a tree, in its order. */
export function textLeaves(tree: TextTree, above: readonly string[] = []): readonly TextLeaf[] {
  return Object.entries(tree).flatMap(([key, node]) => {
    const path = [...above, key];
    return isText(node) ? [{ path, text: node }] : textLeaves(node, path);
  });
}

/** The text or group at the end of a path; undefined where there is none. */
export function textAt(tree: TextTree | undefined, path: readonly string[]): Text | TextTree | undefined {
  let node: Text | TextTree | undefined = tree;
  for (const key of path) {
    if (node === undefined || typeof node === "string" || !Object.hasOwn(node, key)) return undefined;
    node = (node as TextTree)[key]; // The forms of a text are texts by name, too.
  }
  return node;
}

/** The names of the places in a text that are filled in: `Step {step} of {steps}` has `step` and `steps`. */
export function placesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))];
}

/** Makes a tree of the same shape of what `change` makes of each text; groups of which nothing stays are left out. */
export function mapTexts(
  tree: TextTree,
  change: (leaf: TextLeaf) => Text | undefined,
  above: readonly string[] = [],
): TextTree {
  const changed: Record<string, Text | TextTree> = {};
  for (const [key, node] of Object.entries(tree)) {
    const path = [...above, key];
    const made = isText(node) ? change({ path, text: node }) : mapTexts(node, change, path);
    if (typeof made === "string" || (made !== undefined && Object.keys(made).length > 0)) changed[key] = made;
  }
  return changed;
}
