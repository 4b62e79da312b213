import { warning } from "../../compile/problem.ts";
import { addSpan } from "../../model/review-due.ts";
import type { Rule } from "../rule.ts";

/** `review-overdue`: an entry with `reviewEvery` was reviewed (else updated, else published) that recently. */
export const reviewOverdue: Rule = function* ({ entries, today }) {
  for (const { file, frontmatter } of entries) {
    const { reviewEvery, reviewed, updated, published, owner, status } = frontmatter;
    const last = reviewed ?? updated ?? published;
    if (reviewEvery === undefined || status !== "published") continue;
    if (last === undefined) {
      yield {
        file,
        ...warning(
          "review-overdue",
          "This entry says how often to review it, but not when that was last done.",
          { field: ["reviewEvery"] },
          "Read it, correct it, and write “reviewed: ” and the date.",
        ),
      };
      continue;
    }
    const due = addSpan(last, reviewEvery);
    if (due < today) {
      const who = owner === undefined ? "somebody" : owner;
      yield {
        file,
        ...warning(
          "review-overdue",
          `The review of this entry was due on ${due}.`,
          { field: [reviewed === undefined ? "reviewEvery" : "reviewed"] },
          `Have ${who} read it, and set “reviewed” to the date.`,
        ),
      };
    }
  }
};
