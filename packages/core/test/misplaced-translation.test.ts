import { expect, test } from "vitest";
import { lesson, told } from "./support/told.ts";

const config = {
  locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" }, "pt-BR": { label: "Português" } },
  rules: { "translation-missing": "off" },
};

test("asks whether a file that is named like a translation was meant as one", async () => {
  expect(
    await told(
      {
        "lessons/a.mdx": lesson(""),
        "lessons/vi/a.mdx": lesson(""),
        "lessons/crm/pt-BR/b.mdx": lesson(""),
        "faqs/pay.vi.md": "# Pay?\n\nYes.\n",
        "vi/faqs/pay.md": "# Pay?\n\nYes.\n",
        "faqs/pay.md": "# Pay?\n\nYes.\n",
      },
      { ...config, rules: { ...config.rules, "same-question": "off" } },
    ),
  ).toEqual([
    "faqs/pay.vi.md:1:1 warning misplaced-translation: content/faqs/pay.vi.md is an entry in “en”, though it is named like a translation to “vi”. → content/vi/faqs/pay.md is there already: delete one of them.",
    "lessons/crm/pt-BR/b.mdx:1:1 warning misplaced-translation: content/lessons/crm/pt-BR/b.mdx is an entry in “en”, though it is named like a translation to “pt-BR”. → Did you mean content/pt-BR/lessons/crm/b.mdx?",
    "lessons/vi/a.mdx:1:1 warning misplaced-translation: content/lessons/vi/a.mdx is an entry in “en”, though it is named like a translation to “vi”. → Did you mean content/vi/lessons/a.mdx?",
  ]);
});

test("takes folders and names for topics where they are none of the site's other languages", async () => {
  const content = {
    "lessons/en/a.mdx": lesson(""),
    "lessons/fr/a.mdx": lesson(""),
    "lessons/v1.2.mdx": lesson(""),
    "lessons/vi.mdx": lesson(""),
    "lessons/vi/index.mdx": lesson("status: draft"),
    "vi/lessons/fr/a.mdx": lesson(""),
  };
  const { "lessons/vi/index.mdx": _twice, ...rest } = content;
  expect(await told(rest, config)).toEqual([]);
  const { "lessons/vi.mdx": _once, ...others } = content;
  expect(await told(others, config)).toEqual([]);
});
