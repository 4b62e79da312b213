import { formatBytes, formatMs, type Line } from "../report.ts";
import type { Sites } from "../sites.ts";

/** The cold build, search index included, against the plain site of the same lessons: time and memory. */
export async function buildLines(sites: Sites, entries: number): Promise<readonly Line[]> {
  const plain = await sites.plainCold(entries);
  const { measurement: own } = await sites.knowhowCold(entries);
  const time: Line = {
    name: "cold build: times as fast as plain",
    value: plain.wallMs / own.wallMs,
    unit: "times",
    goal: { kind: "atLeast", value: 4 },
    basis: `${formatMs(own.wallMs)} against ${formatMs(plain.wallMs)}`,
  };
  if (own.peakBytes === undefined || plain.peakBytes === undefined) return [time];
  return [
    time,
    {
      name: "cold build: peak memory",
      value: own.peakBytes,
      unit: "bytes",
      goal: { kind: "atMost", value: 1e9 },
      basis: `largest sum over ${own.processes} processes`,
    },
    {
      name: "cold build: memory, share of plain's",
      value: own.peakBytes / plain.peakBytes,
      unit: "times",
      goal: { kind: "atMost", value: 1 / 3 },
      basis: `${formatBytes(own.peakBytes)} of ${formatBytes(plain.peakBytes)}`,
    },
  ];
}
