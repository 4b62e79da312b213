import { fileStart } from "../../compile/position.ts";
import { error, warning } from "../../compile/problem.ts";
import type { Rule } from "../rule.ts";

/** `long-read`, `too-long`: an entry takes no more minutes than the configuration's budget. */
export const readingTime: Rule = function* ({ entries, config }) {
  const hint = "Split it: one question or one task an entry, linked to each other.";
  for (const { file, minutes } of entries) {
    if (minutes > config.budget.error) {
      yield {
        file,
        ...error(
          "too-long",
          `This entry takes ${minutes} minutes; the limit is ${config.budget.error}.`,
          fileStart,
          hint,
        ),
      };
    } else if (minutes > config.budget.warn) {
      yield {
        file,
        ...warning(
          "long-read",
          `This entry takes ${minutes} minutes; people have about ${config.budget.warn}.`,
          fileStart,
          hint,
        ),
      };
    }
  }
};
