import { describe, expect, test } from "vitest";
import { createMemorySearch, createSearch, memoryDriver } from "../../src/search/index.ts";
import { buildSidecar } from "../../src/search/sidecar.ts";
import { helpDesk, searchRecord, vietnameseDesk } from "../support/search-records.ts";

const desk = await createMemorySearch("en", helpDesk, [["delivery", "shipping", "dispatch"]]);
const found = async (query: string, options = {}) => (await desk.search(query, options)).hits.map(({ id }) => id);

test("whoever asks for more gets the same first, and what matches less behind it", async () => {
  const subjects = ["invoice", "report", "account", "order", "parcel", "password", "refund"];
  const records = Array.from({ length: 90 }, (_, i) => {
    const [one, two, three] = [i % 7, (i * 3) % 5, (i * 5) % 6].map((at) => subjects[at] ?? "");
    const text = `${`${one} `.repeat((i % 4) + 1)}${two} and the ${three}. ${"Other words stand here. ".repeat(i % 9)}`;
    return searchRecord({
      id: `page-${i}`,
      title: i % 3 === 0 ? `The ${three} of page ${i}` : `Page ${i}`,
      sections: [{ text }],
    });
  });
  const many = await createMemorySearch("en", records);
  const ask = async (limit: number) => (await many.search("invoice of an order", { limit })).hits;
  const all = await ask(90);
  for (const limit of [1, 10, 24, 25, 60]) expect(await ask(limit)).toEqual(all.slice(0, limit));
  expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).toSorted((a, b) => b - a));
  expect(all.length).toBeGreaterThan(24);
});

describe("somebody who asks", () => {
  test.each([
    ["in a whole question", "how can i get my money back please", "refund"],
    ["in other words", "remind me of my passcode", "password"],
    ["with typos", "were is teh copie of my invoce", "invoice-copy"],
    ["in the site's own synonyms", "dispatch", "shipping"],
    ["for something deep in a page", "50,000 rows", "crm/export"],
    ["with words that no page has", "zebra refund xylophone", "refund"],
  ])("%s finds the page", async (_, query, id) => expect((await found(query))[0]).toBe(id));

  test("for what all pages have, in words of which no page has another, finds them", async () => {
    const subjects = ["Billing", "Parcels", "Passwords", "Printers"];
    const records = subjects.map((title) =>
      searchRecord({ id: title, title, sections: [{ text: "Write to support." }] }),
    );
    const small = await createMemorySearch("en", records);
    for (const query of ["zymurgy support for xylophones", "support", "to"]) {
      const { hits, confidence } = await small.search(query);
      expect(hits.map(({ id }) => id).sort(), query).toEqual(subjects);
      expect(confidence).toBeLessThan(0.5);
    }
    expect((await small.search("zymurgy xylophones")).hits).toEqual([]);
  });

  test("finds the same with diacritics and without", async () => {
    const search = await createMemorySearch("vi", vietnameseDesk);
    for (const [written, typed] of [
      ["đăng ký tài khoản", "dang ky tai khoan"],
      ["hoàn tiền", "hoan tien"],
    ] as const) {
      const [first, second] = [await search.search(written), await search.search(typed)];
      expect(first.hits.map(({ id }) => id)).toEqual(second.hits.map(({ id }) => id));
      expect(second.correctedQuery).toBeUndefined();
    }
  });

  test.each([
    ["in English where the pages are in Vietnamese", "how do i request annual leave", "leave"],
    ["in an English word of another form", "payments", "salary"],
    ["in English with a slip", "sallary", "salary"],
    ["in English with accents of neither", "REFUND", "refund"],
  ])("%s finds the page", async (_, query, id) => {
    const { hits } = await (await createMemorySearch("vi", vietnameseDesk)).search(query);
    expect(hits[0]?.id).toBe(id);
  });

  test("in a longer form of a word that the site has finds its pages", async () => {
    const pages = [searchRecord({ id: "mentor", title: "Mentor", locale: "de" }), ...helpDesk];
    const search = await createMemorySearch("de", pages);
    expect((await search.search("mentoring")).hits.map(({ id }) => id)).toEqual(["mentor"]);
    expect((await search.search("mentoringprogramme")).hits).toEqual([]);
  });

  test("is told what was searched instead, and can undo it", async () => {
    expect(await desk.search("passwort")).toMatchObject({ correctedQuery: "password", total: 1 });
    const asTyped = await desk.search("passwort", { correct: false });
    expect(asTyped).toMatchObject({ hits: [], total: 0 });
    expect(asTyped.correctedQuery).toBeUndefined();
  });

  test("is led to the place in a page that answers", async () => {
    const [hit] = (await desk.search("report with many rows")).hits;
    expect(hit).toMatchObject({ ref: "lesson:crm/export", url: "/lessons/crm/export/#limits", anchor: "limits" });
    expect(hit?.excerpt).toContain("50,000 rows");
  });

  test("is led to the section whose heading asks the same, whatever else the page is about", async () => {
    const page = (id: string, headings: readonly string[]) =>
      searchRecord({
        id,
        type: "lesson",
        title: `Handbook, ${id}`,
        sections: headings.map((heading) => ({
          anchor: heading,
          heading,
          text: "Ask the printer, then the parcel desk.",
        })),
      });
    const pages = [
      page("one", ["Where is the printer?", "How do I send a parcel?"]),
      page("two", ["How do I get a parking permit?", "Printer and parcel rules"]),
    ];
    const [hit] = (await (await createMemorySearch("en", pages)).search("how to send a parcel")).hits;
    expect(hit).toMatchObject({ id: "one", anchor: "How do I send a parcel?" });
  });

  test("with a phrase in quotes finds only pages that have it", async () => {
    expect(await found("working days")).toContain("shipping");
    expect(await found('"working days"')).toEqual(["shipping"]);
    expect(await found('"days working"')).toEqual([]);
    // No page can have a phrase with a word that none has: it was a slip.
    expect((await found('what does "workng days" mean'))[0]).toBe("shipping");
    expect(await found('"workng days"', { correct: false })).toEqual([]);
  });
});

