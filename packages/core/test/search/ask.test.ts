import { describe, expect, test } from "vitest";
import { createMemorySearch } from "../../src/search/index.ts";
import { helpDesk, searchRecord } from "../support/search-records.ts";

const desk = await createMemorySearch("en", helpDesk);

describe("a question that the base answers", () => {
  test("gets a FAQ's own answer, with its source and other pages", async () => {
    const answer = await desk.ask("how do i get a refund?");
    expect(answer).toMatchObject({
      found: true,
      text: "Open the order and press Refund. The money arrives within five days.",
      html: "<p>Open the order and press Refund. The money arrives within five days.</p>",
      citation: { ref: "faq:refund", url: "/faqs/refund/" },
    });
    expect(answer.confidence).toBeGreaterThan(0.8);
  });

  test("gets the first sentences of a FAQ without a short answer", async () => {
    expect(await desk.ask("i forgot my password")).toMatchObject({
      text: expect.stringMatching(/^Choose Forgot password/),
    });
  });

  test("gets the passage of a lesson that says most", async () => {
    expect(await desk.ask("export a report")).toMatchObject({
      citation: { ref: "lesson:crm/export", anchor: "steps" },
      text: expect.stringContaining("choose Export"),
    });
  });

  test("gets the passage under the heading that asks it, as surely as from a FAQ", async () => {
    const lesson = searchRecord({
      id: "returns",
      type: "lesson",
      title: "Part 7",
      sections: [
        { anchor: "when", heading: "When can a customer send something back?", text: "Within 14 days of delivery." },
        { anchor: "who", heading: "Who pays the postage for it?", text: "We do. The label is in the parcel." },
      ],
    });
    const answer = await (await createMemorySearch("en", [lesson, ...helpDesk])).ask("who pays for the postage");
    expect(answer).toMatchObject({
      found: true,
      text: "We do. The label is in the parcel.",
      citation: { url: "/lessons/returns/#who", heading: "Who pays the postage for it?" },
    });
    expect(answer.confidence).toBeGreaterThan(0.6);
  });

  test("gets an answer that is safe in a page", async () => {
    const hostile = searchRecord({ id: "x", title: "What is a script tag?", answer: `<script>alert("1")</script>` });
    const answer = await (await createMemorySearch("en", [hostile, ...helpDesk])).ask("what is a script tag?");
    expect(answer).toMatchObject({ html: "<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</p>" });
  });
});

describe("a question that the base does not answer", () => {
  test("is declined, with the nearest pages", async () => {
    const answer = await desk.ask("who won the world cup in the year of the long delivery strike?");
    expect(answer).toMatchObject({
      found: false,
      nearest: expect.arrayContaining([expect.objectContaining({ ref: "faq:shipping" })]),
    });
    expect(answer.confidence).toBeLessThan(0.5);
  });

  test("is declined where the word is unknown that it is about, whatever else it shares with a page", async () => {
    const locked = searchRecord({
      id: "locked",
      title: "My account is locked. How do I get back in?",
      answer: "Wait.",
    });
    const base = await createMemorySearch("en", [locked, ...helpDesk]);
    expect(await base.ask("how do i get my umbrella back")).toMatchObject({
      found: false,
      nearest: expect.arrayContaining([expect.objectContaining({ ref: "faq:locked" })]),
    });
    expect(await base.ask("my account is locked, how do i get in")).toMatchObject({ found: true, text: "Wait." });
  });

  test("is not answered by a practice question, which asks the same", async () => {
    const asked = searchRecord({
      id: "quiz",
      type: "question",
      title: "Who waters the plants in the hall?",
      sections: [{ text: "The gardener\nThe front desk" }],
    });
    const only = await createMemorySearch("en", [asked]);
    expect(await only.ask("who waters the plants in the hall", { threshold: 0 })).toMatchObject({
      found: false,
      confidence: 0,
      nearest: [{ type: "question" }],
    });
    const told = searchRecord({
      id: "plants",
      title: "Plants in the hall",
      type: "lesson",
      sections: [{ text: "Tom." }],
    });
    const both = await createMemorySearch("en", [asked, told, ...helpDesk]);
    expect(await both.ask("who waters the plants in the hall", { threshold: 0 })).toMatchObject({
      found: true,
      citation: { ref: "lesson:plants" },
    });
  });

  test("is not answered by a page that says nothing itself, such as a quiz without an opening", async () => {
    const quiz = searchRecord({ id: "refunds", type: "quiz", title: "Check refunds", sections: [] });
    const lesson = searchRecord({
      id: "refunds",
      type: "lesson",
      title: "Give refunds",
      sections: [{ text: "Press Refund." }],
    });
    const only = await createMemorySearch("en", [quiz]);
    expect(await only.ask("check refunds", { threshold: 0 })).toMatchObject({
      found: false,
      nearest: [{ ref: "quiz:refunds" }],
    });
    const both = await createMemorySearch("en", [quiz, lesson]);
    expect(await both.ask("check refunds", { threshold: 0 })).toMatchObject({ found: true, text: "Press Refund." });
  });

  test("leads to the page that asks the same, also where that shows a film and says nothing", async () => {
    const film = searchRecord({
      id: "refunds",
      type: "faq",
      title: "How do I give refunds?",
      sections: [{ text: "" }],
    });
    const search = await createMemorySearch("en", [film]);
    expect(await search.ask("how do I give refunds")).toMatchObject({ found: true, citation: { ref: "faq:refunds" } });
  });

  test("is declined with nothing where nothing is near", async () => {
    expect(await desk.ask("zebra xylophone")).toEqual({ found: false, confidence: 0, nearest: [] });
  });

  test("may be answered all the same, by whoever wants less to be sure", async () => {
    expect(await desk.ask("delivery strike", { threshold: 0 })).toMatchObject({
      found: true,
      citation: { ref: "faq:shipping" },
    });
  });
});

test("a word that the site's synonyms know casts no doubt, an everyday one some, a slip and an unknown word the most", async () => {
  const base = await createMemorySearch("en", helpDesk, [["refund", "chargeback"]]);
  const surenessOf = async (question: string) => (await base.ask(question)).confidence;
  const own = await surenessOf("how do i get a chargeback");
  const everyday = await surenessOf("how do i get a reimbursement");
  const unknown = await surenessOf("how do i get a zebra");
  expect(own).toBeGreaterThan(everyday);
  expect(everyday).toBeGreaterThan(unknown);
});

test("the surer the better the question fits", async () => {
  const confidences = [];
  for (const question of [
    "how do i get a refund?",
    "refund of something",
    "the refund policy of the zebra company in detail",
  ]) {
    confidences.push((await desk.ask(question)).confidence);
  }
  expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
});
