import { expect, test } from "vitest";
import { picture } from "../../../test/support/picture.ts";
import { createProject } from "../../../test/support/project.ts";
import { fixKnowledgeBase } from "../src/node.ts";
import { today } from "./support/told.ts";
import { toldOf } from "./support/told-body.ts";

test.each([
  [
    "![C](images/fil ter.png)",
    "5:1 warning unread-markdown: This shows as text, not as a picture: its address “images/fil ter.png” has a space in it. → Write images/fil%20ter.png or <images/fil ter.png>.",
  ],
  [
    "See [a **b**](foo bar.mdx#x) there",
    "5:5 warning unread-markdown: This shows as text, not as a link: its address “foo bar.mdx#x” has a space in it. → Write foo%20bar.mdx#x or <foo bar.mdx#x>.",
  ],
  [
    '- [a](./foo bar "Its title")',
    "5:3 warning unread-markdown: This shows as text, not as a link: its address “./foo bar” has a space in it. → Write ./foo%20bar or <./foo bar>.",
  ],
  [
    "[d](lesson: b)",
    "5:1 warning unread-markdown: This shows as text, not as a link: its address “lesson: b” has a space in it. → Write lesson:b.",
  ],
  [
    "[d] (b.mdx)",
    "5:1 warning unread-markdown: This shows as text, not as a link: a space stands between ] and (. → Take the space away.",
  ],
  [
    "![d] (b c.png)",
    "5:1 warning unread-markdown: This shows as text, not as a picture: a space stands between ] and (. → Take the space away, and b%20c.png or <b c.png> in the parentheses.",
  ],
  [
    "[x](https://example.com/a b)",
    "5:1 warning unread-markdown: This shows as text, not as a link: its address “https://example.com/a b” has a space in it. → Write https://example.com/a%20b or <https://example.com/a b>.",
  ],
])("explains the link or picture %j, which shows as text", async (body, expected) => {
  expect(await toldOf(body)).toEqual([expected]);
});

test.each([
  [":::note\nMind this.\n:::", "5:1", ":::note", "note"],
  [":::caution[Hot]\n\nMind this.\n\n:::", "5:1", ":::caution[Hot]", "warning"],
  ["> [!TIP]\n> Mind this.", "5:3", "[!TIP]", "tip"],
])("tells a callout of another tool: %j", async (body, place, sign, type) => {
  expect(await toldOf(body)).toEqual([
    `${place} warning unread-markdown: This shows as text, not as a callout: “${sign}” means nothing here. → Write <Callout type="${type}"> and </Callout> around the text, in an .mdx file.`,
  ]);
});

test.each(["::: is a sign", "[!NOTE] in a sentence", "> [!NOTE](https://example.com)", "`:::note`", ":::boxes"])(
  "takes %j for text",
  async (body) => {
    expect(await toldOf(body)).toEqual([]);
  },
);

test("tells cells that show nowhere, since their table has fewer columns", async () => {
  const hint = "Write \\| for the sign itself, also in `code`; or give the first row more cells.";
  expect(await toldOf("| a | b |\n|---|---|\n| x | `c|d` |\n| y \\| z | w |")).toEqual([
    `7:9 warning unread-markdown: This row has 3 cells, and its table 2: from here on it shows nowhere. → ${hint}`,
  ]);
  expect(await toldOf("| a |\n|---|\n| x | y |")).toEqual([
    `7:5 warning unread-markdown: This row has 2 cells, and its table one: from here on it shows nowhere. → ${hint}`,
  ]);
});

test.each([
  "Choose rows[0] (the first) or rows[i](all of them).",
  "\\[a](b c.png) and [a\\](b c.png) are how it is written, as is `[a](b c.png)`.",
  "Price [net] (without tax) and [x] (see 3.1).",
  "a](b c.png)",
])("takes %j for what it is", async (body) => {
  expect(await toldOf(body)).toEqual([]);
});

test("makes links and pictures of what shows as text", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/lessons/a.mdx":
      '# A\n\n> ![C](fil ter.png "T") [a] (foo  bar.md) [d](lesson: foo  bar) [e] (foo%20%20bar.md)\n',
    "content/lessons/foo  bar.md": "# B\n\nText.\n",
    "content/lessons/fil ter.png": picture,
  });
  const { diagnostics, fixed } = await fixKnowledgeBase({ root: project.root, cache: false, today });
  expect(diagnostics).toEqual([]);
  expect(fixed.map(({ title }) => title)).toEqual([
    "Write “fil%20ter.png”",
    "Take the space away",
    "Write “lesson:foo%20%20bar”",
    "Take the space away",
  ]);
  expect(await project.read("content/lessons/a.mdx")).toBe(
    '# A\n\n> ![C](fil%20ter.png "T") [a](foo%20%20bar.md) [d](lesson:foo%20%20bar) [e](foo%20%20bar.md)\n',
  );
});

