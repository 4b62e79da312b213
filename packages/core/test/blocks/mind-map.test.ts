import { expect, test } from "vitest";
import { layOut } from "../../src/compile/mind-map/lay-out.ts";
import { measureText } from "../../src/compile/mind-map/measure-text.ts";
import type { Topic } from "../../src/compile/mind-map/topic.ts";
import { recordsOfEntry } from "../../src/search/entry-records.ts";
import { base, html } from "../support/base.ts";
import { toldOf } from "../support/told-body.ts";

const call = '<MindMap title="A call">\n\n- Hear\n  - Take notes\n- Agree\n\n</MindMap>';

test("a list becomes a map without styles of its own, and stays to be read", async () => {
  expect((await html(call)).replace(/\n/g, "")).toBe(
    '<figure class="kh-mindmap" aria-label="Mind map: A call"><div class="kh-mindmap__view" role="group" aria-label="Mind map: A call" tabindex="0">' +
      '<svg class="kh-mindmap__map" viewBox="-2 -2 318 84" width="19.88em" height="5.25em" role="img" aria-label="What this picture shows stands in the list below it.">' +
      '<path class="kh-mindmap__line kh-mindmap__branch--1" d="M63 40.5C83 40.5 83 17.5 103 17.5"></path>' +
      '<path class="kh-mindmap__line kh-mindmap__branch--1" d="M162 17.5C186 17.5 186 17.5 210 17.5"></path>' +
      '<path class="kh-mindmap__line kh-mindmap__branch--2" d="M63 40.5C83 40.5 83 62.5 103 62.5"></path>' +
      '<g class="kh-mindmap__topic kh-mindmap__topic--middle"><rect x="0" y="23" width="63" height="35" rx="17.5"></rect><text text-anchor="middle"><tspan x="31.5" y="45.75">A call</tspan></text></g>' +
      '<g class="kh-mindmap__topic kh-mindmap__topic--main kh-mindmap__branch--1"><rect x="103" y="0" width="59" height="35" rx="6"></rect><text text-anchor="middle"><tspan x="132.5" y="22.75">Hear</tspan></text></g>' +
      '<g class="kh-mindmap__topic kh-mindmap__branch--1"><rect x="210" y="0" width="104" height="35" rx="6"></rect><text text-anchor="middle"><tspan x="262" y="22.75">Take notes</tspan></text></g>' +
      '<g class="kh-mindmap__topic kh-mindmap__topic--main kh-mindmap__branch--2"><rect x="103" y="45" width="67" height="35" rx="6"></rect><text text-anchor="middle"><tspan x="136.5" y="67.75">Agree</tspan></text></g>' +
      '</svg></div><details class="kh-mindmap__list"><summary>As a list</summary><p>A call</p><ul><li>Hear<ul><li>Take notes</li></ul></li><li>Agree</li></ul></details></figure>',
  );
});

test("without a title, the one item that holds all others is the middle", async () => {
  const found = await html("<MindMap>\n\n- CRM\n  - Customers\n  - Reports\n\n</MindMap>");
  expect(found).toContain('aria-label="Mind map: CRM"');
  expect(found.match(/topic--main/g)).toHaveLength(2);
});

test("the words of a map stand once in the text and in search", async () => {
  const kb = await base({ "lessons/a.mdx": `# A\n\n${call}\n` });
  const entry = await kb.get("lesson", "a");
  expect(entry?.text).toBe("A call\nHear\nTake notes\nAgree");
  const [page] = entry === undefined ? [] : recordsOfEntry(entry);
  expect(page?.sections).toEqual([{ text: "As a list · A call · Hear · Take notes · Agree" }]);
});

test("an item with a link leads there from the map, too; then its words are read, not a picture's name", async () => {
  const kb = await base({
    "lessons/a.mdx":
      '# A\n\n<MindMap title="M">\n\n- See [the other](b.mdx) lesson\n- `Code` & **more**\n\n</MindMap>\n',
    "lessons/b.md": "# B\n",
  });
  const found = (await kb.get("lesson", "a"))?.html ?? "";
  expect(found).toMatch(/<a href="\/lessons\/b\/"><rect [^>]*><\/rect><text[^>]*><tspan[^>]*>See the other lesson</);
  expect(found).toContain(">Code &#x26; more</tspan>");
  expect(found).not.toContain('role="img"');
});

test("languages from right to left branch to the left, each topic where it would stand mirrored", () => {
  const middle: Topic = {
    label: "A",
    topics: [
      { label: "Long enough", topics: [{ label: "C", topics: [] }] },
      { label: "B", topics: [] },
    ],
  };
  const [there, back] = [layOut(middle, "ltr"), layOut(middle, "rtl")];
  expect(back.topics.map(({ x, y, width }) => [there.width - x - width, y])).toEqual(
    there.topics.map(({ x, y }) => [x, y]),
  );
  expect(there.topics.map(({ lines }) => lines.join(" "))).toEqual(["A", "Long enough", "C", "B"]);
});

