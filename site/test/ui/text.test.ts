import { describe, expect, test } from "vitest";
import { wordsOfPath } from "../../src/client/missing-page.ts";
import { isFiltered, readState, toggled, writeState } from "../../src/client/search/address.ts";
import { en } from "../../src/locale/en.ts";
import { count, fill } from "../../src/locale/fill.ts";
import { en as enSearch } from "../../src/locale/search/en.ts";
import { vi as viSearch } from "../../src/locale/search/vi.ts";
import { longDate, textsOf } from "../../src/locale/texts.ts";
import { vi } from "../../src/locale/vi.ts";
import { readableHtml } from "../../src/view/prose.ts";
import { localeOfPattern } from "../../src/view/urls.ts";
import { sketchedKnowledgeBase } from "./support/knowledge.ts";

describe("built-in texts", () => {
  const leaves = (texts: object, path = ""): [string, string][] =>
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "string" ? [[`${path}${key}`, value]] : leaves(value as object, `${path}${key}.`),
    );
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

  test.each([
    ["pages", en, vi],
    ["search", enSearch, viSearch],
  ])("of %s are complete in Vietnamese, with the same places to fill in", (_, english, vietnamese) => {
    const translated = new Map(leaves(vietnamese));
    for (const [key, text] of leaves(english)) {
      expect(translated.get(key)?.trim(), key).toBeTruthy();
      expect(places(translated.get(key) ?? ""), key).toEqual(places(text));
    }
  });

  test("serve regional locales too, and English where there is no translation", () => {
    expect(textsOf("vi-VN").home).toBe("Trang chủ");
    expect(textsOf("de").home).toBe("Home");
  });

  test("numbers and dates are written as the locale does", () => {
    expect(count(en.facts.minutes, 1, "en")).toBe("1 minute");
    expect(count(en.entries, 10_000, "en")).toBe("10,000 entries");
    expect(count(vi.entries, 10_000, "vi")).toBe("10.000 mục");
    expect(longDate("2026-10-02", "vi")).toBe("2 tháng 10, 2026");
  });

  test("what is filled in is not filled in again", () => {
    expect(fill(enSearch.none, { query: "{query} $& {n}" })).toBe("Nothing found for “{query} $& {n}”.");
  });
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
