import type { EntryFacts } from "../../compile/entry.ts";
import { error, mendedBy, type Problem } from "../../compile/problem.ts";
import { parseRef } from "../../knowledge/locate.ts";
import { checkTarget } from "../entry-target.ts";
import { findCycles, type PlacedRef } from "../find-cycles.ts";
import { meantRef, onlyMeantRef } from "../meant-ref.ts";
import type { CheckInput, Rule } from "../rule.ts";

/** `broken-ref`, `hidden-entry`, `faq-cycle`: what `<Faq of="…" />` shows is a FAQ for the same readers, and not the one that shows it. */
export const shownFaqs: Rule = function* (input) {
  for (const entry of input.entries) {
    const all = shownBy(entry);
    for (const shown of all.slice(0, mostFaqs)) {
      const problem = checkShown(shown, entry, input);
      if (problem !== undefined) yield { file: entry.file, ...problem };
    }
    const beyond = all[mostFaqs];
    if (beyond === undefined) continue;
    const message = `This entry shows more than ${mostFaqs} FAQs.`;
    const hint = "Split it, or link to them: nobody reads so many on one page.";
    yield { file: entry.file, ...error("block-content", message, beyond.place, hint) };
  }
  for (const { file, place, refs } of findCycles(input, shownByFaq)) {
    const alone = refs.length === 1;
    const message = alone ? "This FAQ shows itself." : `These FAQs show each other: ${[...refs, refs[0]].join(" → ")}.`;
    const hint = alone ? "Take it out." : "Take one of them out, or link to it instead.";
    yield { file, ...error("faq-cycle", message, place, hint) };
  }
};

/** Each answer stands on the page: more make one that no phone can show. */
const mostFaqs = 100;

const none: readonly PlacedRef[] = [];

function shownBy({ links }: EntryFacts): readonly PlacedRef[] {
  // Most entries show none.
  if (!links.some(({ use }) => use === "faq")) return none;
  return links.flatMap(({ use, href, place }) => (use === "faq" ? [{ ref: href, place }] : []));
}

function shownByFaq(entry: EntryFacts): readonly PlacedRef[] {
  return entry.location.type === "faq" ? shownBy(entry).filter(({ ref }) => parseRef(ref)?.type === "faq") : none;
}

function checkShown({ ref, place }: PlacedRef, entry: EntryFacts, { index, config }: CheckInput): Problem | undefined {
  const parsed = parseRef(ref);
  if (parsed === undefined) {
    const refs = index.refs().filter((one) => one.startsWith("faq:"));
    const problem = error("broken-ref", `“${ref}” is no ref.`, place, meantRef(ref, refs, "faq:refunds"));
    return mendedBy(problem, onlyMeantRef(ref, refs));
  }
  if (parsed.type !== "faq") {
    const hint = "Name a FAQ, for example faq:refunds; to lead to another entry, write a link.";
    return error("broken-ref", `“${ref}” is no FAQ.`, place, hint);
  }
  const checked = checkTarget(`faq:${parsed.id}`, entry, index, config, { code: "broken-ref", place });
  return "problem" in checked ? checked.problem : undefined;
}