test("boxes never meet, however many and long they are, and each is as wide as its words", () => {
  const words = [
    "Ghi chép đầy đủ",
    "Báo cáo",
    "x",
    "Say back what is wrong in one sentence",
    "中文字符测试也要能正确换行显示出来",
    "Donaudampfschifffahrtsgesellschaft",
  ];
  const grow = (depth: number, seed: number): Topic => ({
    label: words[seed % words.length] ?? "",
    topics: depth === 0 ? [] : Array.from({ length: (seed % 3) + 1 }, (_, i) => grow(depth - 1, seed * 3 + i + 1)),
  });
  const { topics, width, height } = layOut(grow(5, 2), "ltr");
  expect(topics.length).toBeGreaterThan(50);
  for (const [i, one] of topics.entries()) {
    expect(one.x).toBeGreaterThanOrEqual(0);
    expect(one.y).toBeGreaterThanOrEqual(0);
    expect(one.x + one.width).toBeLessThanOrEqual(width);
    expect(one.y + one.height).toBeLessThanOrEqual(height);
    for (const line of one.lines) expect(measureText(line, 16)).toBeLessThanOrEqual(one.width);
    for (const other of topics.slice(i + 1)) {
      const apart =
        one.x + one.width < other.x ||
        other.x + other.width < one.x ||
        one.y + one.height < other.y ||
        other.y + other.height < one.y;
      expect(apart, `${one.lines} ${other.lines}`).toBe(true);
    }
  }
});

test("long labels are cut at spaces into lines of about one length, and words that no line holds between letters", () => {
  const linesOf = (label: string) => layOut({ label, topics: [] }, "ltr").topics[0]?.lines;
  expect(linesOf("Quản lý quan hệ khách hàng")).toEqual(["Quản lý quan", "hệ khách hàng"]);
  expect(linesOf("Donaudampfschifffahrtsgesellschaft")).toEqual(["Donaudampfschiff", "fahrtsgesellschaft"]);
  expect(linesOf("中文字符测试也要能正确换行显示")).toEqual(["中文字符测试也要", "能正确换行显示"]);
});

test("accents take no room", () => {
  expect(measureText("Báo cáo đường", 16)).toBe(measureText("Bao cao duong", 16));
  expect(measureText("Bao", 16)).toBe(measureText("B\u200da\u0301o", 16));
});

test.each([
  [
    "<MindMap />",
    "5:1 error block-content: <MindMap> has no list. → Write a list in it, and lists in its items: each is a branch.",
  ],
  [
    "<MindMap>\n\nText\n\n</MindMap>",
    "7:1 error block-content: <MindMap> holds nothing but a list. → Put it before or after.",
  ],
  [
    "<MindMap>\n\n- a\n- b\n\n</MindMap>",
    '5:1 error block-content: This mind map has no middle. → Say what stands in the middle: <MindMap title="…">; or let the list begin with one item that holds all others.',
  ],
  [
    "<MindMap>\n\n- a\n\n</MindMap>",
    "7:1 error block-content: This mind map has no branches. → Indent items below it by two spaces: each is a branch.",
  ],
  [
    '<MindMap title="M">\n\n- a\n- b\n\n* c\n\n</MindMap>',
    "10:1 error block-content: <MindMap> holds several lists. → Take the text or the empty lines out that part them.",
  ],
  [
    '<MindMap title="M">\n\n- a\n\n  More about it.\n\n</MindMap>',
    "9:3 error block-content: An item of a mind map is one line, and the items below it. → Write this below the map.",
  ],
  [
    '<MindMap title="M">\n\n- a\n-\n\n</MindMap>',
    "8:1 error block-content: This item of the mind map has no words. → Begin it with a word or two.",
  ],
])("explains what is wrong with the mind map in %j", async (body, expected) => {
  expect(await toldOf(body)).toEqual([expected]);
});

test("refuses, at the first item that is too much, what could not be taken in or drawn", async () => {
  const many = Array.from({ length: 2000 }, (_, i) => `- Topic ${i}`).join("\n");
  const deep = Array.from({ length: 30 }, (_, i) => `${"  ".repeat(i)}- Level ${i + 1}`).join("\n");
  const map = (list: string, title = "M") =>
    toldOf(`<MindMap title="${title}">\n\n${list}\n\n</MindMap>`, {}, { budget: { warn: 99, error: 99 } });
  expect(await map(many)).toEqual([
    "157:1 error block-content: A mind map has at most 150 items; this one has more. → Draw its main branches as maps of their own.",
  ]);
  expect(await map(deep)).toEqual([
    "13:13 error block-content: A mind map has at most 6 levels around its middle. → Make the deepest ones one item, or draw the branch as a map of its own.",
  ]);
  expect(await map(`- ${"word ".repeat(2000)}`)).toEqual([
    "7:1 error block-content: This item of the mind map has 9999 letters; 120 is the most. → Keep it to a few words, and write the rest below the map.",
  ]);
  expect(await map("- a", "long ".repeat(30))).toEqual([
    "5:10 error prop: “title” has 150 characters; 120 is the most (in <MindMap>). → At most 120 letters.",
  ]);
});

test("as large a map as there may be is drawn in a moment", async () => {
  const branches = Array.from(
    { length: 10 },
    (_, i) =>
      `- Branch ${i}\n${Array.from({ length: 14 }, (_, j) => `  - Topic ${i} ${j} ${"and more ".repeat(8)}`).join("\n")}`,
  );
  const found = await html(`<MindMap title="M">\n\n${branches.join("\n")}\n\n</MindMap>`);
  expect(found.match(/<rect/g)).toHaveLength(151);
});
