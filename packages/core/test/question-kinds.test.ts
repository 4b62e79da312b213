import { expect, test } from "vitest";
import { grade, type Question } from "../src/index.ts";
import { base } from "./support/base.ts";
import { told } from "./support/told.ts";

const quiz = (body: string) => ({ "quizzes/q.mdx": `---\ntitle: Q\n---\n\n${body}\n` });

/** The mistakes of one question, which explains itself: that is another rule's business. */
const problems = async (attributes: string, body: string) => {
  const lines = await told(
    quiz(`<Question id="a"${attributes}>\n${body}\n\n<Explanation>So it is.</Explanation>\n</Question>`),
  );
  return lines.map((line) => line.replace("quizzes/q.mdx:", ""));
};

async function questionOf(attributes: string, body: string) {
  const kb = await base(quiz(`<Question id="a"${attributes}>\n${body}\n</Question>`));
  const entry = await kb.get("quiz", "q");
  const question = entry?.questions[0];
  if (entry === undefined || question === undefined)
    throw new Error(kb.diagnostics.map(({ message }) => message).join());
  return { entry, question };
}

const without = ({ id: _id, prompt: _prompt, hints: _hints, ...own }: Question) => own;

const menus =
  'In the menu, choose <Blank answer="File" />, then <Blank answer="Export" accept={["Save as"]} strict="case" />.';

test("a text question has its right answers, and says what it does not forgive", async () => {
  const { question, entry } = await questionOf(' accept={["HTTPS", "TLS"]} strict={["case"]}', "Which protocol?");
  expect(without(question)).toEqual({ kind: "text", accept: ["HTTPS", "TLS"], strict: ["case"] });
  expect(entry.html).toContain('<input class="kh-field" type="text" name="a"');
  expect(entry.html).toMatch(/<summary>Show the answer<\/summary><p><strong>HTTPS<\/strong>.*also right: TLS/);
});

test.each([
  [' accept="HTTPS"', ["HTTPS"], []],
  [' accept={["HTTPS"]} strict="accents"', ["HTTPS"], ["accents"]],
  [' accept={["HTTPS"]} strict', ["HTTPS"], ["case", "accents", "spaces"]],
])("a text question may be written short: %s", async (attributes, accept, strict) => {
  expect(without((await questionOf(attributes, "Which?")).question)).toEqual({ kind: "text", accept, strict });
});

test("a number question has its answer, how far off one may be, and a unit", async () => {
  const { question, entry } = await questionOf(' answer={3.14} tolerance={0.01} unit="m²"', "How much?");
  expect(without(question)).toEqual({ kind: "number", answer: 3.14, tolerance: 0.01, unit: "m²" });
  expect(entry.html).toContain('inputmode="decimal"');
  expect(entry.html).toContain("<strong>3.14 ± 0.01 m²</strong>");
});

test("a number is written as the readers of the page write it", async () => {
  const kb = await base(
    { "vi/quizzes/q.mdx": '---\ntitle: Q\n---\n\n<Question id="a" answer={-3.14}>\nBao nhiêu?\n</Question>\n' },
    { locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } } },
  );
  expect((await kb.get("quiz", "q", { locale: "vi" }))?.html).toContain("<strong>−3,14</strong>");
});

const steps =
  "What comes when?\n\n1. Unlock the door\n2. Turn **off** the alarm\n3. Switch the lights on\n4. Start the till";

