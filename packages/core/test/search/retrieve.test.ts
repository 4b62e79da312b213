import { expect, test } from "vitest";
import { createBase } from "../../src/search/base.ts";
import { memoryDriver } from "../../src/search/drivers/memory.ts";
import { planQuery } from "../../src/search/plan.ts";
import { retrieve } from "../../src/search/retrieve.ts";
import { buildSidecar } from "../../src/search/sidecar.ts";
import { allSteps } from "../../src/search/steps.ts";
import { searchRecord } from "../support/search-records.ts";

test("a page has a synonym of several words where it has them all", async () => {
  const records = [
    searchRecord({ id: "logo", title: "How do I add a logo?" }),
    searchRecord({ id: "money", title: "How do I add money?" }),
  ];
  const base = createBase(buildSidecar("en", records, [["deposit", "add money"]]).sidecar, [], allSteps);
  const plan = planQuery("deposit", base);
  const found = await retrieve(plan, memoryDriver("en", records), base);
  expect(Object.fromEntries(found.map(({ key, terms }) => [key, terms]))).toEqual({
    "/faqs/logo/": 0,
    "/faqs/money/": 1,
  });
});
