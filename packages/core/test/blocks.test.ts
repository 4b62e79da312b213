import { expect, test } from "vitest";
import { base, html } from "./support/base.ts";
import { told } from "./support/told.ts";

const problems = async (body: string, format = "mdx") =>
  (await told({ [`lessons/a.${format}`]: `---\ntitle: A\n---\n\n${body}\n` })).map((line) =>
    line.replace(/^lessons\/a\.mdx?:/, ""),
  );

test("draws a callout with its own title or the built-in one of its language", async () => {
  expect(await html('<Callout type="warning">\n\nMind **this**.\n\n</Callout>')).toBe(
    '<aside class="kh-callout kh-callout--warning" role="note"><p class="kh-callout__title">Warning</p><p>Mind <strong>this</strong>.</p></aside>',
  );
  expect(await html('<Callout title="Only on Mondays">Text.</Callout>')).toContain(
    '<aside class="kh-callout kh-callout--note" role="note"><p class="kh-callout__title">Only on Mondays</p>',
  );
});

test.each([
  ["<Callot>x</Callot>", "5:1 error unknown-block: There is no block <Callot>. → Did you mean “Callout”?"],
  [
    '<Callout type="tipp">x</Callout>',
    "5:10 error prop: “type” cannot be “tipp” (in <Callout>). → Did you mean “tip”?",
  ],
  [
    '<Callout titel="x">x</Callout>',
    "5:10 error unknown-prop: “titel” is not a prop of <Callout>. → Did you mean “title”?",
  ],
  [
    '<Callout\n  type="tip"\n  titel="x"\n>\n\nx\n\n</Callout>',
    "7:3 error unknown-prop: “titel” is not a prop of <Callout>. → Did you mean “title”?",
  ],
  [
    '<Callout __proto__="x">x</Callout>',
    "5:10 error unknown-prop: “__proto__” is not a prop of <Callout>. → Possible here: type, title.",
  ],
  [
    '<Callout title="one typ of it" typ="tip">x</Callout>',
    "5:32 error unknown-prop: “typ” is not a prop of <Callout>. → Did you mean “type”?",
  ],
  [
    "<Callout title={'type = \\'}'} type=\"tipp\">x</Callout>",
    "5:31 error prop: “type” cannot be “tipp” (in <Callout>). → Did you mean “tip”?",
  ],
  [
    "> <Callout\n>   titel='>'\n> >\n> x\n> </Callout>",
    "6:5 error unknown-prop: “titel” is not a prop of <Callout>. → Did you mean “title”?",
  ],
  [
    "<Callout title={1 + 1}>x</Callout>",
    '5:1 error forbidden-code: The value of “title” in <Callout> is code. → Write a plain value: "text", {3}, {true} or {["one", "two"]}.',
  ],
  [
    "<Callout {...x}>y</Callout>",
    '5:1 error forbidden-code: {...x} is code, which content cannot have. → Write each attribute as name="value".',
  ],
  [
    "<Callout onClick={() => go()}>y</Callout>",
    "5:1 error forbidden-code: “onClick” runs code, which content cannot. → Delete it.",
  ],
  ["<callout>x</callout>", "5:1 error unknown-block: There is no tag <callout>. → Did you mean “Callout”?"],
  [
    "Text <Callout>x</Callout> more.",
    "5:6 error block-place: <Callout> stands inside of a sentence. → Put it on lines of its own, with an empty line before and after it.",
  ],
  [
    '<Callout title="">x</Callout>',
    "5:10 error prop: “title” is empty (in <Callout>). → Write something, or leave it out.",
  ],
  [
    "<p style={{ color: 1 }}>x</p>",
    "5:1 error raw-html: <p> cannot have “style” in content. → Delete it; looks belong to the site's theme.",
  ],
  [
    "<p id={x}>y</p>",
    '5:1 error forbidden-code: The value of “id” in <p> is code. → Write a plain value: "text", {3}, {true} or {["one", "two"]}.',
  ],
  [
    "<Explanation>x</Explanation>",
    "5:1 error block-place: <Explanation> stands outside of <Question>. → Put it between <Question> and </Question>, not in a list or quote.",
  ],
])("explains %j", async (body, expected) => {
  expect(await problems(body)).toEqual([expected]);
});

