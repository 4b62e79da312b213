import { fileStart } from "../../compile/position.ts";
import { error } from "../../compile/problem.ts";
import type { Rule } from "../rule.ts";

/** `no-scenes`: a scenario has something to decide. */
export const noScenes: Rule = function* ({ entries }) {
  for (const { file, scenes } of entries) {
    if (scenes === undefined || scenes.length > 0) continue;
    const hint = file.endsWith(".mdx")
      ? 'Write a first one: <Scene id="the-call">, what happens, its choices, </Scene>.'
      : "Rename this file from .md to .mdx, and write a first <Scene>.";
    yield { file, ...error("no-scenes", "This scenario has no scenes.", fileStart, hint) };
  }
};