test.each([
  [
    "##Then\n\nText.",
    "5:1 warning unread-markdown: This shows as text, not as a heading: the space behind ## is missing. → Write a space behind ##; for the sign itself, \\#.",
  ],
  [
    "• Beans\n• Milk",
    "5:1 warning unread-markdown: This shows as text, not as a list: “•” begins no item. → Begin each item with - and a space, with an empty line above the first.",
  ],
  [
    "| a | b |\n|---|\n| 1 | 2 |",
    "6:1 warning unread-markdown: This shows as text, not as a table: its first line has 2 cells, its second one cell. → Write |---|---| for the second line.",
  ],
  [
    "> a | **b**\n> ---|---|---\n> 1 | 2",
    "6:3 warning unread-markdown: This shows as text, not as a table: its first line has 2 cells, its second 3 cells. → Write |---|---| for the second line.",
  ],
  [
    "Type {} for none.",
    "5:6 warning unread-markdown: {} shows nothing: braces hold comments in MDX. → Write \\{\\} for the signs themselves, or put them in `backticks`.",
  ],
])("explains %j, which shows otherwise than it was meant", async (body, expected) => {
  expect(await toldOf(body)).toEqual([expected]);
});

test.each([
  [
    "#Steps\n\nText.",
    "5:1 warning unread-markdown: This shows as text, not as a heading: the space behind # is missing. → Write a space behind #; for the sign itself, \\#.",
  ],
  [
    "| Route | Dose | Max\n| i.v. | 2 mg | 6 a day\n| s.c. | 5 mg | 4 a day",
    "5:1 warning unread-markdown: This shows as text, not as a table: the line of dashes below its first line is missing. → Write |---|---|---| below it.",
  ],
  [
    "Weight\tDose\n5 kg\t120 mg",
    "5:1 warning unread-markdown: This shows as text, not as a table: tabs part no cells. → Write | between the cells, and |---|---| below the first line.",
  ],
  [
    "[ ] Badge\n[ ] Laptop",
    "5:1 warning unread-markdown: This shows as text, not as an item to tick: “[ ]” stands without “- ”. → Begin each item with - [ ] and a space.",
  ],
  [
    "- [] Badge",
    "5:3 warning unread-markdown: This shows as text, not as an item to tick: the space in “[]” is missing. → Begin each item with - [ ] and a space.",
  ],
  [
    "- [ ] Badge\n-[ ] Laptop",
    "6:1 warning unread-markdown: This shows as text, not as an item to tick: the space behind “-” is missing. → Begin each item with - [ ] and a space.",
  ],
  [
    "Bring:\n-Gown\n-Gloves",
    "6:1 warning unread-markdown: This shows as text, not as a list: the space behind “-” is missing. → Begin each item with - and a space.",
  ],
  [
    "- Gown\n-Gloves",
    "6:1 warning unread-markdown: This shows as text, not as a list: the space behind “-” is missing. → Begin each item with - and a space.",
  ],
  [
    "1.Stop\n2.Call",
    "5:1 warning unread-markdown: This shows as text, not as a list: the space behind “1.” is missing. → Begin each item with its number, a full stop and a space.",
  ],
  [
    "– Gown\n– Gloves",
    "5:1 warning unread-markdown: This shows as text, not as a list: “–” begins no item. → Begin each item with - and a space, with an empty line above the first.",
  ],
  [
    "·\tGown\n·\tGloves",
    "5:1 warning unread-markdown: This shows as text, not as a list: “·” begins no item. → Begin each item with - and a space, with an empty line above the first.",
  ],
  [
    "| Title |\n|---|---|\n| 1 | 2 |",
    "6:1 warning unread-markdown: This shows as text, not as a table: its first line has one cell, its second 2 cells. → Give its first line 2 cells too.",
  ],
  [
    "• 1. Stop\n• 2. Call",
    "5:1 warning unread-markdown: This shows as text, not as a list: “•” begins no item. → Begin each item with - and a space, with an empty line above the first.",
  ],
  [
    "- • Gown",
    "5:3 warning unread-markdown: This shows as text, not as a list: “•” begins no item. → Begin each item with - and a space, with an empty line above the first.",
  ],
  [
    "See [the dose](..\\lessons\\Dose (children).mdx).",
    "5:5 warning unread-markdown: This shows as text, not as a link: its address “..\\lessons\\Dose (children).mdx” has a space in it. → Write ../lessons/Dose%20(children).mdx or <../lessons/Dose (children).mdx>.",
  ],
])("explains %j, pasted or typed in a hurry", async (body, expected) => {
  expect(await toldOf(body)).toEqual([expected]);
});

