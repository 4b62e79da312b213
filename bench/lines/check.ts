import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { formatMs, type Line } from "../report.ts";
import { knowhow, type Sites } from "../sites.ts";

const parseOnly = fileURLToPath(new URL("../parse-only.ts", import.meta.url));

/** `knowhow check` of lessons it has never seen and once more, against what remark needs for parsing them alone. */
export async function checkLines(sites: Sites, entries: number): Promise<readonly Line[]> {
  const site = await sites.newSite(entries);
  const remark = await sites.run(`remark, parsing ${entries}`, {
    argv: [process.execPath, parseOnly, join(site.root, "content")],
  });
  const remarkMs = Number(remark.stdout);
  if (!(remarkMs > 0)) throw new Error(`${parseOnly} printed no time.`);
  const first = await sites.run(`knowhow check of ${entries}, first`, { argv: knowhow("check", "--root", site.root) });
  const second = await sites.run(`knowhow check of ${entries}, second`, {
    argv: knowhow("check", "--root", site.root),
  });
  const secondIsShort = second.wallMs <= 1000;
  return [
    {
      name: "first check: share of remark's parsing",
      value: first.wallMs / remarkMs,
      unit: "times",
      goal: { kind: "atMost", value: 1 / 6 },
      basis: `${formatMs(first.wallMs)} of ${formatMs(remarkMs)}`,
    },
    {
      name: secondIsShort ? "second check" : "second check: share of the first",
      ...(secondIsShort
        ? { value: second.wallMs, unit: "ms", goal: { kind: "atMost", value: 1000 } }
        : { value: second.wallMs / first.wallMs, unit: "times", goal: { kind: "atMost", value: 1 / 3 } }),
      basis: `${formatMs(second.wallMs)} after ${formatMs(first.wallMs)}`,
    },
  ];
}
