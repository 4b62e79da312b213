// Some of it runs in the page, whichever package has the test.
/// <reference lib="dom" />

import axe from "axe-core";
import type { Page } from "playwright-core";

const conformance = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Checks the page as it stands against WCAG 2.2 AA and axe's best practices.
 *
 * @returns One line per faulty element, `rule (impact): what is wrong | selector | how to see it fixed`; empty when all is well.
 */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  await settleAnimations(page);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (tags) => (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: tags, resultTypes: ["violations"] }),
    conformance,
  );
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map((node) => {
      const advice = (node.failureSummary ?? "").replaceAll(/\s+/g, " ").trim();
      return `${id} (${impact}): ${help} | ${node.target.join(" ")} | ${advice}`;
    }),
  );
}

// Colours in the middle of a transition have contrasts that no reader gets to see.
async function settleAnimations(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
    }
  });
}
