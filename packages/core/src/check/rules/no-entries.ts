import { fileStart } from "../../compile/position.ts";
import { error } from "../../compile/problem.ts";
import { contentPath } from "../content-path.ts";
import type { Rule } from "../rule.ts";

/** `no-entries`: an empty knowledge base is a mistake, not something to publish over the last one. */
export const noEntries: Rule = function* ({ located, config }) {
  if (located.length > 0) return;
  yield {
    file: "",
    ...error(
      "no-entries",
      "There are no entries in the content folder yet.",
      fileStart,
      `Write a first one: ${contentPath("lessons/first.md", config)}.`,
    ),
  };
};
