import { formatMs, type Line } from "../report.ts";
import type { Sites } from "../sites.ts";

/** What each further entry costs in a cold build when there are many, against when there are few. */
export async function scaleLines(sites: Sites): Promise<readonly Line[]> {
  const wallMs = async (entries: number) => (await sites.knowhowCold(entries)).measurement.wallMs;
  const [at1000, at5000, at10000] = [await wallMs(1000), await wallMs(5000), await wallMs(10_000)];
  const early = (at5000 - at1000) / 4000;
  const late = (at10000 - at5000) / 5000;
  return [
    {
      name: "time per further entry, 5,000 to 10,000 against 1,000 to 5,000",
      value: late / early,
      unit: "times",
      goal: { kind: "atMost", value: 1.2 },
      basis: `${late.toFixed(2)} ms against ${early.toFixed(2)} ms (${[at1000, at5000, at10000].map(formatMs).join(", ")})`,
    },
  ];
}
