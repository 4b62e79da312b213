import type { Site } from "../site.ts";

/** Milliseconds that a query stands before it counts as what somebody meant to type. */
const settled = 1500;
const longest = 200;

let timer = 0;
let last = "";

/**
 * Tells the address that the site names for it, if it names one, what was looked for in vain: the query and the language,
 * nothing else. No cookie and no page goes with it, and what looks like a mail address or a number of a person is left out.
 */
export function reportMiss(query: string, { misses, locale }: Site): void {
  clearTimeout(timer);
  if (misses === undefined) return;
  const text = withoutPersonalData(query).slice(0, longest);
  if (text === "" || text === last) return;
  timer = window.setTimeout(() => {
    last = text;
    // A failure is no matter of the reader.
    fetch(misses, {
      method: "POST",
      mode: "same-origin",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      keepalive: true,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: text, locale }),
    }).catch(() => {});
  }, settled);
}

/** Takes back a report that has not been sent: something was found, or somebody types on. */
export function withdrawMiss(): void {
  clearTimeout(timer);
}

/** A query without mail addresses and without numbers of five digits or more, in any script. */
export function withoutPersonalData(query: string): string {
  return query
    .replace(/\S+[@＠]\S+/g, "…")
    .replace(/\+?\p{Nd}(?:[\s().-]*\p{Nd}){4,}/gu, "…")
    .trim();
}