test.each([
  "#One #Two",
  "#Coffee is a keyword.",
  "| the sign of\n| a pipe",
  "It cost 2.5 kg\n1.5 kg more",
  "-Mai",
  "– he said",
  "Name:\tMai",
  "[x] is how a tick is written, [ ] how none",
  "1. One\n2. Two",
  "A [net] price\n[x](https://example.com) more",
  // Keywords.
  "#TODO\n\nText.",
  "#FIXME: the dose\n\nText.",
  "Text.\n\n#Team",
  "#Serial number: 2\n#\n\nText.",
  // Options, versions, dates, sums, speech.
  "* -o, --output\nThe file.",
  "- 4.x: node 14\n- 3.x: node 8",
  "-v verbose\n-q quiet",
  "Supports\n1.x\n2.x",
  "From\n10.Dezember to\n11.Dezember",
  "x =\n-y\n-z",
  "- The flag\n  -verbose is on",
  "1990\n– 2000\n– 2010",
  "− 5\n− 6",
  "– Anh đi đâu đấy?\n– Tôi về nhà.",
  "— Mai Nguyen\n— Lan Tran",
  // Signs in a row, between words, in a legend.
  "■■■□□\n■■■■□",
  "● ● ○ Hard\n● ○ ○ Easy",
  "·····\n·····",
  "● Online\n○ Offline",
  "Home · About\n· Contact\n· More",
  "•",
  // Brackets.
  "[] == []\n[] === []",
  "[ ] is open",
  "- Fix the guide [skip ci] (#432)",
  "Text [^1] (see b.md)\n\n[^1]: Note.",
  "The array[0] (x.pdf)",
  "Usage: cmd [options] (./file or ./folder)",
  "[note] (e.g. foo.pdf)",
  // Pipes and tabs.
  "|x + y| ≤ |x| + |y|\n|x y| = |x| |y|",
  "| `a` | `b` |\n| `c|d` | e |",
  "+--+--+\n| a | b |\n+--+--+",
  "|| a\n|| b",
  "Tel:\t090 123\nFax:\t090 124",
  "a)\tOne\nb)\tTwo",
  "o\tOne\no\tTwo",
  "a\tb\n\t1\t2",
  "-\tx\n\n\ta\tb\n\tc\td",
  "int\tx;\nint\ty;",
  "type\t\tthe kind\ncard\t\tthe number",
  "x\ty\n**1\t2**",
  "a\tb\n1\t2\nThat is all.",
  "-\ta\tb\n\tc\td\te",
])("takes %j as somebody may write it", async (body) => {
  expect(await toldOf(body)).toEqual([]);
});

test.each([
  ["#Steps\n\nText.", "# Steps\n\nText."],
  ["| a | b\n| 1 | 2", "| a | b\n|---|---|\n| 1 | 2"],
  ["> | a | b |\n> | 1 | 2 |", "> | a | b |\n> |---|---|\n> | 1 | 2 |"],
  ["a\tb\r\n1\t2|3", "| a | b |\r\n|---|---|\r\n| 1 | 2\\|3 |"],
  ["> a\tb\tc\n> 1\t\t3", "> | a | b | c |\n> |---|---|---|\n> | 1 |  | 3 |"],
  ["a\tb\tc\n1\t2\t3\n\t5\t6", "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n|  | 5 | 6 |"],
  ["\tDose\n5 kg\t2 mg", "|  | Dose |\n|---|---|\n| 5 kg | 2 mg |"],
  ["[ ] a\n[x] b", "- [ ] a\n- [x] b"],
  ["- [] a\n-[ ] b\n-[] c", "- [ ] a\n- [ ] b\n- [ ] c"],
  ["Bring:\n-Gown\n-Gloves", "Bring:\n- Gown\n- Gloves"],
  ["> 1.Stop\n> 2)Call", "> 1. Stop\n> 2) Call"],
  ["Bring:\n\n– Gown\n– Gloves", "Bring:\n\n- Gown\n- Gloves"],
  ["Bring:\n– 2 gowns\n– 5 gloves", "Bring:\n- 2 gowns\n- 5 gloves"],
  ["·\tGown\n\n·\tGloves", "- Gown\n\n- Gloves"],
  ["1. Stop\n2.Call", "1. Stop\n2. Call"],
  ["a | b | c\n:--|--:\n1 | 2 | 3", "a | b | c\n|:---|---:|---|\n1 | 2 | 3"],
])("makes what was meant of %j, pasted or typed in a hurry: %j", async (before, after) => {
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/lessons/a.mdx": `# A\n\n${before}\n`,
  });
  expect((await fixKnowledgeBase({ root: project.root, cache: false, today })).diagnostics).toEqual([]);
  expect(await project.read("content/lessons/a.mdx")).toBe(`# A\n\n${after}\n`);
});