test("an order question shows its items in another order, the same one every time", async () => {
  const { question, entry } = await questionOf(' kind="order"', steps);
  const again = await questionOf(' kind="order"', steps);
  expect(question).toEqual(again.question);
  if (question.kind !== "order") throw new Error(question.kind);
  expect(question.answer).toEqual(["unlock-the-door", "turn-off-the-alarm", "switch-the-lights-on", "start-the-till"]);
  expect(question.items.map(({ id }) => id)).not.toEqual(question.answer);
  expect(question.items.map(({ id }) => id).toSorted()).toEqual(question.answer.toSorted());
  expect(question.items.find(({ id }) => id === "turn-off-the-alarm")?.html).toBe(
    "<p>Turn <strong>off</strong> the alarm</p>",
  );
  expect(question.prompt.text).toBe("What comes when?");
  // What a program reads as the text of the entry does not give the order away either.
  expect(entry.text).toBe(["What comes when?", ...question.items.map(({ text }) => text)].join("\n"));
  const form = entry.html.split("<details")[0] ?? "";
  const shown = [...form.matchAll(/data-item="([^"]*)"/g)].map(([, id]) => id);
  expect(shown).toEqual(question.items.map(({ id }) => id));
});

test("two items are shown in the wrong order, whatever they are", async () => {
  for (const [first, second] of [
    ["a", "b"],
    ["b", "a"],
    ["1", "2"],
    ["Đóng", "Mở"],
  ]) {
    const { question } = await questionOf(' kind="order"', `Which?\n\n1. ${first}\n2. ${second}`);
    expect(question).toMatchObject({ items: [{ text: second }, { text: first }] });
  }
});

const table = "What is what?\n\n| Sign | Means |\n|---|---|\n| `ls` | list |\n| `rm` | *delete* |\n| `dir` | list |";

test("a match question has its items, each partner once, and who belongs to whom", async () => {
  const { question, entry } = await questionOf(' kind="match"', table);
  if (question.kind !== "match") throw new Error(question.kind);
  expect(question.columns.map(({ text }) => text)).toEqual(["Sign", "Means"]);
  expect(question.left.map(({ id, html }) => [id, html])).toEqual([
    ["ls", "<code>ls</code>"],
    ["rm", "<code>rm</code>"],
    ["dir", "<code>dir</code>"],
  ]);
  expect(question.right.map(({ id, html }) => [id, html])).toEqual([
    ["delete", "<em>delete</em>"],
    ["list", "list"],
  ]);
  expect(question.answer).toEqual({ ls: "list", rm: "delete", dir: "list" });
  expect(entry.text).toBe("What is what?\nls\nrm\ndir\ndelete\nlist");
  expect(entry.html).toContain('<select class="kh-field" name="a" data-item="rm"><option value="">Choose</option>');
});

test("a cell that is named as what every object has is a cell like any other", async () => {
  const { question } = await questionOf(
    ' kind="match"',
    "Which?\n\n| | |\n|---|---|\n| `__proto__` | constructor |\n| toString | b |",
  );
  const copy: Question = JSON.parse(JSON.stringify(question));
  for (const one of [question, copy]) {
    const { answer } = grade(one, undefined);
    expect(grade(one, answer).score).toBe(1);
    expect(grade(one, {}).score).toBe(0);
  }
});

test("questions survive a trip through JSON, and so do their right answers", async () => {
  for (const [attributes, body] of [
    [' accept="HTTPS"', "Which?"],
    [" answer={0}", "Which?"],
    [' kind="order"', steps],
    [' kind="match"', table],
    ["", menus],
    ["", "Which?\n\n- [x] a\n- [ ] b"],
    ["", "Which?\n\n- [x] a\n- [x] b"],
  ] as const) {
    const { question } = await questionOf(attributes, body);
    const copy: Question = JSON.parse(JSON.stringify(question));
    expect(copy).toEqual(question);
    expect(grade(copy, grade(question, undefined).answer)).toMatchObject({ score: 1, correct: true });
    expect(grade(copy, undefined)).toMatchObject({ score: 0, correct: false });
  }
});

