import type { EntryFacts } from "../compile/entry.ts";
import type { SceneFact } from "../compile/scenes.ts";

/** How the scenes of a scenario hang together. */
export interface SceneGraph {
  readonly file: string;
  readonly byId: ReadonlyMap<string, SceneFact>;
  readonly scenes: readonly SceneFact[];
  /** What the front matter says; undefined where the first scene is the start. */
  readonly namedStart: string | undefined;
  /** Where the scenario begins: undefined where the named scene is not there, or there are none. */
  readonly start: SceneFact | undefined;
}

/** The scenarios among entries whose scenes could all be read. */
export function* sceneGraphs(entries: readonly EntryFacts[]): Generator<SceneGraph> {
  for (const { file, frontmatter, scenes } of entries) {
    if (scenes === undefined) continue;
    const byId = new Map<string, SceneFact>();
    for (const scene of scenes) if (!byId.has(scene.id)) byId.set(scene.id, scene);
    const namedStart = "start" in frontmatter ? frontmatter.start?.normalize("NFC") : undefined;
    const start = namedStart === undefined ? scenes[0] : byId.get(namedStart);
    yield { file, byId, scenes: [...byId.values()], namedStart, start };
  }
}
