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

test("a path names its steps below its body, a scenario its scenes and where its choices lead", async () => {
  const kb = await base(
    {
      "paths/week.md": "---\ntitle: Week\nsteps: [scenario:s]\n---\n\nWelcome.\n",
      "scenarios/s.mdx":
        '---\ntitle: S\n---\n\n<Scene id="a" title="It *rings*">\nRing.\n\n<Choice to="b">\nAnswer\n> Quickly.\n</Choice>\n</Scene>\n\n<Scene id="b" outcome="good">\nHello.\n</Scene>\n',
    },
    { site },
  );
  const [path, scenario] = [await kb.get("path", "week"), await kb.get("scenario", "s")];
  if (path === undefined || scenario === undefined) throw new Error("There are no entries.");
  const items = [{ title: "It [rings]", url: scenario.url, summary: "A call." }];
  expect(entryMarkdown(path, { leads: [], facts: [], steps: { heading: "Step by step", items } }, site)).toBe(
    `# Week\n\nWelcome.\n\n## Step by step\n\n1. [It \\[rings\\]](${site}scenarios/s/): A call.\n`,
  );
  expect(entryMarkdown(scenario, { leads: [], facts: [] }, site)).toBe(`# S

## Scene 1 It \\*rings\\*

Ring.

What do you do?

- [Answer Scene 2](${site}scenarios/s/#b)

  **What comes of it**

  Quickly.

## Scene 2

Hello.

**It ends well** [From the beginning](${site}scenarios/s/#a)
`);
});

test("it lies beside the folder of its page", () => {
  expect(markdownUrl("/help/lessons/crm/report/")).toBe("/help/lessons/crm/report.md");
});