test("a cloze question has its blanks in sentences", async () => {
  const { question, entry } = await questionOf("", menus);
  expect(without(question)).toEqual({
    kind: "cloze",
    blanks: [
      { accept: ["File"], strict: [] },
      { accept: ["Export", "Save as"], strict: ["case"] },
    ],
  });
  expect(question.prompt.text).toBe("In the menu, choose ___, then ___.");
  expect(question.prompt.html.match(/<input class="kh-field kh-blank__field" type="text"/g)).toHaveLength(2);
  expect(entry.text).toBe("In the menu, choose ___, then ___.");
  expect(entry.html).toMatch(
    /choose <span class="kh-blank"><input [^>]*aria-label="Blank 1"[^>]*><\/span>, then <span/,
  );
  expect(entry.html).toMatch(/<ol>\s*<li><strong>File<\/strong><\/li>\s*<li><strong>Export<\/strong>.*Save as/);
});

test("blanks may stand in a list, a table, a callout, and on a line of their own", async () => {
  for (const body of [
    'Fill in:\n\n- <Blank answer="a" />\n- **very** <Blank answer="b" />',
    'Fill in:\n\n| a | b |\n|---|---|\n| <Blank answer="a" /> | <Blank answer="b" /> |',
    'Fill in:\n\n<Callout>\nFirst <Blank answer="a" />, then\n<Blank answer="b" />\n</Callout>',
    'Fill in:\n\n<Blank answer="a" />\n\n<Blank answer="b" />',
  ]) {
    const { question, entry } = await questionOf("", body);
    expect(question).toMatchObject({ kind: "cloze", blanks: [{ accept: ["a"] }, { accept: ["b"] }] });
    expect(entry.html.match(/aria-label="Blank [12]"/g)).toHaveLength(2);
    expect(question.prompt.text.match(/___/g)).toHaveLength(2);
  }
});

test("the short form of a quiz may be a cloze", async () => {
  const kb = await base(quiz(`## How do you export?\n\n${menus}\n\n## And now?\n\n- [x] Yes\n- [ ] No`));
  const entry = await kb.get("quiz", "q");
  expect(entry?.questions.map(({ id, kind }) => [id, kind])).toEqual([
    ["how-do-you-export", "cloze"],
    ["and-now", "choice"],
  ]);
  expect(entry?.questions[0]?.prompt.text).toBe("How do you export?\nIn the menu, choose ___, then ___.");
});

test.each([
  [
    '<Blank answer="a" /> alone.\n\n## Which?\n\n- [x] a\n  > Yes.\n- [ ] b',
    "5:1 error block-place: <Blank> stands outside of <Question>. → Put it between <Question> and </Question>.",
  ],
  [
    '## Which?\n\n- [x] a\n- [ ] b\n\n<Hint>It is <Blank answer="a" />.</Hint>',
    "10:13 error block-place: <Blank> stands in a heading, a hint or an explanation. → Put it into a sentence of the question itself.",
  ],
  [
    '## Press <Blank answer="a" />\n\n- [x] a\n  > Yes.\n- [ ] b',
    "5:10 error block-place: <Blank> stands in a heading, a hint or an explanation. → Put it into a sentence of the question itself.",
  ],
])("a blank that nobody can fill in is an error: %j", async (body, expected) => {
  expect((await told(quiz(body))).map((line) => line.replace("quizzes/q.mdx:", ""))).toContain(expected);
});

test("a blank says what is wrong with its attributes, and its question then nothing more", async () => {
  expect(await problems("", 'Press <Blank /> and <Blank answer="" /> and <Blank answer={3} />.')).toEqual([
    '6:7 error prop: “answer” is missing (in <Blank>). → Write the missing words: <Blank answer="Export" />.',
    "6:28 error prop: “answer” is empty (in <Blank>). → Write something, or leave it out.",
    '6:52 error prop: “answer” should be text, but is the number 3 (in <Blank>). → Write the missing words: <Blank answer="Export" />.',
  ]);
  expect(await problems("", 'Press <Blank answer="a">Export</Blank>.')).toEqual([
    '6:7 error question-body: <Blank> holds text, which nobody would see. → Write the missing words into its tag: <Blank answer="Export" />.',
  ]);
});

