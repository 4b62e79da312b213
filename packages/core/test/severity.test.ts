import { expect, test } from "vitest";
import { picture } from "../../../test/support/picture.ts";
import { resolveConfig } from "../src/config/load.ts";
import { SetupError } from "../src/node.ts";
import { base } from "./support/base.ts";
import { lesson, told } from "./support/told.ts";

test("the configuration says how much a mistake matters, or leaves it out", async () => {
  const content = {
    "lessons/a.mdx": lesson("levl: beginner\nreviewed: 2020-01-01\nreviewEvery: 1y", "[x](b.mdx)\n\n![](c.png)"),
    "lessons/c.png": picture,
  };
  const rules = {
    "unknown-key": "info",
    "broken-link": "warning",
    "review-overdue": "error",
    "missing-alt": "off",
  };
  expect(await told(content, { rules }, { infos: true })).toEqual([
    "lessons/a.mdx:3:1 info unknown-key: “levl” is not a key of this front matter. → Did you mean “level”?",
    "lessons/a.mdx:4:11 error review-overdue: The review of this entry was due on 2021-01-01. → Have somebody read it, and set “reviewed” to the date.",
    "lessons/a.mdx:8:1 warning broken-link: There is no file content/lessons/b.mdx. → Create it, or correct this.",
  ]);
});

test("an entry whose mistakes were lowered has its page, one whose warning was raised has none", async () => {
  const content = {
    "lessons/lowered.mdx": lesson("levl: beginner"),
    "lessons/raised.mdx": lesson("", "![](c.png)"),
    "lessons/c.png": picture,
  };
  const kb = await base(content, { rules: { "unknown-key": "warning", "missing-alt": "error" } });
  expect(kb.summary).toMatchObject({ errors: 1, warnings: 1 });
  expect((await kb.get("lesson", "lowered"))?.html).toBe("<p>Text.</p>");
  expect(await kb.get("lesson", "raised")).toBeUndefined();
});

test("an unknown code or severity is refused, and the right one suggested", () => {
  expect(mistake({ rules: { "brokn-link": "off", "long-read": "warn" } })).toBe(
    `the configuration has 2 mistakes:
  - “rules.long-read” cannot be “warn”. Possible here: error, warning, info, off.
  - “rules.brokn-link” is not a key of this configuration. Did you mean “broken-link”?`,
  );
});

test("what nothing could be published in spite of cannot be lowered", () => {
  expect(mistake({ rules: { syntax: "warning" } })).toBe(
    "the configuration: “rules” cannot make “syntax” a warning: what cannot be understood has no page. → Take it out of “rules”.",
  );
  expect(mistake({ rules: { "forbidden-code": "off" } })).toBe(
    "the configuration: “rules” cannot make “forbidden-code” nothing: content must not be able to harm its readers. → Take it out of “rules”.",
  );
  expect(mistake({ rules: { syntax: "error" } })).toBeUndefined();
});

function mistake(config: Readonly<Record<string, unknown>>): string | undefined {
  try {
    resolveConfig({ title: "T", ...config });
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof SetupError)) throw thrown;
    return [thrown.message, thrown.hint].filter(Boolean).join(" → ");
  }
}
