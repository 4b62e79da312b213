import { expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { loadConfig, resolveConfig } from "../src/config/load.ts";

/** What is told of a configuration, a mistake a line. */
function told(config: Readonly<Record<string, unknown>>): readonly string[] {
  try {
    resolveConfig({ title: "T", ...config }, "knowhow.config.ts");
  } catch (cause) {
    return cause instanceof Error ? cause.message.split("\n").slice(1) : [];
  }
  return [];
}

test.each([
  [
    { locales: ["en", "vi"] },
    '“locales” should be a group of keys, but is a list. Write locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } }.',
  ],
  [
    { locales: { vi: "Tiếng Việt" } },
    '“locales.vi” should be a group of keys, but is “Tiếng Việt”. Write { label: "Tiếng Việt" }.',
  ],
  [
    { tags: ["billing"] },
    '“tags” should be a group of keys, but is a list. Write tags: { billing: { label: "Billing" } }.',
  ],
  [
    { roles: ["sales"] },
    '“roles” should be a group of keys, but is a list. Write roles: { sales: { label: "Sales" } }.',
  ],
  [
    { roles: { sales: "Sales team" } },
    '“roles.sales” should be a group of keys, but is “Sales team”. Write { label: "Sales team" }.',
  ],
  [
    { contexts: "crm" },
    '“contexts” should be a group of keys, but is “crm”. Write contexts: { "crm:reports/new": { label: "New report" } }.',
  ],
  [
    { synonyms: ["a"] },
    '“synonyms[1]” should be a list, but is “a”. Write each group in brackets of its own: [["refund", "money back"]].',
  ],
  [
    { synonyms: "refund" },
    '“synonyms” should be a list, but is “refund”. Write groups of words: [["refund", "money back"]].',
  ],
  [
    { synonyms: [["refund"]] },
    "“synonyms[1]” has too few items: at least 2. One word means the same as another: write at least two.",
  ],
  [
    { audiences: "public" },
    '“audiences” should be a list, but is “public”. Write a list in brackets, with each text in quotes: ["one", "two"].',
  ],
  [{ content: ["docs"] }, '“content” should be text, but is a list. Write one text in quotes: "text".'],
  [{ theme: { accent: "greenn" } }, "“theme.accent” cannot be “greenn”. Did you mean “green”?"],
  [{ theme: { accent: "0a7d5c" } }, "“theme.accent” cannot be “0a7d5c”. Did you mean “#0a7d5c”?"],
  [
    { theme: { accent: "greenish" } },
    "“theme.accent” cannot be “greenish”. Write a CSS colour, for example teal, #0a7d5c or rgb(10 125 92).",
  ],
  [
    { theme: { accent: "rgb(1 2 3); color: red" } },
    "“theme.accent” cannot be “rgb(1 2 3); color: red”. Write a CSS colour, for example teal, #0a7d5c or rgb(10 125 92).",
  ],
  [
    { theme: { accent: "#12345" } },
    "“theme.accent” cannot be “#12345”. Write a CSS colour, for example teal, #0a7d5c or rgb(10 125 92).",
  ],
])("tells %j in the words of a configuration, once", (config, message) => {
  expect(told(config)).toEqual([`  - ${message}`]);
});

test.each([
  "teal",
  "RebeccaPurple",
  "#0a7",
  "#0A7D5CFF",
  "rgb(10 125 92)",
  "hsl(160deg 85% 26% / 50%)",
  "oklch(0.5 0.1 160)",
  "color(display-p3 0 0.5 0.3)",
  "color-mix(in oklab, var(--brand, rgb(0 0 0)), white 20%)",
  "light-dark(#0a7d5c, #7fe0bf)",
  "currentColor",
  "transparent",
  "AccentColor",
])("takes the colour %s", (accent) => {
  expect(told({ theme: { accent } })).toEqual([]);
});

test("locales that only capitals tell apart would have the same addresses", () => {
  const locales = { "pt-BR": { label: "Português" }, "pt-br": { label: "Português" } };
  expect(() => resolveConfig({ title: "T", locales }, "knowhow.config.ts")).toThrow(
    "knowhow.config.ts: “locales” names “pt-br” twice; capitals do not tell languages apart.",
  );
});

test("a configuration in JSON may begin with a byte order mark", async () => {
  const { root } = await createProject({ "knowhow.config.json": '\uFEFF{ "title": "Help" }' });
  expect((await loadConfig(root)).config.title).toBe("Help");
});

test.each([
  ["knowhow.config.ts", 'const title: string = "Help";\nexport default { title };\n'],
  ["knowhow.config.js", 'export default { title: "Help" };\n'],
  ["knowhow.config.mjs", 'export default { title: "Help" };\n'],
  ["knowhow.config.json", '{ "title": "Help" }'],
])("%s is a configuration; everything but the title has a default", async (file, text) => {
  const project = await createProject({ "package.json": { type: "module" }, [file]: text });
  expect(await loadConfig(project.root)).toMatchObject({
    file,
    config: {
      title: "Help",
      base: "/",
      content: "content",
      locales: { en: { label: "English" } },
      defaultLocale: "en",
      audiences: ["public", "internal"],
      publish: ["public"],
      budget: { warn: 5, error: 10 },
    },
  });
});