test("points at text where a block of one line holds something else", async () => {
  expect(await problems("<CaseStudy>bare</CaseStudy>")).toContain(
    "5:12 error block-content: <CaseStudy> holds nothing but <Situation>, <Action> and <Result>. → Put it into one of them, or before <CaseStudy>.",
  );
  const lines = await told({
    "lessons/a.mdx": '---\ntitle: A\n---\n\n<Include file="_b.mdx" />\n',
    "lessons/_b.mdx": "Text.\n\n<Tabs>bare *text*</Tabs>\n",
  });
  expect(lines).toEqual([
    'lessons/_b.mdx:3:7 error block-content: <Tabs> holds nothing but <Tab>. → Put it into a <Tab label="…">, or before <Tabs>.',
  ]);
});

test("tells each tag that cannot stand in a file at its own place", async () => {
  const refused =
    "error raw-html: <center> is not among the HTML tags that content may have. → Looks belong to the site's theme: write **bold**, or a <Callout> for what nobody may miss.";
  expect(await problems("<div><!-- <center> -->\n<center>a</center>\n<b><center>b</center></b></div>", "md")).toEqual([
    `6:1 ${refused}`,
    `7:4 ${refused}`,
  ]);
});

test("takes no longer for the tags of a partial than for those of an entry", async () => {
  const tags = `${"a <b>x</b> ".repeat(20)}\n\n`.repeat(3000);
  const lines = await told({ "lessons/a.mdx": '# A\n\n<Include file="_b.md" />\n', "lessons/_b.md": tags });
  expect(lines.map((line) => line.split(":")[2])).toEqual(["1 error too-long"]);
}, 60_000);

test.each([
  ["<Callout></Callout>", "5:1 error block-content: <Callout> is empty. → Write what is to be noticed."],
  [
    "<Try>\n\nDo it.\n\n<Hint>\n</Hint>\n\n<Solution>So.</Solution>\n\n</Try>",
    "9:1 error block-content: <Hint> is empty. → Write what helps, or delete it.",
  ],
  [
    '<Question id="q">\n\nWhy?\n\n- [x] A\n- [ ] B\n\n<Explanation />\n\n</Question>',
    "12:1 error block-content: <Explanation> is empty. → Say why the right answer is right, or delete it.",
  ],
])("tells a block that shows nothing: %j", async (body, expected) => {
  expect(await problems(body)).toEqual([expected]);
});

test("the title of a callout is text of its entry, and enough of it", async () => {
  const kb = await base({
    "lessons/a.mdx": '# A\n\n<Callout title="Only on Mondays">Text.</Callout>\n\n<Callout title="Not on Sundays" />\n',
  });
  expect((await kb.get("lesson", "a"))?.text).toBe("Only on Mondays\nText.\nNot on Sundays");
});

test("code that is longer than anybody reads is shown without colours, for which it could take minutes", async () => {
  const code = (length: number) => `\`\`\`json\n${"[1, true], ".repeat(length / 11)}\n\`\`\`\n\n`;
  const languages = async (body: string) => (await html(body)).match(/language-json/g) ?? [];
  expect(await languages(code(21_000) + code(11))).toHaveLength(1);
  expect(await languages(code(15_000).repeat(6))).toHaveLength(4);
});

test("says that blocks want the ending .mdx", async () => {
  expect(await problems("<Callout>x</Callout>", "md")).toEqual([
    "5:1 error raw-html: <Callout> is a block, and blocks work in .mdx files only. → Rename this file from .md to .mdx.",
  ]);
});

test.each([
  [
    'import x from "y"',
    "“import” and “export” are code, which content cannot have. → Blocks need no import: delete this line. If it is a sentence, begin it with another word.",
  ],
  [
    "export const x = 1",
    "“import” and “export” are code, which content cannot have. → Blocks need no import: delete this line. If it is a sentence, begin it with another word.",
  ],
  [
    '{fetch("/secrets")}',
    '{fetch("/secrets")} is code, which content cannot have. → For the sign itself write \\{, or put code in `backticks`; comments are {/* … */}.',
  ],
  [
    "<script>alert(1)</script>",
    "<script> cannot stand in content. → Code and styles belong to the site's owner; delete it.",
  ],
  ['<b onclick="go()">x</b>', "“onclick” runs code, which content cannot. → Delete it."],
])("refuses the code in %j", async (body, expected) => {
  expect(await problems(body)).toEqual([`5:1 error forbidden-code: ${expected}`]);
});

