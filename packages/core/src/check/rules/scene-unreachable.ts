import { error } from "../../compile/problem.ts";
import type { Rule } from "../rule.ts";
import { type SceneGraph, sceneGraphs } from "../scene-graph.ts";

/** `scene-unreachable`: from its start, the choices of a scenario lead to each of its scenes. */
export const sceneUnreachable: Rule = function* ({ entries }) {
  for (const graph of sceneGraphs(entries)) {
    const reached = reachable(graph);
    if (reached === undefined) continue;
    for (const { id, place } of graph.scenes) {
      if (reached.has(id)) continue;
      const message = `No way leads from the start, “${graph.start?.id}”, to the scene “${id}”.`;
      const hint = `Let a choice lead there: <Choice to="${id}">; or delete the scene.`;
      yield { file: graph.file, ...error("scene-unreachable", message, place, hint) };
    }
  }
};

/** The scenes that can be reached; undefined where a choice or the start leads nowhere: that may be the way, and is told. */
function reachable({ start, byId }: SceneGraph): ReadonlySet<string> | undefined {
  if (start === undefined) return undefined;
  const reached = new Set([start.id]);
  // A set is walked through in the order in which things come into it, also while it is.
  for (const id of reached) {
    for (const { to } of byId.get(id)?.choices ?? []) reached.add(to);
  }
  const allLead = [...byId.values()].every(({ choices }) => choices.every(({ to }) => byId.has(to)));
  return allLead ? reached : undefined;
}
