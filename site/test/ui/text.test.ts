import { textsOf } from "@knowhow/core";
import { describe, expect, test } from "vitest";
import { wordsOfPath } from "../../src/client/missing-page.ts";
import { isFiltered, readState, toggled, writeState } from "../../src/client/search/address.ts";
import { count, fill } from "../../src/locale/fill.ts";
import { longDate } from "../../src/locale/formats.ts";
import { readableHtml } from "../../src/view/prose.ts";
import { localeOfPattern } from "../../src/view/urls.ts";
import { sketchedKnowledgeBase } from "./support/knowledge.ts";

describe("texts", () => {
  const en = textsOf("en", { texts: {} });
  const vi = textsOf("vi", { texts: {} });

  test("write numbers and dates as the locale does", () => {
    expect(count(en.facts.minutes, 1, "en")).toBe("1 minute");
    expect(count(en.entries, 10_000, "en")).toBe("10,000 entries");
    expect(count(vi.entries, 10_000, "vi")).toBe("10.000 mục");
    expect(longDate("2026-10-02", "vi")).toBe("2 tháng 10, 2026");
  });

  test("of a language with several plurals have a form for each", () => {
    const forms = { one: "{n} minuta", few: "{n} minuty", many: "{n} minut", other: "{n} minuty" };
    const { facts } = textsOf("pl", { texts: { pl: { facts: { minutes: forms } } } });
    expect([1, 3, 5, 22, 25].map((n) => count(facts.minutes, n, "pl"))).toEqual([
      "1 minuta",
      "3 minuty",
      "5 minut",
      "22 minuty",
      "25 minut",
    ]);
  });

  test("that are not translated count as English does: in Japanese, one is like all numbers", () => {
    const { facts, entries } = textsOf("ja", { texts: { ja: { entries: "{n}件" } } });
    expect([count(facts.minutes, 1, "ja"), count(facts.minutes, 2, "ja")]).toEqual(["1 minute", "2 minutes"]);
    expect([count(entries, 1, "ja"), count(entries, 2, "ja")]).toEqual(["1件", "2件"]);
  });

  test("are filled in once: what is filled in is not filled in again", () => {
    expect(fill(en.results.none, { query: "{query} $& {n}" })).toBe("Nothing found for “{query} $& {n}”.");
  });
});

test("texts in attributes of compiled HTML stay in them, whatever a site writes", () => {
  const html = readableHtml('<table></table><input type="checkbox" disabled>', {
    table: 'Table "A" & <B>',
    done: "Done",
    toDo: "$& open",
  });
  expect(html).toContain('aria-label="Table &quot;A&quot; &amp; &lt;B&gt;"');
  expect(html).toContain('<input type="checkbox" disabled aria-label="$&amp; open">');
});

describe("the address of the search page", () => {
  test("says what is shown, and is read back the same", () => {
    const state = toggled(toggled(readState("?q=money+back&type=faq&type=faq"), "tag", "c++ & c#"), "role", "sales");
    expect(state.filters).toEqual({ type: ["faq"], role: ["sales"], level: [], tag: ["c++ & c#"] });
    expect(readState(writeState(state))).toEqual(state);
  });

  test("keeps that words are to be taken as typed", () => {
    const state = { ...readState("?q=refnud"), exact: true };
    expect(writeState(state)).toBe("?q=refnud&exact=1");
    expect(readState("?q=refnud&exact=1")).toEqual(state);
  });

  test("is bare when there is nothing to say", () => {
    const state = toggled(readState("?type=faq&q=%20"), "type", "faq");
    expect(writeState(state)).toBe("");
    expect(isFiltered(state)).toBe(false);
  });
});

test.each([
  ["/faqs/billing/refund-policy.html", "refund policy"],
  ["/kb/hoàn-tiền/", "hoàn tiền"],
  ["/%E0%A4%A", "%E0%A4%A"],
  ["/", ""],
])("the address %s asks for “%s”", (path, words) => {
  expect(wordsOfPath(path)).toBe(words);
});

describe("compiled HTML on a page", () => {
  test("its tables scroll and its boxes have names", () => {
    const labels = { table: "Table", done: "Done", toDo: "To do" };
    expect(readableHtml('<table><tr></tr></table><input type="checkbox" disabled>', labels)).toBe(
      '<div class="kh-scroll" role="group" aria-label="Table" tabindex="0"><table><tr></tr></table></div>' +
        '<input type="checkbox" disabled aria-label="To do">',
    );
  });
});

test("the pattern of a route tells the locale of its pages", () => {
  const { config } = sketchedKnowledgeBase([]);
  expect(
    ["/", "/faqs", "/vi", "/vi/tags/[slug]", "/vision"].map((pattern) => localeOfPattern(pattern, config)),
  ).toEqual(["en", "en", "vi", "vi", "en"]);
});
