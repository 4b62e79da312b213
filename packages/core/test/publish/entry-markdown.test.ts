import { expect, test } from "vitest";
import { entryMarkdown, markdownUrl } from "../../src/publish/index.ts";
import { base } from "../support/base.ts";

const site = "https://kb.example.com/help/";

async function lesson(text: string) {
  const kb = await base({ "lessons/a.md": text }, { site });
  const entry = await kb.get("lesson", "a");
  if (entry === undefined) throw new Error(kb.diagnostics.map(({ message }) => message).join(" "));
  return entry;
}

test("an entry has its title, what to know about it, and its body, with whole addresses", async () => {
  const entry = await lesson(
    "---\ntitle: Export *it*\n---\n\nPress **Export**. [Steps](#steps), [home](/).\n\n## Steps\n\nOne.\n",
  );
  const head = {
    leads: ["As a spreadsheet."],
    facts: [
      { name: "Lesson", value: "1 minute" },
      { name: "Owner", value: "crm@example.com", url: "mailto:crm@example.com" },
      { name: "Page", value: `${site}lessons/a/`, url: `${site}lessons/a/` },
    ],
  };
  expect(entryMarkdown(entry, head, site)).toBe(`# Export \\*it\\*

> As a spreadsheet.

- Lesson: 1 minute
- Owner: <crm@example.com>
- Page: <https://kb.example.com/help/lessons/a/>

Press **Export**. [Steps](https://kb.example.com/help/lessons/a/#steps), [home](https://kb.example.com/help/).

## Steps

One.
`);
});

test("a site that does not know its address has links from the root of its host", async () => {
  const entry = await lesson("---\ntitle: A\n---\n\n[Steps](#steps)\n\n## Steps\n\nOne.\n");
  expect(entryMarkdown(entry, { leads: [], facts: [] }, undefined)).toBe(
    "# A\n\n[Steps](/help/lessons/a/#steps)\n\n## Steps\n\nOne.\n",
  );
});

test("what is said about an entry is text", async () => {
  const entry = await lesson('---\ntitle: "# <b>\\n# x"\n---\n\nText.\n');
  const head = { leads: ["1. <script>"], facts: [{ name: "a*b*", value: "- [x](y)" }] };
  expect(entryMarkdown(entry, head, site)).toBe(
    "# \\# \\<b> # x\n\n> 1\\. \\<script>\n\n- a\\*b\\*: \\- [x\\](y)\n\nText.\n",
  );
});

test("it lies beside the folder of its page", () => {
  expect(markdownUrl("/help/lessons/crm/report/")).toBe("/help/lessons/crm/report.md");
});
