import { expect, test } from "vitest";
import { lesson, told } from "./support/told.ts";

const languages = { locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" }, fr: { label: "Français" } } };

test("warns where an original has changed since somebody touched its translation", async () => {
  expect(
    await told(
      {
        "lessons/changed.mdx": lesson("updated: 2026-05-01\nreviewed: 2026-06-01"),
        "vi/lessons/changed.mdx": lesson("published: 2026-01-01\nreviewed: 2026-04-30"),
        "fr/lessons/changed.mdx": lesson("updated: 2026-02-01\nreviewed: 2026-05-01"),
        "lessons/reviewed.mdx": lesson("reviewed: 2026-06-01"),
        "vi/lessons/reviewed.mdx": lesson("updated: 2026-02-01"),
        "lessons/undated.mdx": lesson(""),
        "vi/lessons/undated.mdx": lesson("updated: 2020-02-01"),
        "lessons/silent.mdx": lesson("updated: 2026-05-01"),
        "vi/lessons/silent.mdx": lesson(""),
        "vi/lessons/alone.mdx": lesson("updated: 2020-02-01"),
      },
      languages,
    ),
  ).toEqual([
    "vi/lessons/changed.mdx:4:11 warning translation-behind: This translation is of 2026-04-30, and its original has changed since, on 2026-05-01. → Compare it with content/lessons/changed.mdx, and set “updated” to the day that you do.",
    "vi/lessons/reviewed.mdx:3:10 warning translation-behind: This translation is of 2026-02-01, and its original has changed since, on 2026-06-01. → Compare it with content/lessons/reviewed.mdx, and set “updated” to the day that you do.",
  ]);
});

test("tells as an info what is not translated, into the languages that somebody has begun with", async () => {
  expect(
    await told(
      {
        "lessons/a.mdx": lesson(""),
        "lessons/b.md": "# B\n",
        "lessons/draft.mdx": lesson("status: draft"),
        "lessons/archived.mdx": lesson("status: archived"),
        "lessons/internal.mdx": lesson("audience: internal"),
        "vi/lessons/a.mdx": lesson(""),
      },
      { ...languages, rules: { "missing-texts": "off" } },
      { infos: true },
    ),
  ).toEqual([
    "lessons/b.md:1:1 info translation-missing: This entry is not translated yet into Tiếng Việt. → Write content/vi/lessons/b.md; until then, readers get this one.",
  ]);
});

test("finds a translation that did not move along with its original", async () => {
  expect(
    await told(
      {
        "lessons/new.mdx": lesson("formerly: [old]"),
        "vi/lessons/old.md": "# Cũ\n",
        "lessons/tea.md": "---\ntitle: Tea\nformerly: [infusion]\n---\n\nText.\n",
        "vi/lessons/tea.mdx": lesson("formerly: [infusion]"),
      },
      languages,
    ),
  ).toEqual([
    "lessons/new.mdx:3:12 error same-url: “old” cannot redirect here in “vi”: content/vi/lessons/old.md has its page. → Move that translation too, to content/vi/lessons/new.mdx.",
  ]);
});

test("a link leads to what its readers see: the original, while the translation is a draft", async () => {
  expect(
    await told(
      {
        "lessons/a.mdx": lesson("", "## There\n\nText."),
        "vi/lessons/a.mdx": lesson("status: draft"),
        "vi/lessons/b.mdx": lesson("", "[x](a.mdx#there) [y](lesson:c)"),
        "lessons/b.mdx": lesson(""),
        "lessons/c.mdx": lesson("audience: internal"),
        "vi/lessons/c.mdx": lesson("status: draft"),
      },
      languages,
    ),
  ).toEqual([
    "vi/lessons/b.mdx:6:18 error hidden-entry: lesson:c is a draft, so readers of this entry would not find it. → Publish it, or take this out until it is.",
  ]);
});
