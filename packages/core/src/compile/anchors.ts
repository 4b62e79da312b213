import type { BlockNode } from "./blocks/block.ts";
import { firstLineRange } from "./node-range.ts";
import { error, type Problem } from "./problem.ts";
import type { Slugger } from "./slugger.ts";
import type { ReadBlock } from "./structure.ts";

/** Keeps the ids that authors gave to blocks from being taken by anything else. */
export function reserveIds(
  blocks: ReadonlyMap<BlockNode, ReadBlock>,
  slugger: Slugger,
  text: string,
): { readonly ids: readonly string[]; readonly problems: readonly Problem[] } {
  const seen = new Map<string, { readonly node: BlockNode; readonly name: string }>();
  const problems: Problem[] = [];
  for (const [node, { block, props }] of blocks) {
    if (typeof props.id !== "string") continue;
    const id = props.id.normalize("NFC");
    const first = seen.get(id);
    slugger.reserve(id);
    for (const further of block.furtherIds?.(props) ?? []) slugger.reserve(further);
    if (first === undefined) seen.set(id, { node, name: block.name });
    // Two questions of one id are told where questions are read.
    else if (first.name !== "Question" || block.name !== "Question") {
      const hint = "Give one of them another id.";
      problems.push({
        ...error("block-id", `Two blocks of this entry have the id “${id}”.`, firstLineRange(node, text), hint),
        related: [{ message: "The other block", place: firstLineRange(first.node, text) }],
      });
    }
  }
  return { ids: [...seen.keys()], problems };
}

/** Gives blocks the anchors that they ask for. */
export function readBlockAnchors(
  blocks: ReadonlyMap<BlockNode, ReadBlock>,
  slugger: Slugger,
): ReadonlyMap<BlockNode, readonly string[]> {
  const anchors = new Map<BlockNode, readonly string[]>();
  for (const [node, { block, props }] of blocks) {
    const wanted = block.anchors?.(props, node) ?? [];
    if (wanted.length > 0)
      anchors.set(
        node,
        wanted.map((one) => slugger.slug(one)),
      );
  }
  return anchors;
}
