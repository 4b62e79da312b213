import { error } from "../../compile/problem.ts";
import { didYouMean } from "../../compile/suggest.ts";
import type { Rule } from "../rule.ts";
import { sceneGraphs } from "../scene-graph.ts";

/** `scenario-start`: the scene that a scenario says it begins with is there. */
export const scenarioStart: Rule = function* ({ entries }) {
  for (const { file, byId, namedStart, start } of sceneGraphs(entries)) {
    // A scenario without scenes has no start either, which is told as such.
    if (namedStart === undefined || start !== undefined || byId.size === 0) continue;
    const hint = didYouMean(namedStart, [...byId.keys()]) ?? "Write the id of a scene, or leave “start” out.";
    yield {
      file,
      ...error("scenario-start", `There is no scene “${namedStart}” to begin with.`, { field: ["start"] }, hint),
    };
  }
};
