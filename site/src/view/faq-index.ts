import type { EntrySummary } from "@knowhow/core";
import { slugsOf } from "./slugs.ts";

type Faq = EntrySummary<"faq">;

/** FAQs of one category, in their order. */
export interface FaqGroup {
  readonly name: string;
  /** The anchor of the category on the index. */
  readonly anchor: string;
  readonly faqs: readonly Faq[];
}

/** Brings the FAQs of a category together. Categories come in the order of their first FAQ; FAQs without one come last. */
export function byCategory(faqs: readonly Faq[]): readonly Faq[] {
  const groups = Map.groupBy(faqs, ({ category }) => category);
  const none = groups.get(undefined) ?? [];
  groups.delete(undefined);
  return [...[...groups.values()].flat(), ...none];
}

/**
 * Groups FAQs that are ordered by category.
 *
 * @param rest - The name of the group of FAQs without a category.
 */
export function groupByCategory(faqs: readonly Faq[], rest: string): readonly FaqGroup[] {
  const groups = [...Map.groupBy(faqs, ({ category }) => category ?? rest)];
  const slugs = slugsOf(groups.map(([name]) => name));
  return groups.map(([name, members]) => ({ name, anchor: `category-${slugs.get(name)}`, faqs: members }));
}

/** The anchor of a FAQ on the index. */
export function faqAnchor(id: string): string {
  return `faq-${id.replaceAll(/\s/g, "-")}`;
}
