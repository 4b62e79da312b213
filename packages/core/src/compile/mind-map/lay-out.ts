import { type HierarchyNode, hierarchy, tree } from "d3-hierarchy";
import { balanceText, measureText } from "./measure-text.ts";
import type { Topic } from "./topic.ts";

/** Sizes of a map, in its own units: 16 are the size of its text. */
export const sizes = { text: 16, line: 21, padX: 11, padY: 7 } as const;

/** The widest that the text of a box gets, and the room between boxes. */
const widest = 176;
const betweenColumns = 40;
const betweenSiblings = 10;
const betweenCousins = 20;

/** A topic with its place: the box that it is drawn in. */
export interface PlacedTopic {
  readonly lines: readonly string[];
  readonly href?: string;
  /** 0 for the one in the middle. */
  readonly depth: number;
  /** Which of the main branches it belongs to, from 0; -1 for the one in the middle. */
  readonly branch: number;
  /** The left upper corner of its box. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The place of the topic that it branches off, in the same list. */
  readonly parent: number | undefined;
}

/** A map laid out: its topics as they are read, each after the one that it branches off, and how large all of it is. */
export interface MindMapLayout {
  readonly topics: readonly PlacedTopic[];
  readonly width: number;
  readonly height: number;
}

interface Box {
  readonly topic: Topic;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Lays out a map as a tidy tree, its middle at the side where reading begins. */
export function layOut(middle: Topic, direction: "ltr" | "rtl"): MindMapLayout {
  const root = hierarchy<Topic>(middle, ({ topics }) => topics);
  const boxes = new Map(root.descendants().map((node) => [node, boxOf(node.data)]));
  const boxAt = (node: typeof root): Box => boxes.get(node) ?? boxOf(node.data);
  // The library lays trees out downwards: its x is this map's y. A size of 1 makes its distances those of the separation.
  const placed = tree<Topic>()
    .nodeSize([1, 1])
    .separation((a, b) => {
      const gap = a.parent === b.parent ? betweenSiblings : betweenCousins;
      return (boxAt(a).height + boxAt(b).height) / 2 + gap;
    })(root);

  const nodes = placed.descendants();
  const columns: number[] = [];
  for (const node of nodes) columns[node.depth] = Math.max(columns[node.depth] ?? 0, boxAt(node).width);
  const starts = columns.map((_, depth) =>
    columns.slice(0, depth).reduce((sum, width) => sum + width + betweenColumns, 0),
  );
  const width = (starts.at(-1) ?? 0) + (columns.at(-1) ?? 0);
  const top = Math.min(...nodes.map((node) => node.x - boxAt(node).height / 2));
  const bottom = Math.max(...nodes.map((node) => node.x + boxAt(node).height / 2));

  const order = inReadingOrder(placed);
  const places = new Map(order.map((node, i) => [node, i]));
  return {
    width: round(width),
    height: round(bottom - top),
    topics: order.map((node): PlacedTopic => {
      const box = boxAt(node);
      const start = starts[node.depth] ?? 0;
      return {
        lines: box.lines,
        ...(box.topic.href === undefined ? {} : { href: box.topic.href }),
        depth: node.depth,
        branch: branchOf(node),
        x: round(direction === "rtl" ? width - start - box.width : start),
        y: round(node.x - box.height / 2 - top),
        width: box.width,
        height: box.height,
        parent: node.parent === null ? undefined : places.get(node.parent),
      };
    }),
  };
}

/** Which of the main branches a topic belongs to; -1 for the one in the middle. */
function branchOf(node: HierarchyNode<Topic>): number {
  const path = node.ancestors();
  const [main, middle] = [path.at(-2), path.at(-1)];
  return main === undefined ? -1 : (middle?.children?.indexOf(main) ?? -1);
}

function inReadingOrder<N extends { readonly children?: N[] | undefined }>(node: N): readonly N[] {
  return [node, ...(node.children ?? []).flatMap((child) => inReadingOrder(child))];
}

function boxOf(topic: Topic): Box {
  const lines = balanceText(topic.label, sizes.text, widest);
  const text = Math.max(...lines.map((line) => measureText(line, sizes.text)));
  return {
    topic,
    lines,
    width: round(text + 2 * sizes.padX),
    height: lines.length * sizes.line + 2 * sizes.padY,
  };
}

/** Whole units: the same bytes whatever the machine rounds like, and shorter ones. */
function round(value: number): number {
  return Math.round(value);
}
