import { expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { textCoverage, textsToTranslate } from "../src/authoring/index.ts";
import { checkKnowledgeBase } from "../src/node.ts";
import { lesson } from "./support/told.ts";

async function told(config: string): Promise<readonly string[]> {
  const project = await createProject({ "knowhow.config.js": config, "content/lessons/a.mdx": lesson("") });
  const { diagnostics } = await checkKnowledgeBase({ root: project.root, cache: false });
  return diagnostics.map(
    ({ file, range: { start }, severity, code, message, hint }) =>
      `${file}:${start.line}:${start.column} ${severity} ${code}: ${message} → ${hint}`,
  );
}

test("an info tells, at the language, how many of its texts are in English", async () => {
  const config = `export default {
  title: { en: "Help", de: "Hilfe" },
  locales: {
    en: { label: "English" },
    de: { label: "Deutsch" },
    "pt-BR": { label: "Português" },
    vi: { label: "Tiếng Việt" },
  },
  texts: { de: { search: "Suche", entries: "{n} Stück" } },
};
`;
  const { all } = textCoverage("de", { texts: {} });
  expect(await told(config)).toEqual([
    `knowhow.config.js:5:5 info missing-texts: ${all - 2} of the ${all} texts that pages show by themselves are in English on pages in Deutsch. → Print them with knowhow texts de --missing, and give them in “texts.de” of the configuration.`,
    `knowhow.config.js:6:6 info missing-texts: ${all} of the ${all} texts that pages show by themselves are in English on pages in Português. → Print them with knowhow texts pt-BR --missing, and give them in “texts.pt-BR” of the configuration.`,
  ]);
});

test("nothing is told of a language that has all texts, be they built in or given, nor of its regions", async () => {
  const de = JSON.stringify(textsToTranslate("de", { texts: {} }));
  expect(
    await told(
      `export default { title: "T", locales: { vi: { label: "A" }, "en-GB": { label: "B" }, de: { label: "C" }, "de-AT": { label: "D" } }, texts: { de: ${de} } };`,
    ),
  ).toEqual([]);
});