test.each([
  [
    ' kind="text"',
    "Which?",
    'question-answer: This question has no right answer. → Write the right answers in its tag: accept={["HTTPS", "TLS"]}.',
  ],
  [
    " accept={[]}",
    "Which?",
    'question-answer: The list “accept” is empty. → Write the right answers in its tag: accept={["HTTPS", "TLS"]}.',
  ],
  [' accept={["a", " "]}', "Which?", "question-answer: A right answer is empty. → Write it, or delete it."],
  [' accept={["a", "a"]}', "Which?", "question-answer: The right answer “a” stands there twice. → Delete one."],
  [
    ' accept={["Hoàn", "hoan"]}',
    "Which?",
    "question-answer: “Hoàn” and “hoan” are the same answer. → Delete one; what typed answers are forgiven can be limited with “strict”.",
  ],
  [' accept={["a"]}', "", "question-body: This question asks nothing. → Write the question between its tags."],
  [
    ' kind="number"',
    "Which?",
    "question-answer: This question has no right answer. → Write the right number in its tag: answer={3.14}.",
  ],
  [
    ' kind="number" tolerance={1}',
    "Which?",
    "question-answer: This question has no right answer. → Write the right number in its tag: answer={3.14}.",
  ],
  [
    ' kind="order"',
    "Which?",
    'question-kind: kind="order" needs a numbered list. → Write what is to be put in order as a list: 1. first, 2. second.',
  ],
  [
    ' kind="order"',
    "Which?\n\n- a\n- b",
    'question-kind: kind="order" needs a numbered list. → Write 1. instead of the dash, since the order is the answer.',
  ],
  [
    ' kind="order"',
    "Which?\n\n1. a",
    "question-options: There is nothing to put in order. → Write at least two items.",
  ],
  [
    ' kind="order"',
    `Which?\n\n${Array.from({ length: 101 }, (_, i) => `${i + 1}. Item ${i}`).join("\n")}`,
    "question-options: This question has 101 items to put in order; 100 is the most. → Ask for fewer, or make it several questions.",
  ],
  [
    ' kind="match"',
    `Which?\n\n| | |\n|---|---|\n${Array.from({ length: 101 }, (_, i) => `| a${i} | b${i} |`).join("\n")}`,
    "question-options: This question has 101 pairs to match; 100 is the most. → Ask for fewer, or make it several questions.",
  ],
  [
    ' kind="order"',
    "Which?\n\n1. a\n2. b\n3. A",
    "question-options: Two items say “A”. → Change one of them, or delete it.",
  ],
  [' kind="order"', "Which?\n\n1. a\n2.\n3. b", "question-options: An item is empty. → Write it, or delete it."],
  [
    ' kind="order"',
    "Which?\n\n1. a\n2. b\n\nText.\n\n1. c",
    "question-options: This question has several numbered lists. → Make them one list, and indent what belongs to an item by three spaces.",
  ],
  [
    ' kind="match"',
    "Which?",
    'question-kind: kind="match" needs a table. → Write one with two columns, a pair in each row.',
  ],
  [
    ' kind="match"',
    "Which?\n\n| a | b | c |\n|---|---|---|\n| d | e | f |",
    "question-options: The table to match has 3 columns, not two. → Write one with two columns, a pair in each row.",
  ],
  [
    ' kind="match"',
    "Which?\n\n| a |\n|---|\n| d |\n| e |",
    "question-options: The table to match has one column, not two. → Write one with two columns, a pair in each row.",
  ],
  [
    ' kind="match"',
    "Which?\n\n| | |\n|---|---|\n| a | b |",
    "question-options: There is nothing to match. → Write at least two rows.",
  ],
  [
    ' kind="match"',
    "Which?\n\n| | |\n|---|---|\n| a | b |\n| c | b |",
    "question-options: Everything in this table has the same partner. → Give it rows with other partners.",
  ],
  [
    ' kind="match"',
    "Which?\n\n| | |\n|---|---|\n| a | b |\n| A | c |",
    "question-options: Two left cells say “A”. → Change one of them, or delete it.",
  ],
  [
    ' kind="match"',
    "Which?\n\n| | |\n|---|---|\n| a | b |\n| c | |",
    "question-options: A right cell is empty. → Write it, or delete its row.",
  ],
  [
    ' kind="match"',
    "Which?\n\n| | |\n|---|---|\n| a | b |\n\nText.\n\n| | |\n|---|---|\n| c | d |",
    "question-options: This question has several tables. → Make them one.",
  ],
  [
    ' kind="order"',
    "Which?\n\n- [x] a\n- [ ] b",
    'question-kind: This question says kind="order", but has options to pick. → Delete the kind, or write a numbered list in the right order.',
  ],
  [
    ' kind="choice" answer={3}',
    "Which?",
    'question-kind: This question says kind="choice", but has “answer”. → Delete the kind, or write a list of options: - [ ] wrong, - [x] right.',
  ],
  [
    ' accept="a"',
    "Which?\n\n- [x] a\n- [ ] b",
    "question-kind: This question has two kinds of answer: options to pick and “accept”. → Keep one of them, or make it two questions.",
  ],
  [
    ' accept="a" answer={3}',
    "Which?",
    "question-kind: This question has two kinds of answer: “accept” and “answer”. → Keep one of them, or make it two questions.",
  ],
  [
    "",
    "Which?\n\n1. a\n2. b",
    'question-answer: No option of this question is marked as right. → If the order of the list is the answer, write kind="order" in its tag; else mark right options with - [x].',
  ],
  [
    "",
    table,
    'question-options: This question has no options. → If the rows of the table are pairs to match, write kind="match" in its tag; else write options: - [ ] wrong, - [x] right.',
  ],
  [
    ' kind="cloze"',
    "Which?",
    'question-answer: This question has no blank to fill in. → Write <Blank answer="Export" /> where a word is missing.',
  ],
  [
    "",
    'Press <Blank answer="Save as" accept={["save  as"]} />.',
    "question-answer: “Save as” and “save  as” are the same answer. → Delete one; what typed answers are forgiven can be limited with “strict”.",
  ],
  [
    "",
    'Press <Blank answer="a" />.\n\n- [x] a\n- [ ] b',
    "question-kind: This question has two kinds of answer: options to pick and a blank. → Keep one of them, or make it two questions.",
  ],
  [
    ' kind="choice"',
    'Press <Blank answer="a" />.',
    'question-kind: This question says kind="choice", but has a blank. → Delete the kind, or write a list of options: - [ ] wrong, - [x] right.',
  ],
  [
    ' accept="a"',
    'Press <Blank answer="a" />.',
    "question-kind: This question has two kinds of answer: “accept” and a blank. → Keep one of them, or make it two questions.",
  ],
])("explains at the first line what is wrong with <Question%s> and %j", async (attributes, body, expected) => {
  expect(await problems(attributes, body)).toEqual([`5:1 error ${expected}`]);
});

