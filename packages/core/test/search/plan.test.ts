import { describe, expect, test } from "vitest";
import { createBase } from "../../src/search/base.ts";
import { readPhrases } from "../../src/search/phrases.ts";
import { planQuery } from "../../src/search/plan.ts";
import { buildSidecar } from "../../src/search/sidecar.ts";
import { allSteps } from "../../src/search/steps.ts";
import { helpDesk, searchRecord, vietnameseDesk } from "../support/search-records.ts";

const synonyms = [["refund", "chargeback", "money back"]];
const base = createBase(buildSidecar("en", helpDesk, synonyms).sidecar, [], allSteps);
const plan = (query: string) => planQuery(query, base);

describe("a plan", () => {
  test("takes a question apart into words, each once, telling words before stop words", () => {
    const { terms } = plan("how do I get the refund, the refund?");
    const weights = new Map(terms.map((term) => [term.alternatives[0]?.words[0], term.weight]));
    expect([...weights.keys()]).toEqual(["how", "do", "i", "get", "the", "refund"]);
    expect(weights.get("refund")).toBeGreaterThan(weights.get("the") ?? 0);
  });

  test("offers the query with its words corrected, the rest as typed", () => {
    expect(plan("Where is my invoce (PDF)?").correctedQuery).toBe("Where is my invoice (PDF)?");
    expect(plan("Where is my invoice?").correctedQuery).toBeUndefined();
  });

  test("writes a corrected word as the site does", () => {
    const desk = createBase(buildSidecar("vi", vietnameseDesk).sidecar, [], allSteps);
    expect(planQuery("khoanr", desk).correctedQuery).toBe("khoản");
  });

  test("looks for a site's synonyms too, also for phrases", () => {
    const meant = (query: string) =>
      plan(query).terms.flatMap((term) => term.alternatives.map(({ words }) => words.join(" ")));
    expect(meant("refunds")).toEqual(expect.arrayContaining(["refunds", "money back"]));
    expect(meant("my money back")).toContain("refund");
    expect(meant("money for nothing")).not.toContain("refund");
  });

  test("takes a word for no slip that the site's synonyms know, and looks only for synonyms that the site uses", () => {
    const { correctedQuery, terms } = plan("chargeback");
    expect(correctedQuery).toBeUndefined();
    expect(terms[0]?.alternatives.map(({ words }) => words.join(" "))).toEqual(["chargeback", "refund", "money back"]);
    const other = createBase(buildSidecar("en", helpDesk, [["reporter", "journalist"]]).sidecar, [], allSteps);
    expect(planQuery("reporter", other).terms[0]?.alternatives.map(({ words }) => words.join(" "))).not.toContain(
      "journalist",
    );
  });

  test("corrects a slip in a synonym that no page has", () => {
    expect(plan("chargebak").correctedQuery).toBe("chargeback");
  });

  test("corrects a slip in a phrase that is a synonym, whose words no page has", () => {
    const site = createBase(
      buildSidecar("en", [searchRecord({ id: "refund", title: "Can a customer get a refund?" })], synonyms).sidecar,
      [],
      allSteps,
    );
    const { correctedQuery, terms } = planQuery("how do i get my mony back", site);
    expect(correctedQuery).toBe("how do i get my money back");
    expect(terms.flatMap((term) => term.alternatives.map(({ words }) => words.join(" ")))).toContain("refund");
    expect(planQuery("my money", site).correctedQuery).toBeUndefined();
  });

  test("looks for the common word too where somebody types a slip that stands on one page", () => {
    const records = [
      searchRecord({ id: "typed", title: "They type mony" }),
      ...Array.from({ length: 9 }, (_, number) => searchRecord({ id: `${number}`, title: `Money ${number}` })),
    ];
    const { correctedQuery, terms } = planQuery("mony", createBase(buildSidecar("en", records).sidecar, [], allSteps));
    expect(correctedQuery).toBeUndefined();
    expect(terms[0]?.alternatives.map(({ words }) => words[0])).toEqual(["money", "mony"]);
  });

  test("keeps what stands between quotation marks together", () => {
    expect(plan('the "working days" of parcels').phrases).toEqual([["working days"]]);
    expect(plan('"working days" "working days"').phrases).toEqual([["working days"]]);
    const pasted = Array.from({ length: 100 }, (_, i) => `"${"the ".repeat(i + 1)}invoice"`).join(" ");
    expect(plan(pasted).phrases).toHaveLength(8);
    expect(readPhrases("„ein Wort“ und «zwei Worte»").phrases).toEqual(["ein Wort", "zwei Worte"]);
    expect(readPhrases('only one " mark')).toEqual({ text: 'only one " mark', phrases: [] });
  });

  test("of pasted text keeps the words that tell most", () => {
    const { terms } = plan(`${"lorem ipsum dolor sit amet ".repeat(400)} refund`);
    expect(terms.length).toBeLessThanOrEqual(32);
    expect(plan(Array.from({ length: 200 }, (_, index) => `word${index}`).join(" ")).terms).toHaveLength(32);
  });

  test("of nothing is empty", () => {
    for (const query of ["", "   ", "?!…", "🎉"]) expect(plan(query)).toEqual({ terms: [], phrases: [] });
  });
});
