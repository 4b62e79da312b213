import { expect, test } from "vitest";
import { recordsOfEntry } from "../../src/search/entry-records.ts";
import { base, html } from "../support/base.ts";
import { toldOf } from "../support/told-body.ts";

const body =
  '## Lock it\n\n<Tabs group="system">\n<Tab label="Windows">\n\nPress Win and L.\n\n</Tab>\n<Tab label="macOS">Press Ctrl, Cmd and Q.</Tab>\n</Tabs>';

test("without scripts, tabs are sections one below the other, with headings a level below the one above them", async () => {
  expect((await html(body)).replace(/\n/g, "")).toBe(
    '<h2 id="lock-it">Lock it</h2><div class="kh-tabs" data-group="system">' +
      '<section class="kh-tab" aria-labelledby="windows"><h3 id="windows" class="kh-tab__label">Windows</h3><p>Press Win and L.</p></section>' +
      '<section class="kh-tab" aria-labelledby="macos"><h3 id="macos" class="kh-tab__label">macOS</h3><p>Press Ctrl, Cmd and Q.</p></section></div>',
  );
});

test("headings in one tab do not push down the headings of the next, and those of authors keep their anchors", async () => {
  const found = await html(
    '<Tabs>\n<Tab label="A">\n\n#### Deep\n\nx\n\n</Tab>\n<Tab label="B">y</Tab>\n</Tabs>\n\n## B\n\nText',
  );
  expect([...found.matchAll(/<(h\d) id="([^"]*)"/g)].map(([, tag, id]) => `${tag} ${id}`)).toEqual([
    "h2 a",
    "h4 deep",
    "h2 b-1",
    "h2 b",
  ]);
});

test("search finds a tab at its own place, links may lead there, and the text names it", async () => {
  const kb = await base({ "lessons/a.mdx": `# A\n\n[On a Mac](#macos)\n\n${body}\n` });
  expect(kb.diagnostics).toEqual([]);
  const entry = await kb.get("lesson", "a");
  expect(entry?.text).toBe("On a Mac\nLock it\nWindows\nPress Win and L.\nmacOS\nPress Ctrl, Cmd and Q.");
  expect(entry?.outline.map(({ text }) => text)).toEqual(["Lock it"]);
  const [page] = entry === undefined ? [] : recordsOfEntry(entry);
  expect(page?.sections.at(-1)).toEqual({ anchor: "macos", heading: "macOS", text: "Press Ctrl, Cmd and Q." });
});

test("what follows tabs is found under the heading that stands above them, not in the last tab", async () => {
  const kb = await base({ "lessons/a.mdx": `# A\n\n${body}\n\nLook away for a moment.\n\n## Unlock it\n\nType.\n` });
  const entry = await kb.get("lesson", "a");
  const [page] = entry === undefined ? [] : recordsOfEntry(entry);
  expect(page?.sections.map(({ anchor, text }) => `${anchor}: ${text}`)).toEqual([
    "undefined: ",
    "lock-it: Look away for a moment.",
    "windows: Press Win and L.",
    "macos: Press Ctrl, Cmd and Q.",
    "unlock-it: Type.",
  ]);
});

test.each([
  [
    "<Tabs>\n</Tabs>",
    ['5:1 error block-content: <Tabs> has no <Tab>. → Write at least two: <Tab label="Windows">…</Tab>.'],
  ],
  [
    '<Tabs>\n<Tab label="A">x</Tab>\n</Tabs>',
    ['5:1 error block-content: <Tabs> has only one <Tab>. → Write at least two: <Tab label="Windows">…</Tab>.'],
  ],
  [
    '<Tabs>\n\nText\n\n<Tab label="A">x</Tab>\n<Tab label="B">x</Tab>\n</Tabs>',
    ['7:1 error block-content: <Tabs> holds nothing but <Tab>. → Put it into a <Tab label="…">, or before <Tabs>.'],
  ],
  [
    '<Tabs>\n<Tab label="A">x</Tab>\n<Tab label="A">y</Tab>\n</Tabs>',
    ["7:1 error block-content: Two tabs are called “A”. → Call one of them otherwise."],
  ],
  [
    '<Tabs>\n<Tab label="A" />\n<Tab>y</Tab>\n</Tabs>',
    [
      "6:1 error block-content: The tab “A” is empty. → Write what it shows, or take it out.",
      '7:1 error prop: “label” is missing (in <Tab>). → Say what it is for: <Tab label="Windows">.',
    ],
  ],
  [
    '<Tab label="A">x</Tab>',
    [
      "5:1 error block-place: <Tab> stands outside of <Tabs>. → Put it between <Tabs> and </Tabs>, not in a list or quote.",
    ],
  ],
  [
    '<Tabs group="my os">\n<Tab label="A">x</Tab>\n<Tab label="B">x</Tab>\n</Tabs>',
    [
      "5:7 error prop: “group” cannot be “my os” (in <Tabs>). → Write a name of letters, digits, - and _, for example system.",
    ],
  ],
])("explains what is wrong with the tabs in %j", async (body, expected) => {
  expect(await toldOf(body)).toEqual(expected);
});