test.each([
  [
    ' answer="Export"',
    '“answer” should be a number, but is “Export” (in <Question>). → For a number write answer={3.14}; for a text write accept={["Export"]}.',
  ],
  [
    " answer={1e999}",
    '“answer” should be a number, but is too large to count with (in <Question>). → For a number write answer={3.14}; for a text write accept={["Export"]}.',
  ],
  [
    " answer={3} tolerance={-1}",
    "“tolerance” is at least 0, but is the number -1 (in <Question>). → Write how far off an answer may be: tolerance={0.01}.",
  ],
  [
    ' answer={3} tolerance="1%"',
    "“tolerance” should be a number, but is “1%” (in <Question>). → Write how far off an answer may be: tolerance={0.01}.",
  ],
  [
    " accept={[42]}",
    '“accept” cannot be a list (in <Question>). → Write a list of texts of at most 500 characters: accept={["HTTPS", "TLS"]}.',
  ],
  [
    ' accept="a" strict="cases"',
    '“strict” cannot be “cases” (in <Question>). → Possible are "case", "accents" and "spaces", one or a list: strict={["case"]}; strict alone means all.',
  ],
  [
    ' kind="essay"',
    "“kind” cannot be “essay” (in <Question>). → Possible here: choice, choices, text, number, order, match, cloze.",
  ],
])("explains at the attribute what is wrong with <Question%s>", async (attributes, expected) => {
  const [line = "", ...others] = await problems(attributes, "Which?");
  expect(line.replace(/^5:\d+ error prop: /, "")).toBe(expected);
  expect(others).toEqual([]);
});

