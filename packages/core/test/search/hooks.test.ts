import { expect, test } from "vitest";
import { createMemorySearch } from "../../src/search/index.ts";
import { helpDesk } from "../support/search-records.ts";

test("vectors of meaning, where a program has them, order the hits", async () => {
  const embedded: string[] = [];
  const embed = async (texts: readonly string[]) => {
    embedded.push(...texts);
    return texts.map((text) => (/parcel|delivery/.test(text) ? [1, 0] : [0, 1]));
  };
  const question = "my parcel and my invoice";
  const plain = await createMemorySearch("en", helpDesk);
  const meant = await createMemorySearch("en", helpDesk, [], { embed });
  expect((await plain.search(question)).hits[0]?.ref).toBe("faq:invoice-copy");
  expect((await meant.search(question)).hits[0]?.ref).toBe("faq:shipping");
  expect(embedded).toContain(question);
});

test("an answer may be composed from the passages found, and cites them", async () => {
  const compose = async (question: string, passages: readonly { readonly text: string }[]) =>
    `To "${question}": ${passages.length > 1 ? "five days <soon> [1]" : ""}`;
  const answer = await (await createMemorySearch("en", helpDesk, [], { compose })).ask("how do i get a refund?");
  expect(answer).toMatchObject({
    found: true,
    text: 'To "how do i get a refund?": five days <soon> [1]',
    html: "<p>To &quot;how do i get a refund?&quot;: five days &lt;soon&gt; [1]</p>",
    citation: { ref: "faq:refund" },
  });
});

test.each([
  ["nothing", "Trust me."],
  ["what it was not given", "It is so [9]."],
  ["something made up beside what is there", "It is so [1], and so [12]."],
])("a composed answer that cites %s is not shown; the page's own words are", async (_, composed) => {
  const search = await createMemorySearch("en", helpDesk, [], { compose: async () => composed });
  expect(await search.ask("how do i get a refund?")).toMatchObject({ text: expect.stringMatching(/^Open the order/) });
});

test("nothing is composed for a question that no page answers", async () => {
  const compose = async () => Promise.reject(new Error("must not be called"));
  expect(await (await createMemorySearch("en", helpDesk, [], { compose })).ask("zebra xylophone")).toMatchObject({
    found: false,
  });
});
