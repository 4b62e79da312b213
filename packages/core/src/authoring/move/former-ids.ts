import { load } from "js-yaml";
import { cutFrontmatter } from "../../compile/frontmatter.ts";
import type { ResolvedConfig } from "../../config/schema.ts";
import { locate } from "../../knowledge/locate.ts";
import type { Ref } from "../../model/types.ts";
import type { ContentText } from "../content-text.ts";

/** The ids that entries once had, as refs, with the ref that each has now. Front matter with mistakes tells none. */
export function readFormerIds(texts: readonly ContentText[], config: ResolvedConfig): ReadonlyMap<string, Ref> {
  const former = new Map<string, Ref>();
  for (const { file, text } of texts) {
    const location = locate(file, config);
    const block = cutFrontmatter(text);
    if (location === undefined || block === undefined || !/^\s*["']?formerly\b/m.test(block.yaml)) continue;
    for (const id of listIn(block.yaml)) former.set(`${location.type}:${id.normalize("NFC")}`, location.ref);
  }
  return former;
}

function listIn(yaml: string): readonly string[] {
  try {
    const values: unknown = load(yaml);
    if (typeof values !== "object" || values === null || !("formerly" in values)) return [];
    const { formerly } = values;
    return (Array.isArray(formerly) ? formerly : [formerly]).filter((id) => typeof id === "string");
  } catch {
    return [];
  }
}
