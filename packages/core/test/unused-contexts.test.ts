import { expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { checkKnowledgeBase } from "../src/node.ts";
import { lesson } from "./support/told.ts";

async function unused(file: string, config: string): Promise<readonly string[]> {
  const project = await createProject({
    [file]: config,
    "content/lessons/a.mdx": lesson("contexts: [crm:a]"),
    "content/lessons/draft.mdx": lesson("contexts: [mail]\nstatus: draft"),
  });
  const { diagnostics } = await checkKnowledgeBase({ root: project.root, cache: false });
  return diagnostics.map(
    ({ file, range: { start, end }, code, message, hint }) =>
      `${file}:${start.line}:${start.column}-${end.column} ${code}: ${message} → ${hint}`,
  );
}

const told = (context: string) =>
  `unused-context: No published entry helps at “${context}”, so an application that asks for help there gets none. → Name it in “contexts” of an entry, or take it out of the configuration.`;

test("warns, at its line of the configuration, about a context where no published entry helps", async () => {
  const config = {
    title: "T",
    contexts: { "crm:a": { label: "A" }, "crm:a/b.c": { label: "mail" }, mail: { label: "Mail" } },
  };
  expect(await unused("knowhow.config.json", JSON.stringify(config, null, 2))).toEqual([
    `knowhow.config.json:7:6-15 ${told("crm:a/b.c")}`,
    `knowhow.config.json:10:6-10 ${told("mail")}`,
  ]);
  expect(
    await unused(
      "knowhow.config.js",
      "const mail = 'mail';\nexport default {\n  title: 'T',\n  contexts: { 'crm:a': { label: 'A' }, mail: { label: 'Mail' } },\n};\n",
    ),
  ).toEqual([`knowhow.config.js:4:40-44 ${told("mail")}`]);
});

test("says nothing while an entry cannot be read, which may name it", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "T", contexts: { mail: { label: "Mail" } } },
    "content/lessons/a.mdx": lesson("contexts: [mail]", "<Callout>"),
  });
  const { diagnostics } = await checkKnowledgeBase({ root: project.root, cache: false });
  expect(diagnostics.map(({ code }) => code)).toEqual(["syntax"]);
});

test("warns at the start of a configuration that is put together elsewhere", async () => {
  expect(
    await unused(
      "knowhow.config.js",
      'export default { title: "T", contexts: Object.fromEntries(["ma" + "il"].map((id) => [id, { label: id }]))};\n',
    ),
  ).toEqual([
    expect.stringMatching(/^content\/lessons\/a\.mdx.* unknown-context: /),
    `knowhow.config.js:1:1-1 ${told("mail")}`,
  ]);
});
