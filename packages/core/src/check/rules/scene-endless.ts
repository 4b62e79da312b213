import { error } from "../../compile/problem.ts";
import type { SceneFact } from "../../compile/scenes.ts";
import type { Rule } from "../rule.ts";
import { type SceneGraph, sceneGraphs } from "../scene-graph.ts";

/** `scene-endless`: from every scene of a scenario an ending, a scene without choices, can be reached. */
export const sceneEndless: Rule = function* ({ entries }) {
  for (const graph of sceneGraphs(entries)) {
    const [first, ...others] = withoutEnding(graph);
    if (first === undefined) continue;
    const never = others.length + 1 === graph.scenes.length;
    const message = never
      ? "This scenario never ends: each of its scenes leads on."
      : `From the scene “${first.id}” no ending can be reached.`;
    const hint = never
      ? "Write an ending: a scene without choices."
      : "Let one of its choices lead out of the circle, or to a scene without choices.";
    yield {
      file: graph.file,
      ...error("scene-endless", message, first.place, hint),
      ...(never || others.length === 0
        ? {}
        : { related: others.map(({ place }) => ({ message: "Nor from this scene", place })) }),
    };
  }
};

/** The scenes from which no ending can be reached. A choice that leads nowhere counts as one that might. */
function withoutEnding({ scenes, byId }: SceneGraph): readonly SceneFact[] {
  const from = new Map<string, string[]>();
  const ending = new Set<string>();
  for (const { id, choices } of scenes) {
    if (choices.length === 0 || choices.some(({ to }) => !byId.has(to))) ending.add(id);
    for (const { to } of choices) {
      const before = from.get(to);
      if (before === undefined) from.set(to, [id]);
      else before.push(id);
    }
  }
  // A set is walked through in the order in which things come into it, also while it is.
  for (const id of ending) {
    for (const before of from.get(id) ?? []) ending.add(before);
  }
  return scenes.filter(({ id }) => !ending.has(id));
}
