import { expect, test } from "vitest";
import { told } from "./support/told.ts";

const problems = async (body: string) =>
  (await told({ "lessons/a.mdx": `---\ntitle: A\n---\n\n${body}\n` })).map((line) =>
    line.replace("lessons/a.mdx:", ""),
  );

test.each([
  [
    "<Callout>\n\nText.",
    "5:1 error syntax: <Callout> is opened here and never closed. → Write </Callout> where it ends, on a line of its own.",
  ],
  [
    "Text <b>",
    "5:6 error syntax: <b> is opened in the middle of a line of text, and not closed in it. → Put <b> and </b> on lines of their own, or both on one line.",
  ],
  [
    "Text </b>",
    "5:6 error syntax: A closing tag stands here, but none is open. → Delete it, or open the tag before it, at the same depth of lists and quotes.",
  ],
  [
    "<Calout>\nText.\n</Callout>",
    "7:1 error syntax: </Callout> stands here, but <Calout> is still open. → If one is a slip of the other, give both the same name: <Callout> and </Callout>, or <Calout> and </Calout>.",
  ],
  [
    "<section>\n\nText.\n\n</Callout>",
    "9:1 error syntax: </Callout> stands here, but <section> is still open. → Close <section> first, with </section>.",
  ],
  ["<b>\n\nText.\n\n</i>", "9:1 error syntax: </i> stands here, but <b> is still open. → Close <b> first, with </b>."],
  [
    "a <3 b",
    "5:3 error syntax: A lone “<” begins a tag in MDX. → Write &lt; for the sign itself, or put code in `backticks`.",
  ],
  [
    "Text <!-- note -->",
    "5:6 error syntax: An HTML comment cannot stand in MDX. → Write {/* comment */} instead of <!-- comment -->.",
  ],
  [
    "Set {a b}",
    "5:5 error syntax: Braces { } hold code in MDX, and this is none. → Write \\{ and \\} for the signs themselves, or put code in `backticks`.",
  ],
  [
    "<a href=x>b</a>",
    '5:9 error syntax: This tag is not well formed. → Write attributes as name="value", and close the tag with > or />.',
  ],
  [
    "<Callout>abc\n</Callout>",
    "5:1 error syntax: <Callout> is opened in the middle of a line of text, and not closed in it. → Put <Callout> and </Callout> on lines of their own, or both on one line.",
  ],
  ["Text<br>more", "5:5 error syntax: <br> is never closed. → Write <br />: in MDX it closes itself with a slash."],
  [
    'Text.\n\n<Callout type="tip>\n\nx\n\n</Callout>',
    '7:1 error syntax: A quote is missing in this tag. → Write attributes as name="value", with a quote on both sides.',
  ],
  [
    "See <https://example.com>.",
    "5:5 error syntax: An address in < > is a tag in MDX. → Write a link: [our page](https://example.com), [mail us](mailto:help@example.com).",
  ],
  [
    "Ask <a@example.com>.",
    "5:5 error syntax: An address in < > is a tag in MDX. → Write a link: [our page](https://example.com), [mail us](mailto:help@example.com).",
  ],
  [
    "<Callout>\nhi\n</Callout\n\nText follows, and more.\n\n## More",
    "7:1 error syntax: The tag </Callout has no end: its > is missing. → Write </Callout>.",
  ],
  [
    '<Callout type="tip"\n\nText.\n\n</Callout>',
    "5:1 error syntax: The tag <Callout has no end: its > is missing. → Write > behind it, or /> where it holds nothing.",
  ],
  [
    "<Callout>\n\nHot.</Callout>",
    "7:5 error syntax: </Callout> stands in the middle of a line of text, and was opened on another. → Put </Callout> on a line of its own.",
  ],
  [
    "Type <name> here.",
    "5:6 error syntax: There is no tag <name>. → Write &lt; for the sign itself: &lt;name>; or put it in `backticks`.",
  ],
  [
    "## Type <name>",
    "5:9 error syntax: There is no tag <name>. → Write &lt; for the sign itself: &lt;name>; or put it in `backticks`.",
  ],
  [
    "<Callout type=“warning”>\n\nHot.\n\n</Callout>",
    '5:15 error syntax: These are curly quotes, which a tag cannot have. → Type straight ones: "warning".',
  ],
  [
    "<Callout title=‘Hot’>\n\nHot.\n\n</Callout>",
    "5:16 error syntax: These are curly quotes, which a tag cannot have. → Type straight ones: 'Hot'.",
  ],
  [
    '<Callout title="Hot”>\n\nHot.\n\n</Callout>',
    '5:16 error syntax: These are curly quotes, which a tag cannot have. → Type straight ones: "Hot".',
  ],
  [
    '<Question id="a" accept={[“HTTPS”, “TLS”]}>\n\nWhich?\n\n</Question>',
    '5:25 error syntax: These are curly quotes, which a tag cannot have. → Type straight ones: {["HTTPS", "TLS"]}.',
  ],
  [
    "Use {“a”} here",
    "5:5 error syntax: Braces { } hold code in MDX, and this is none. → Write \\{ and \\} for the signs themselves, or put code in `backticks`.",
  ],
  [
    "Use { here",
    "5:5 error syntax: Braces { } hold code in MDX, and this is none. → Write \\{ and \\} for the signs themselves, or put code in `backticks`.",
  ],
])("explains %j", async (body, expected) => {
  expect(await problems(body)).toEqual([expected]);
});