describe("results", () => {
  test("are filtered by type, role, level and tag; pages for nobody in particular are for every role", async () => {
    expect(await found("report invoice refund", { type: "lesson" })).toEqual(["crm/export"]);
    expect(await found("report invoice refund", { role: "finance" })).toEqual(expect.not.arrayContaining(["refund"]));
    expect(await found("report invoice refund", { role: "finance" })).toContain("invoice-copy");
    expect(await found("report invoice refund", { level: "advanced" })).toEqual(["crm/export"]);
    expect((await found("report invoice refund", { tags: ["billing"] })).sort()).toEqual(["invoice-copy", "refund"]);
    expect(await found("report invoice refund", { tags: [] })).toHaveLength(3);
  });

  test("tell how many pages each other choice would leave", async () => {
    const { facets, total } = await desk.search("report invoice refund", { type: "faq", facets: ["type", "tags"] });
    expect(facets).toEqual({ type: { faq: 2, lesson: 1 }, tags: { billing: 2 } });
    expect(total).toBe(2);
  });

  test("are listed by URL where there is a filter and no query", async () => {
    const options = { tags: "billing", facets: ["type", "tags"], limit: 1 } as const;
    const { hits, total, facets } = await desk.search(" ", options);
    expect(hits.map(({ id }) => id)).toEqual(["invoice-copy"]);
    expect(total).toBe(2);
    expect(facets.tags).toEqual({ account: 1, billing: 2 });
    expect(await desk.search("")).toMatchObject({ hits: [], total: 0 });
  });

  test("come in the same order every time, equal ones by URL", async () => {
    const same = ["c", "a", "b"].map((id) =>
      searchRecord({ id, title: "Same title", sections: [{ text: "Same text." }] }),
    );
    const { hits } = await (await createMemorySearch("en", same)).search("same title");
    expect(hits.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  test("tell the words to mark, and the little ones only where there are no others", async () => {
    const { words } = await desk.search("how can i get the refund");
    expect(words).toContain("refund");
    expect(words).not.toContain("the");
    expect((await desk.search("the")).words).toContain("the");
  });

  test("are as many as asked for, of a total", async () => {
    const { hits, total } = await desk.search("report invoice refund password", { limit: 2 });
    expect(hits).toHaveLength(2);
    expect(total).toBe(4);
  });
});

describe("whatever is typed", () => {
  test.each([
    ["nothing", ""],
    ["white space", " \n\t "],
    ["punctuation", "?!.,;:-–()[]{}"],
    ["an emoji", "🎉👩‍👩‍👧"],
    ["half of an emoji", "\ud83d"],
    ["a NUL", "\u0000"],
    ["a letter, many times", "xxxxxxxx"],
    ["letters at random", "refxq jkwq repzz"],
  ])("%s finds nothing and harms nothing", async (_, query) => {
    expect(await desk.search(query)).toMatchObject({ hits: [], total: 0 });
    expect(await desk.ask(query)).toEqual({ found: false, confidence: 0, nearest: [] });
    expect(await desk.suggest(query)).toEqual([]);
  });

  test.each([
    ["a letter", "r"],
    ["ten thousand letters", "refund".repeat(1700)],
    ["ten thousand words", "refund ".repeat(10_000)],
    ["a regular expression", "(refund|.*)+$ [a-z]{1,9}\\"],
    ["HTML", '<img src=x onerror="alert(1)"> refund'],
    ["SQL", "'; DROP TABLE refund; --"],
    ["mixed scripts", "refund 退款 возврат استرداد hoàn tiền"],
    ["property names", "constructor __proto__ toString hasOwnProperty"],
    ["quotation marks", '"refund" " "" “'],
  ])("%s gives a sane result", async (_, query) => {
    const { hits, total } = await desk.search(query);
    expect(total).toBeGreaterThanOrEqual(hits.length);
    await desk.ask(query);
    await desk.suggest(query);
  });
});

describe("while somebody is typing", () => {
  test("a search that is out of date ends, whatever it was doing", async () => {
    const outdated = new AbortController();
    const first = desk.search("refund", { signal: outdated.signal });
    outdated.abort();
    await expect(first).rejects.toMatchObject({ name: "AbortError" });
    await expect(desk.ask("refund", { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
  });

  test("the last word may be unfinished", async () => expect((await found("export spreadsh"))[0]).toBe("crm/export"));

  test("pages are suggested by the beginnings of the words in their names", async () => {
    expect(await desk.suggest("inv")).toEqual([
      {
        ref: "faq:invoice-copy",
        type: "faq",
        title: "Where can I find a copy of an invoice?",
        url: "/faqs/invoice-copy/",
        locale: "en",
      },
    ]);
    expect((await desk.suggest("copy inv")).map(({ ref }) => ref)).toEqual(["faq:invoice-copy"]);
    expect(await desk.suggest("money b")).toMatchObject([{ ref: "faq:refund", alias: "I want my money back" }]);
    expect(await desk.suggest("r", { limit: 1 })).toHaveLength(1);
    expect(await desk.suggest("zebra")).toEqual([]);
  });

  test("only the first letter loads something, and only once", async () => {
    const loaded: string[] = [];
    const { sidecar, shards, facets } = buildSidecar("en", helpDesk);
    const loadNames = async (prefix: string) => {
      loaded.push(prefix);
      return shards.get(prefix) ?? [];
    };
    const loadFacets = async () => facets;
    const search = createSearch({ driver: memoryDriver("en", helpDesk), sidecar, loadNames, loadFacets });
    for (const typed of ["i", "in", "inv", "invo", "invoice c", "invoice co"]) await search.suggest(typed);
    expect(loaded).toEqual(["i"]);
  });

  test("of a whole question the first word that tells something is what loads, and the little ones count all the same", async () => {
    const loaded: string[] = [];
    const { sidecar, shards, facets } = buildSidecar("en", helpDesk);
    const loadNames = async (prefix: string) => {
      loaded.push(prefix);
      return shards.get(prefix) ?? [];
    };
    const loadFacets = async () => facets;
    const search = createSearch({ driver: memoryDriver("en", helpDesk), sidecar, loadNames, loadFacets });
    const question = "how do i get a refund";
    const typed = Array.from(question, (_, place) => question.slice(0, place + 1));
    for (const start of typed) await search.suggest(start);
    expect(loaded).toEqual(["r"]);
    expect(await search.suggest(question)).toMatchObject([{ ref: "faq:refund" }]);
    expect(await search.suggest("where do i get a refund")).toEqual([]);
  });
});
