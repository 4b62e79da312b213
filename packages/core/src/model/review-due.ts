import type { EntrySummary } from "./entry.ts";

/**
 * The day on which the next review of an entry is due, `2026-01-31`: its last one (else its last change, else its first day)
 * and `reviewEvery`; undefined where the entry does not tell both.
 */
export function reviewDue(
  entry: Pick<EntrySummary, "reviewed" | "updated" | "published" | "reviewEvery">,
): string | undefined {
  const last = entry.reviewed ?? entry.updated ?? entry.published;
  return last === undefined || entry.reviewEvery === undefined ? undefined : addSpan(last, entry.reviewEvery);
}

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
