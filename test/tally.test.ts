import { expect, test } from "vitest";
import { closingLine, sum, tallyStep, tallyVitest, type VitestReport } from "../scripts/support/tally.ts";

const report = (counts: Partial<VitestReport>): VitestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...counts,
});

test("every test counts one, and so does every other step", () => {
  const tally = sum([tallyStep(true), tallyVitest(report({ numPassedTests: 40 }), true)]);
  expect(closingLine(tally)).toBe("41 passed, 0 failed");
});

test("skipped tests are told", () => {
  expect(closingLine(tallyVitest(report({ numPassedTests: 2, numPendingTests: 1, numTodoTests: 1 }), true))).toBe(
    "2 passed, 0 failed, 2 skipped",
  );
});

test("a test file that does not load is a failure, although none of its tests ran", () => {
  const broken = report({ numPassedTests: 3, testResults: [{ status: "failed", assertionResults: [] }] });
  expect(closingLine(tallyVitest(broken, false))).toBe("3 passed, 1 failed");
});

test("a file is not counted beside its own failed tests", () => {
  const failed = report({
    numFailedTests: 1,
    testResults: [{ status: "failed", assertionResults: [{ status: "failed" }] }],
  });
  expect(closingLine(tallyVitest(failed, false))).toBe("0 passed, 1 failed");
});

test("a run that fails outside its tests, or leaves no report, is a failure", () => {
  expect(closingLine(tallyVitest(report({ numPassedTests: 3 }), false))).toBe("3 passed, 1 failed");
  expect(closingLine(tallyVitest(undefined, true))).toBe("0 passed, 1 failed");
});
