import { error } from "../../compile/problem.ts";
import { didYouMean } from "../../compile/suggest.ts";
import type { Rule } from "../rule.ts";
import { sceneGraphs } from "../scene-graph.ts";

/** `broken-choice`: every choice leads to a scene of its scenario. */
export const brokenChoice: Rule = function* ({ entries }) {
  for (const { file, scenes, byId } of sceneGraphs(entries)) {
    for (const { to, place } of scenes.flatMap(({ choices }) => choices)) {
      if (byId.has(to)) continue;
      const hint = didYouMean(to, [...byId.keys()]) ?? `Write the scene: <Scene id="${to}">.`;
      yield { file, ...error("broken-choice", `There is no scene “${to}” for this choice to lead to.`, place, hint) };
    }
  }
};
