import { describe, expect, test } from "vitest";
import { createProject } from "../../../../test/support/project.ts";
import { createEntry, readId, toShortName } from "../../src/authoring/index.ts";
import { type EntryType, entryFolders, entryTypes } from "../../src/index.ts";
import { checkKnowledgeBase } from "../../src/node.ts";
import { today } from "../support/told.ts";

const config = { title: "Help", locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } } };

async function emptyBase(files: Readonly<Record<string, string>> = {}) {
  const project = await createProject({ "knowhow.config.json": config, ...files });
  return {
    ...project,
    create: (type: EntryType, id: string, rest: { title?: string; locale?: string } = {}) =>
      createEntry({ root: project.root, type, id, today, ...rest }),
    check: async () => (await checkKnowledgeBase({ root: project.root, cache: false, today })).diagnostics,
  };
}

describe("a new entry", () => {
  test.each(entryTypes.flatMap((type) => ["en", "vi"].map((locale) => [type, locale] as const)))(
    "of type %s in %s is told where it is, and passes the check as it is",
    async (type, locale) => {
      const base = await emptyBase();
      const created = await base.create(type, "crm/export-report", { locale });
      const folder = `${locale === "vi" ? "vi/" : ""}${entryFolders[type]}`;
      expect(created).toEqual({
        ref: `${type}:crm/export-report`,
        title: "Export report",
        locale,
        file: `content/${folder}/crm/export-report.mdx`,
        url: `/${folder}/crm/export-report/`,
      });
      expect(await base.files()).toEqual([created.file, "knowhow.config.json"].sort());
      expect(await base.check()).toEqual([]);
    },
  );

  test("is dated with the day, so that its review becomes due", async () => {
    const base = await emptyBase();
    const { file } = await base.create("lesson", "a");
    expect(await base.read(file)).toContain(`published: ${today}\nreviewed: ${today}\nreviewEvery: 6mo\n`);
  });

  test.each([
    ["Refunds: after 30 days", '"Refunds: after 30 days"'],
    ["“Quoted” and 'quoted'", "“Quoted” and 'quoted'"],
    ["# no comment", '"# no comment"'],
    ["2026", '"2026"'],
    ["true", '"true"'],
  ])("may be called %s", async (title, yaml) => {
    const base = await emptyBase();
    const { file } = await base.create("faq", "a", { title });
    expect(await base.read(file)).toContain(`title: ${yaml}\n`);
    expect(await base.check()).toEqual([]);
  });

  test.each([
    ["the same file", "content/lessons/a.mdx", "lesson:a is there already: content/lessons/a.mdx."],
    ["the same entry in Markdown", "content/lessons/a.md", "lesson:a is there already: content/lessons/a.md."],
    [
      "the same entry as a folder",
      "content/lessons/a/index.mdx",
      "lesson:a is there already: content/lessons/a/index.mdx.",
    ],
    ["an entry with the same page", "content/lessons/A.mdx", "content/lessons/A.mdx has the page /lessons/a/ already."],
  ])("never takes the place of another: %s", async (_name, file, message) => {
    const base = await emptyBase({ [file]: "# A\n\nText.\n" });
    const before = await base.fingerprint(".");
    await expect(base.create("lesson", "a")).rejects.toMatchObject({ name: "SetupError", message });
    expect(await base.fingerprint(".")).toEqual(before);
  });

  test("never takes the address that an old id of another leads from", async () => {
    const base = await emptyBase({ "content/lessons/now.md": "---\ntitle: Now\nformerly: [then]\n---\n\nText.\n" });
    await expect(base.create("lesson", "then")).rejects.toMatchObject({
      message: "The address of lesson:then leads to lesson:now, which was once there.",
      hint: "Choose another id, or take it out of “formerly” there.",
    });
    expect(await base.create("faq", "then")).toMatchObject({ ref: "faq:then" });
  });

  test("needs a locale that there is", async () => {
    const base = await emptyBase();
    await expect(base.create("lesson", "a", { locale: "fr" })).rejects.toMatchObject({
      message: "There is no locale “fr”.",
      hint: "Possible here: en, vi.",
    });
  });
});

describe("an id", () => {
  test.each([
    ["crm/export-report", "crm/export-report"],
    [" crm/export ", "crm/export"],
    ["lesson:crm/export", "crm/export"],
    ["faqs", "faqs"],
    ["hoàn-tiền", "hoàn-tiền"],
    ["2026_plan", "2026_plan"],
  ])("may be %j", (given, id) => {
    expect(readId(given, "lesson")).toEqual({ id });
  });

  test.each([
    ["", "The id is empty.", "Write a name, for example crm/export-report."],
    ["Export Report", "“Export Report” has a space in it, which addresses cannot have.", "Try export-report."],
    ["CRM/Export", "“CRM/Export” has capital letters, which addresses do not tell apart.", "Try crm/export."],
    [
      "../secret",
      "“../secret” leads out of the folder lessons/.",
      "Write the path below it, for example crm/export-report.",
    ],
    ["crm/export.mdx", "“crm/export.mdx” has an ending, which ids do not have.", "Try crm/export."],
    ["crm\\export", "“crm\\export” has a \\ in it, which file names cannot have everywhere.", "Try crm/export."],
    ["what?", "“what?” has a ? in it, which file names cannot have everywhere.", "Try what."],
    ["faq:refunds", "“faq:refunds” is the ref of a faq, not of a lesson.", "Write knowhow new faq refunds"],
    ["/crm/export", "“/crm/export” has a / too many.", "Try crm/export."],
    ["lessons/crm/export", "“lessons/crm/export” begins with a folder that is added by itself.", "Try crm/export."],
    [
      "content/lessons/crm/export",
      "“content/lessons/crm/export” begins with a folder that is added by itself.",
      "Try crm/export.",
    ],
    ["_draft", "What is named “_draft” is not published.", "Try draft."],
    [".hidden/a", "What is named “.hidden” is not published.", "Try hidden/a."],
    ["crm/index", "“index” stands for its folder, and is no name of its own.", "Try crm."],
    ["a--b", "“a--b” has a sign in it that addresses cannot have.", "Try a-b."],
    ["a\u0007b", "This id has a sign in it that cannot be seen.", "Try a-b."],
    [
      "問".repeat(90),
      "This id is too long for a file name.",
      "Keep each part under 100 letters, or 60 where they are not Latin.",
    ],
    [
      "a".repeat(101),
      "This id is too long for a file name.",
      "Keep each part under 100 letters, or 60 where they are not Latin.",
    ],
  ])("cannot be %j", (given, message, hint) => {
    expect(readId(given, "lesson")).toEqual({ problem: { message, hint } });
  });
});

test.each([
  ["How do I get my money back?", "how-do-i-get-my-money-back"],
  [
    "How do I get my money back after thirty days when the shop has closed down and nobody answers?",
    "how-do-i-get-my-money-back-after-thirty-days-when-the-shop-has-closed",
  ],
  [`${"a".repeat(70)} b`, "a".repeat(70)],
  ["a".repeat(90), "a".repeat(70)],
  ["A/B tests", "a-b-tests"],
  ["問".repeat(90), "問".repeat(66)],
  ["😀".repeat(90), expect.stringMatching(/^u1f600(?:-u1f600)+$/)],
  ["", ""],
])("the title %j makes the name %j, which an id may be and a file may have", (title, name) => {
  expect(toShortName(title)).toEqual(name);
  if (title !== "") expect(readId(toShortName(title), "lesson")).toEqual({ id: toShortName(title) });
});