test("tells the front matter errors of a file that cannot be parsed together with its first syntax error", async () => {
  expect(await told({ "lessons/a.mdx": "---\ntitle: A\nlevl: beginner\n---\n\n<Callout>\n\n<Hint>\n" })).toEqual([
    "lessons/a.mdx:3:1 error unknown-key: “levl” is not a key of this front matter. → Did you mean “level”?",
    "lessons/a.mdx:8:1 error syntax: <Hint> is opened here and never closed. → Write </Hint> where it ends, on a line of its own.",
  ]);
});

test("reads braces and tags of Markdown files as text and HTML", async () => {
  expect(await told({ "lessons/a.md": "# A\n\nSet {a b} if a <3 b. <!-- note -->\n" })).toEqual([]);
});

test("says what is wrong with bytes that are no text", async () => {
  const bytes = (text: string, ...extra: number[]) => Buffer.concat([Buffer.from(text), Buffer.from(extra)]);
  expect(
    await told({
      "lessons/big.md": "a".repeat(20_000_000),
      "lessons/latin.md": bytes("# A\n\nCaf", 0xe9, 0x0a),
      "lessons/nul.md": "# A\n\nb\0c\n",
      "lessons/bom.md": "\uFEFF# A\n",
    }),
  ).toEqual([
    "lessons/big.md:1:1 error file-too-large: This file has 20.0 MB; an entry may have 1 MB. → Split it into several entries, and keep images and recordings in files of their own.",
    "lessons/latin.md:3:4 error not-utf-8: This file is not UTF-8 text from here on. → Save it again as UTF-8: in Notepad with “Save as”, where Encoding is chosen.",
    "lessons/nul.md:3:2 error nul-byte: There is a NUL byte here, which text cannot have. → Delete it, or save the file again as UTF-8 text.",
  ]);
});

test.each([
  "<A x={",
  "<A x= {",
  '<A y=">" x={',
  "<A x={1} y={",
  "<A {...",
  "<A x={{",
  "<A x={[",
  "<A x={<>{",
  "{<A x=",
  "<A x={() => {",
  "<A x={y ? <B z={",
])("does not try for ever to make sense of %s again and again", async (text) => {
  const [first = ""] = await told({ "lessons/a.mdx": `# A\n\n${text.repeat(40)}\n` });
  expect(first).toMatch(
    /^lessons\/a\.mdx:3:\d+ error depth: More than 12 braces stand open here, each in a tag within the one before\. → Close each /,
  );
});

test.each([
  ["{", "<A>"],
  ["{a > ", '<Choice to="s">'],
  ["<B x={a ", "<b>c"],
  ["{", "<A>{"],
])("does not try for ever to find the ends of tags in %s%s", async (start, tag) => {
  const [first = ""] = await told({ "lessons/a.mdx": `# A\n\n${start}${tag.repeat(60)}\n` });
  expect(first).toMatch(/^lessons\/a\.mdx:3:\d+ error depth: More than (?:16 tags|12 braces) stand open here/);
});

