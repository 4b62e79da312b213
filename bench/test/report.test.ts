import { expect, test } from "vitest";
import { formatTable } from "../report.ts";

test("the table says figure, goal and verdict, and what could not be measured", () => {
  expect(
    formatTable([
      {
        name: "as fast as plain",
        value: 4.25,
        unit: "times",
        goal: { kind: "atLeast", value: 4 },
        basis: "10.0 s against 42.5 s",
      },
      { name: "memory", value: 1.2e9, unit: "bytes", goal: { kind: "atMost", value: 1e9 }, basis: "3 processes" },
      { name: "edit", value: 431.4, unit: "ms", goal: { kind: "atMost", value: 500 }, basis: "middle of 7" },
      { name: "page", error: "no browser" },
    ]),
  ).toBe(
    [
      "                  figure   goal       verdict       from",
      "as fast as plain  4.25×    ≥ 4.00×    met           10.0 s against 42.5 s",
      "memory            1.20 GB  ≤ 1.00 GB  MISSED        3 processes",
      "edit              431 ms   ≤ 500 ms   met           middle of 7",
      "page              -        -          not measured  no browser",
    ].join("\n"),
  );
});
