import { describe, expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { resolveConfig } from "../src/config/load.ts";
import { type OwnTexts, textsOf } from "../src/index.ts";
import { en } from "../src/locale/en.ts";
import { placesIn, textAt, textLeaves } from "../src/locale/text-tree.ts";
import { asTree } from "../src/locale/texts-of.ts";
import { textCoverage, textsToTranslate } from "../src/locale/to-translate.ts";
import { vi } from "../src/locale/vi.ts";
import { loadKnowledgeBase } from "../src/node.ts";
import { base } from "./support/base.ts";

const locales = {
  en: { label: "English" },
  de: { label: "Deutsch" },
  "de-AT": { label: "Deutsch (Österreich)" },
  pl: { label: "Polski" },
  ar: { label: "العربية", dir: "rtl" },
  vi: { label: "Tiếng Việt" },
  "vi-VN": { label: "Tiếng Việt (Việt Nam)" },
};

/** What a site with these texts shows in a locale. */
function shown(locale: string, texts: Readonly<Record<string, OwnTexts>>) {
  return textsOf(locale, resolveConfig({ title: "T", locales, texts }));
}

/** What is told of texts. */
function mistakes(texts: unknown): readonly string[] {
  try {
    resolveConfig({ title: "T", locales, texts }, "knowhow.config.ts");
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const [first = "", ...others] = cause.message.split("\n");
    return others.length === 0 ? [first] : others.map((line) => line.replace(/^ {2}- /, ""));
  }
  return [];
}

describe("the texts that a site shows", () => {
  test("are built in for English and Vietnamese, whole, with the same places to fill in", () => {
    for (const { path, text } of textLeaves(asTree(en))) {
      const name = path.join(".");
      const translated = textAt(asTree(vi), path);
      const [english, vietnamese] = [text, translated].map((one) =>
        typeof one === "object" ? String(one.other) : String(one),
      );
      expect(vietnamese?.trim(), name).toBeTruthy();
      expect(placesIn(vietnamese ?? "").toSorted(), name).toEqual(placesIn(english ?? "").toSorted());
    }
    expect(textCoverage("vi", { texts: {} }).missing).toBe(0);
    expect(mistakes({ en, vi })).toEqual([]);
  });

  test("are the built-in ones of the language in regional locales, and English where there are none", () => {
    expect(shown("vi-VN", {}).home).toBe("Trang chủ");
    expect(shown("de", {}).home).toBe("Home");
  });

  test("are the team's own where it has some, each by itself", () => {
    const texts = { de: { search: "Suche", path: { next: "Weiter" }, content: { note: "Hinweis" } } };
    const german = shown("de", texts);
    expect([german.search, german.path.next, german.content.note]).toEqual(["Suche", "Weiter", "Hinweis"]);
    expect([german.home, german.path.previous, german.content.tip]).toEqual(["Home", "Before it", "Tip"]);
    expect(shown("de-AT", { ...texts, "de-AT": { search: "Suchen" } }).path.next).toBe("Weiter");
    expect(shown("de-AT", { ...texts, "de-AT": { search: "Suchen" } }).search).toBe("Suchen");
    expect(shown("en", texts).search).toBe("Search");
  });

  test("may replace built-in ones, and English words of the team stand in where another language has none", () => {
    const texts = { en: { faqs: "Help desk" }, vi: { faqs: "Quầy trợ giúp" } };
    expect(["en", "vi", "vi-VN", "de"].map((locale) => shown(locale, texts).faqs)).toEqual([
      "Help desk",
      "Quầy trợ giúp",
      "Quầy trợ giúp",
      "Help desk",
    ]);
    expect(shown("vi", texts).home).toBe("Trang chủ");
  });

  test("may leave out what a language has no word for", () => {
    const heading = { before: "", marked: "Was", after: " musst du wissen?" };
    expect(shown("de", { de: { ask: { heading } } }).ask.heading).toEqual(heading);
  });

  test("stand in the text of entries: on blocks, questions and FAQs that others show, without becoming markup", async () => {
    const texts = { de: { content: { note: "Hinweis <b>", right: "Richtig" }, openPage: "Ganze <Seite>" } };
    const kb = await base(
      {
        "lessons/a.mdx":
          '# A\n\n<Callout>Text.</Callout>\n\n<Question id="q">\nWhich?\n\n- [x] This\n- [ ] That\n</Question>\n\n<Faq of="faq:b" />\n',
        "faqs/b.md": "# B?\n\nYes.\n",
      },
      { locales: { de: { label: "Deutsch" } }, texts },
    );
    const { html } = (await kb.get("lesson", "a")) ?? { html: "" };
    expect(html).toContain("Hinweis &#x3C;b>");
    expect(html).toContain("Richtig");
    expect(html).toContain("Ganze &lt;Seite&gt;");
  });

  test("are compiled anew where one of those in entries has changed", async () => {
    const config = (texts: unknown) => JSON.stringify({ title: "T", locales: { de: { label: "Deutsch" } }, texts });
    const project = await createProject({
      "knowhow.config.json": config({ de: { content: { note: "Hinweis" } } }),
      "content/lessons/a.mdx": "# A\n\n<Callout>Text.</Callout>\n",
    });
    const html = async () => (await (await loadKnowledgeBase({ root: project.root })).get("lesson", "a"))?.html;
    expect(await html()).toContain("Hinweis");
    await project.write("knowhow.config.json", config({ de: { content: { note: "Merke" } } }));
    expect(await html()).toContain("Merke");
    await project.write("knowhow.config.json", config({}));
    expect(await html()).toContain("Note");
  });
});

describe("a mistake in texts is told with its place", () => {
  test.each([
    [
      "a misspelt key",
      { de: { serch: "Suche" } },
      "“texts.de.serch” is not a key of this configuration. Did you mean “search”?",
    ],
    [
      "a misspelt key in a group",
      { de: { path: { nexxt: "Weiter" } } },
      "“texts.de.path.nexxt” is not a key of this configuration. Did you mean “next”?",
    ],
    [
      "a locale that the site does not have",
      { dee: { search: "Suche" } },
      "knowhow.config.ts: “texts” has texts in the locale “dee”, which is not among “locales” (en, de, de-AT, pl, ar, vi, vi-VN).",
    ],
    [
      "what is no text",
      { de: { search: ["Suche"] } },
      '“texts.de.search” should be text, but is a list. Write one text in quotes: "text".',
    ],
    ["an empty text", { de: { search: " " } }, "“texts.de.search” is empty. Write something, or leave it out."],
    [
      "a text where a group is expected",
      { de: { themes: "Farben" } },
      '“texts.de.themes” should be a group of keys, but is “Farben”. Write { auto: "…" }, each text under its key.',
    ],
    [
      "texts without a locale",
      { search: "Suche" },
      '“texts.search” should be a group of keys, but is “Suche”. Write { skip: "…" }, each text under its key.',
    ],
    [
      "no texts by locale",
      "Suche",
      '“texts” should be a group of keys, but is “Suche”. Write texts: { de: { search: "Suche" } }.',
    ],
    [
      "a misspelt place",
      { de: { path: { position: "Schritt {step} von {stps}" } } },
      "“texts.de.path.position” cannot be “Schritt {step} von {stps}”. Write {steps} in place of {stps}.",
    ],
    [
      "a place that there is not",
      { de: { path: { position: "{step}/{steps} {title}" } } },
      "“texts.de.path.position” cannot be “{step}/{steps} {title}”. Nothing is filled in for {title}; possible here: {step}, {steps}.",
    ],
    [
      "a place in a text without any",
      { de: { home: "{title}" } },
      "“texts.de.home” cannot be “{title}”. Nothing is filled in for {title}.",
    ],
    [
      "a place left out",
      { de: { path: { position: "Schritt" } } },
      "“texts.de.path.position” cannot be “Schritt”. It also needs {step} and {steps}, where that is filled in.",
    ],
    [
      "no form for other numbers",
      { de: { entries: { one: "{n} Eintrag" } } },
      "“texts.de.entries.other” is missing. It stands for every number that has no form of its own.",
    ],
    [
      "a form that the language does not have",
      { de: { entries: { one: "{n} Eintrag", few: "{n} Einträge", other: "{n} Einträge" } } },
      "“texts.de.entries.few” cannot be “{n} Einträge”. No number has this form in this language; its forms are one, other.",
    ],
    [
      "a form of many numbers that does not tell which",
      { pl: { entries: { one: "jeden wpis", few: "wpisy", other: "{n} wpisu" } } },
      "“texts.pl.entries.few” cannot be “wpisy”. It also needs {n}, where the number is filled in: the form is that of several numbers.",
    ],
    [
      "a number",
      { de: { entries: 3 } },
      '“texts.de.entries” cannot be the number 3. Write a text, or one for each form: { one: "{n} …", other: "{n} …" }.',
    ],
  ])("%s", (_, texts, message) => {
    expect(mistakes(texts)).toEqual([message]);
  });

  test("all of them at once", () => {
    expect(mistakes({ de: { serch: "Suche", home: "" }, pl: { home: 1 } })).toEqual([
      "“texts.de.home” is empty. Write something, or leave it out.",
      "“texts.de.serch” is not a key of this configuration. Did you mean “search”?",
      '“texts.pl.home” should be text, but is the number 1. Put it in quotes: "1".',
    ]);
  });

  test("but the only number of a form goes without saying", () => {
    expect(
      mistakes({ ar: { entries: { zero: "لا مقالات", one: "مقال واحد", two: "مقالان", other: "{n} مقال" } } }),
    ).toEqual([]);
  });
});

describe("the texts to translate", () => {
  test("are those that the configuration takes, in English, with a form for each plural of the language", () => {
    const polish = textsToTranslate("pl", { texts: {} });
    expect(polish).toMatchObject({
      search: "Search",
      path: { position: "Step {step} of {steps}" },
      entries: { one: "{n} entry", few: "{n} entries", many: "{n} entries", other: "{n} entries" },
    });
    expect(mistakes({ pl: polish, ar: textsToTranslate("ar", { texts: {} }) })).toEqual([]);
    const all = { pl: polish } as Readonly<Record<string, OwnTexts>>;
    expect(textCoverage("pl", { texts: all })).toMatchObject({ missing: 0 });
    expect(textsToTranslate("pl", { texts: all }, { missing: true })).toEqual({});
  });

  test("keep what is translated, or leave it out for whoever asks for the missing ones", () => {
    const texts = { en: { roles: "Jobs" }, de: { search: "Suche", themes: { auto: "Auto" }, entries: "{n} Stück" } };
    expect(textsToTranslate("de", { texts })).toMatchObject({ search: "Suche", roles: "Jobs", entries: "{n} Stück" });
    const missing = textsToTranslate("de", { texts }, { missing: true });
    expect(missing).toMatchObject({ home: "Home", roles: "Jobs", themes: { light: "Colours: light" } });
    expect(missing).not.toHaveProperty("search");
    expect(missing).not.toHaveProperty("themes.auto");
    const { all, missing: left } = textCoverage("de", { texts });
    expect(all - left).toBe(3);
  });
});