test.each(["- • Gown", "•Gown •Gloves", "• 1. Stop\n• 2. Call", "| Title |\n|---|---|\n| 1 | 2 |"])(
  "leaves %j, told as it is, to a person",
  async (body) => {
    const project = await createProject({
      "knowhow.config.json": { title: "T" },
      "content/lessons/a.mdx": `# A\n\n${body}\n`,
    });
    const { diagnostics } = await fixKnowledgeBase({ root: project.root, cache: false, today });
    expect(diagnostics.map(({ code }) => code)).toEqual(["unread-markdown"]);
    expect(await project.read("content/lessons/a.mdx")).toBe(`# A\n\n${body}\n`);
  },
);

test.each([
  "#1 is the first, #coffee a keyword, \\##x and `##x` are how it is written.",
  "One • two\n• three",
  "| a | b |\n|:--|--:|\n| 1 | 2 \\| 3 |",
  "a | b\n-- it goes on | there",
  "{/* a comment */}",
  "- [ ] Grind\n- [x] Boil",
])("takes %j as it is written", async (body) => {
  expect(await toldOf(body)).toEqual([]);
});

test.each([
  ["##Then\n\nText.", "## Then\n\nText."],
  ["> ▪Beans\n> ▪  Milk", "> - Beans\n> - Milk"],
  ["| a | b |\n|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"],
  ["Type {} or { }.", "Type \\{\\} or \\{ \\}."],
])("makes what was meant of %j: %j", async (before, after) => {
  const project = await createProject({
    "knowhow.config.json": { title: "T" },
    "content/lessons/a.mdx": `# A\n\n${before}\n`,
  });
  expect((await fixKnowledgeBase({ root: project.root, cache: false, today })).diagnostics).toEqual([]);
  expect(await project.read("content/lessons/a.mdx")).toBe(`# A\n\n${after}\n`);
});

test.each([
  ["a block", "Text.\n\n```sh\nrun\n\n## More\n\nText.", "7:1", "```"],
  ["one of tildes", "~~~~\nrun\n~~~", "5:1", "~~~~"],
  ["one that ends with more than signs", "```\nrun\n```js", "5:1", "```"],
  ["one in a quote", "> ```\n> run\n\nText.", "5:3", "```"],
  ["one in a list", "- Run:\n\n  ```sh\n  run\n\nText.", "7:3", "```"],
  ["an empty one", "Text.\n\n```", "7:1", "```"],
])("tells %s of code without an end at its first line", async (_what, body, place, fence) => {
  expect(await toldOf(body)).toEqual([
    `${place} warning unclosed-code: This block of code has no end, so that all that follows is code. → Write ${fence} where it ends, on a line of its own.`,
  ]);
});

test.each([
  "```sh\nrun\n```",
  "````\n```\n````\n\nText.",
  "```\n```",
  "> ~~~\n> run\n> ~~~~  ",
  "1. Run:\n\n   ```sh\n   run\n   ```\n\n2. Stop.",
  "- ```\n  run\n  ```",
])("takes %j for whole", async (body) => {
  expect(await toldOf(body)).toEqual([]);
});

test("takes code that is indented for whole", async () => {
  expect(await toldOf("Text.", { "lessons/b.md": "# B\n\n    ```\n    run\n" })).toEqual([]);
});

test("reads a line with very many spaces in no time", async () => {
  const started = performance.now();
  expect(await toldOf(`a${" ".repeat(100_000)}b\nc`)).toEqual([]);
  // Looked at from each of the spaces, it takes more than eight seconds.
  expect(performance.now() - started).toBeLessThan(4000);
});