test("as many tags as anybody likes may stand between a lone brace and its end, if they are closed", async () => {
  for (const tags of ["<b>x</b> ".repeat(200), "<br /> ".repeat(200)]) {
    const [first = ""] = await told({ "lessons/a.mdx": `# A\n\n{ ${tags}\n` });
    expect(first).toContain(":3:1 error syntax: Braces { } hold code in MDX, and this is none.");
  }
});

test("does not take minutes for more braces and tags than anybody writes", async () => {
  const lines = await told({
    "lessons/a.mdx": `# A\n\n${"`{` ".repeat(100_000)}\n`,
    "lessons/b.mdx": `# B\n\n${"{".repeat(100_000)}\n`,
    "lessons/c.mdx": `# C\n\n${"</".repeat(100_000)}\n`,
    "lessons/d.md": `# D\n\n${"{".repeat(100_000)}\n`,
  });
  expect(lines.filter((line) => line.includes("file-too-large"))).toEqual([
    "lessons/a.mdx:3:40002 error file-too-large: This file has more than 10,000 braces and tags; from here on it is too much to read as MDX. → Split it into several entries, or give it the ending .md, in which braces are text.",
    "lessons/b.mdx:3:10001 error file-too-large: This file has more than 10,000 braces and tags; from here on it is too much to read as MDX. → Split it into several entries, or give it the ending .md, in which braces are text.",
    "lessons/c.mdx:3:20001 error file-too-large: This file has more than 10,000 braces and tags; from here on it is too much to read as MDX. → Split it into several entries, or give it the ending .md, in which braces are text.",
  ]);
});

test.each([
  ["quotes", `${"> ".repeat(10_000)}x`],
  ["lists", `${"- ".repeat(10_000)}x`],
  ["lists by indent", Array.from({ length: 700 }, (_, i) => `${"  ".repeat(i)}- x`).join("\n")],
  ["emphasis", `${"*a **b ".repeat(5_000)}`],
  ["brackets", "[".repeat(50_000)],
  ["tags", `${"<b>".repeat(2_000)}x${"</b>".repeat(2_000)}`],
])("survives thousands of nested %s", async (what, body) => {
  const lines = await told({ "lessons/a.mdx": `# A\n\n${body}\n`, "lessons/b.md": `# B\n\n${body}\n` });
  // Brackets and emphasis are flat to both parsers, and then text.
  if (/quotes|lists|tags/.test(what)) expect(lines.length).toBeGreaterThan(1);
  for (const line of lines)
    expect(line).toMatch(/ error (depth|syntax|raw-html|unsafe-link|too-long): | warning long-read: /);
});

test("points at the place where content gets too deep", async () => {
  expect(await told({ "lessons/a.mdx": `# A\n\n${"> ".repeat(200)}x\n` })).toEqual([
    "lessons/a.mdx:3:201 error depth: Content is nested more than 100 levels deep here. → Flatten the lists and quotes; nobody can read them this deep.",
  ]);
});

test("points at the tag of a Markdown file with which too many stand open, however far apart they are", async () => {
  const tooDeep =
    "error depth: HTML tags are nested more than 100 levels deep here. → Close each tag that is opened, as in <b>…</b>.";
  expect(
    await told({
      "lessons/apart.md": `# A\n\n${"<b>\n\n".repeat(20_000)}`,
      "lessons/entry.mdx": '# B\n\n<Include file="_partial.md" />\n',
      "lessons/_partial.md": `${"text <span>text ".repeat(200)}\n`,
      "lessons/one.md": `# C\n\n${"<div>".repeat(200)}\n`,
      "lessons/right.md": `# D\n\n${"<b>x</b> <br>\n\n<p>\n\n<!-- <b> -->\n\n".repeat(200)}`,
    }),
  ).toEqual([
    `lessons/_partial.md:1:1606 ${tooDeep}`,
    `lessons/apart.md:203:1 ${tooDeep}`,
    `lessons/one.md:3:1 ${tooDeep}`,
  ]);
});