test("the answer of a number question is no code", async () => {
  expect(await problems(" answer={NaN}", "Which?")).toEqual([
    '5:1 error forbidden-code: The value of “answer” in <Question> is code. → Write a plain value: "text", {3}, {true} or {["one", "two"]}.',
  ]);
});

test("a mistake names the pieces that it is about", async () => {
  const kb = await base(quiz('<Question id="a" kind="order">\nWhich?\n\n1. a\n2. b\n3. a\n</Question>'));
  expect(kb.diagnostics).toMatchObject([
    {
      range: { start: { line: 5 } },
      related: [
        { message: "This item", range: { start: { line: 8, column: 1 } } },
        { message: "This item", range: { start: { line: 10, column: 1 } } },
      ],
    },
  ]);
});

test("a question with a numbered list or a table of its own may be of any kind", async () => {
  expect(await problems(' accept="b"', "Which is second?\n\n1. a\n2. b")).toEqual([]);
  expect(await problems(" answer={2}", table)).toEqual([]);
  expect(await problems("", "Read this:\n\n1. a\n2. b\n\nWhich?\n\n- [x] a\n- [ ] b")).toEqual([]);
  expect(await problems(' kind="order"', "Know this:\n\n- a\n- b\n\nWhat comes when?\n\n1. c\n2. d")).toEqual([]);
});

test("a reader takes longer for more items", async () => {
  const minutes = async (count: number) => {
    const items = Array.from({ length: count }, (_, i) => `${i + 1}. item ${i}`).join("\n");
    return (await questionOf(' kind="order"', `Which?\n\n${items}`)).entry.minutes;
  };
  expect(await minutes(2)).toBe(1);
  expect(await minutes(12)).toBe(3);
});

test("search finds a question by what it asks and offers, and does not tell the answer", async () => {
  const { recordsOfEntry } = await import("../src/search/index.ts");
  const text = async (attributes: string, body: string) =>
    recordsOfEntry((await questionOf(attributes, body)).entry)[1]?.sections[0]?.text;
  expect(await text(' accept="HTTPS"', "Which protocol?")).toBe("");
  expect(await text(' kind="match"', table)).toBe("ls · rm · dir · delete · list");
  expect(await text(' kind="order"', steps)).not.toMatch(/^Unlock the door\nTurn off/);
});

test("what stands on the page twice has its ids once, and footnotes lead back to where they are referred to", async () => {
  const order = `<Question id="a" kind="order">
Which?

1. First[^1]

   ### A heading

2. Second
</Question>`;
  const match = '<Question id="b" kind="match">\nWhich?\n\n| | |\n|---|---|\n| c[^1] | d |\n| e | f |\n</Question>';
  const kb = await base(quiz(`${order}\n\n${match}\n\n[^1]: Note.`));
  const html = (await kb.get("quiz", "q"))?.html ?? "";
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
  expect(targets.toSorted()).toEqual(["fn-1", "fn-1", "fn-1", "fn-1", "fnref-1", "fnref-1-2"]);
  expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
});

test("a piece of several paragraphs is named by all of its words", async () => {
  const { question } = await questionOf(' kind="order"', "Which?\n\n1. First\n\n   and more\n2. Second");
  expect(question).toMatchObject({ answer: ["first-and-more", "second"] });
});
