import { fileStart } from "../../compile/position.ts";
import { error } from "../../compile/problem.ts";
import type { Rule } from "../rule.ts";

/** `no-entries`: an empty knowledge base is a mistake, not something to publish over the last one. */
export const noEntries: Rule = function* ({ located }) {
  if (located.length > 0) return;
  yield {
    file: "",
    ...error(
      "no-entries",
      "There are no entries in the content folder yet.",
      fileStart,
      "Write a first one: lessons/first.md.",
    ),
  };
};
