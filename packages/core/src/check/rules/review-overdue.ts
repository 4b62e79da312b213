import { warning } from "../../compile/problem.ts";
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

/** The day that lies a span (`90d`, `6mo`) after another; a day that a month lacks becomes its last. */
export function addSpan(day: string, span: string): string {
  const [, count = "0", unit] = /^(\d+)(d|w|mo|y)$/.exec(span) ?? [];
  const date = new Date(`${day}T00:00:00Z`);
  const n = Number(count);
  if (unit === "d" || unit === "w") date.setUTCDate(date.getUTCDate() + n * (unit === "w" ? 7 : 1));
  else {
    const dayOfMonth = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + n * (unit === "y" ? 12 : 1));
    const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(dayOfMonth, lastDay));
  }
  return date.toISOString().slice(0, 10);
}
