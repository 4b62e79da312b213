import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { formatMs, type Line } from "../report.ts";
import { knowhow, type Sites } from "../sites.ts";

const parseOnly = fileURLToPath(new URL("../parse-only.ts", import.meta.url));

/**
 * `knowhow check` of lessons it has never seen and once more, against what remark needs for parsing them alone: as CommonMark,
 * and with the tables and task lists that the lessons have and `check` reads.
 */
export async function checkLines(sites: Sites, entries: number): Promise<readonly Line[]> {
  const site = await sites.newSite(entries);
  const content = join(site.root, "content");
  const parse = async (name: string, ...dialect: readonly string[]) => {
    const { stdout } = await sites.run(name, { argv: [process.execPath, parseOnly, content, ...dialect] });
    if (!(Number(stdout) > 0)) throw new Error(`${parseOnly} printed no time.`);
    return Number(stdout);
  };
  const remarkMs = await parse(`remark, parsing ${entries}`);
  const gfmMs = await parse(`remark with GFM, parsing ${entries}`, "gfm");
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
      name: "first check: share of remark's parsing with GFM",
      value: first.wallMs / gfmMs,
      unit: "times",
      goal: { kind: "atMost", value: 1 / 6 },
      basis: `${formatMs(first.wallMs)} of ${formatMs(gfmMs)}`,
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