test("points at each tag of raw HTML that is beyond the list", async () => {
  const body =
    '<details>\n<summary>More</summary>\n<iframe src="x"></iframe>\n<p style="color:red" onmouseover="x()">y</p>\n</details>';
  expect(await problems(body, "md")).toEqual([
    "7:1 error raw-html: <iframe> is not among the HTML tags that content may have. → Lead there with a link: [the form](https://example.com/form).",
    "8:1 error forbidden-code: “onMouseOver” runs code, which content cannot. → Delete it.",
    "8:1 error raw-html: <p> cannot have “style” in content. → Delete it; looks belong to the site's theme.",
  ]);
});

test("keeps allowed HTML in both formats, and comments out of the page", async () => {
  const body = "Press <kbd>Ctrl</kbd>.\n\n<details>\n<summary>More</summary>\n\nText with **weight**.\n\n</details>";
  const expected =
    "<p>Press <kbd>Ctrl</kbd>.</p>\n<details>\n<summary>More</summary>\n<p>Text with <strong>weight</strong>.</p>\n</details>";
  expect((await html(`${body} <!-- note -->`, "md")).trim()).toBe(expected);
  expect((await html(`{/* note */}\n\n${body}`)).replace(/\n/g, "")).toBe(expected.replace(/\n/g, ""));
});

test("a term in a sentence carries its meaning: hidden beside it, described to those who hear it, part of the text", async () => {
  const body = 'The <Term means="customer relationship management">CRM</Term> knows.';
  expect(await html(body)).toBe(
    '<p>The <span class="kh-term" id="term-crm"><button type="button" class="kh-term__word" popovertarget="term-crm-means" aria-describedby="term-crm-means">CRM</button>' +
      '<span class="kh-term__means" id="term-crm-means" popover="auto"><span class="kh-term__bracket"> (</span>customer relationship management<span class="kh-term__bracket">)</span></span></span> knows.</p>',
  );
  const kb = await base({ "lessons/a.mdx": `# A\n\n${body}\n` });
  expect((await kb.get("lesson", "a"))?.text).toBe("The CRM (customer relationship management) knows.");
});

test("a term alone on its line is a sentence of one word, and two of one name have ids of their own", async () => {
  const found = await html('<Term means="a">CRM</Term>\n\n- <Term means="b">CRM</Term>\n\n## Term: CRM');
  expect([...found.matchAll(/<(\w+)><span class="kh-term" id="([^"]*)"/g)].map(([, tag, id]) => [tag, id])).toEqual([
    ["p", "term-crm-1"],
    ["li", "term-crm-2"],
  ]);
  expect(found).toContain('<h2 id="term-crm">');
});

test.each([
  [
    "A <Term>CRM</Term>.",
    '5:3 error prop: “means” is missing (in <Term>). → Say what it means: <Term means="customer relationship management">CRM</Term>.',
  ],
  [
    'A <Term means="x" />.',
    '5:3 error block-content: <Term> is empty. → Write the term in it: <Term means="…">CRM</Term>.',
  ],
  [
    '## The <Term means="x">CRM</Term>',
    "5:8 error block-place: <Term> stands in a heading or a link. → Explain the word in the text, where it comes up first.",
  ],
  [
    '[The <Term means="x">CRM</Term>](https://example.com)',
    "5:6 error block-place: <Term> stands in a heading or a link. → Explain the word in the text, where it comes up first.",
  ],
  [
    'A <Term means="x">CRM <Term means="y">M</Term></Term>.',
    "5:23 error block-place: <Term> stands inside of another <Term>. → Close the first with </Term> before.",
  ],
])("explains what is wrong with the term in %j", async (body, expected) => {
  expect(await problems(body)).toEqual([expected]);
});
