import { expect, test } from "vitest";
import { base } from "./support/base.ts";
import { told } from "./support/told.ts";

const quiz = (body: string) => ({ "quizzes/q.mdx": `---\ntitle: Q\n---\n\n${body}\n` });
// That a question does not say why is another rule's business.
const rules = { "question-without-explanation": "off" };
const problems = async (body: string) =>
  (await told(quiz(body), { rules })).map((line) => line.replace("quizzes/q.mdx:", ""));

const phishing = `<Question id="first-step">
Which is the safest first step?

- [ ] Open the link in a private window
  > A private window does not protect you.
- [x] Press **Report**
  > Right: security sees it within minutes.

<Hint>Who needs to know?</Hint>
<Explanation>Reporting protects everyone who got the same mail.</Explanation>
</Question>`;

test("reads a question with its options, feedback, hints and explanation, in any entry", async () => {
  const kb = await base({ "lessons/a.mdx": `---\ntitle: A\n---\n\n${phishing}\n` });
  const entry = await kb.get("lesson", "a");
  expect(entry?.questions).toEqual([
    {
      id: "first-step",
      kind: "choice",
      prompt: { html: "<p>Which is the safest first step?</p>", text: "Which is the safest first step?" },
      options: [
        {
          id: "open-the-link-in-a-private-window",
          correct: false,
          html: "<p>Open the link in a private window</p>",
          text: "Open the link in a private window",
          feedback: {
            html: "<p>A private window does not protect you.</p>",
            text: "A private window does not protect you.",
          },
        },
        {
          id: "press-report",
          correct: true,
          html: "<p>Press <strong>Report</strong></p>",
          text: "Press Report",
          feedback: {
            html: "<p>Right: security sees it within minutes.</p>",
            text: "Right: security sees it within minutes.",
          },
        },
      ],
      hints: [{ html: "<p>Who needs to know?</p>", text: "Who needs to know?" }],
      explanation: {
        html: "<p>Reporting protects everyone who got the same mail.</p>",
        text: "Reporting protects everyone who got the same mail.",
      },
    },
  ]);
  expect(entry?.html).toContain('<section class="kh-question" id="first-step" data-kind="choice">');
  expect(entry?.html).toContain('<input type="radio" name="first-step" value="press-report"');
});

test("reads the headings of a quiz as questions, several right options as choices", async () => {
  const kb = await base(
    quiz(
      "## Which are fruit?\n\nPick all.\n\n- [x] Apple\n- [x] Pear\n- [ ] Carrot\n\n## And now?\n\n- [x] Yes\n- [ ] No",
    ),
  );
  const entry = await kb.get("quiz", "q");
  expect(entry?.questions.map(({ id, kind, prompt }) => [id, kind, prompt.text])).toEqual([
    ["which-are-fruit", "choices", "Which are fruit?\nPick all."],
    ["and-now", "choice", "And now?"],
  ]);
  expect(entry?.outline.map(({ id }) => id)).toEqual(["which-are-fruit", "and-now"]);
  expect(entry?.html).toContain('type="checkbox"');
  expect(entry?.questionCount).toBe(2);
});

test("lets a Question under a heading of a quiz replace the short form", async () => {
  const kb = await base(
    quiz('## About fruit\n\n<Question id="fruit">\nWhich?\n\n- [x] Apple\n- [ ] Carrot\n</Question>'),
  );
  expect((await kb.get("quiz", "q"))?.questions.map(({ id }) => id)).toEqual(["fruit"]);
});

test.each([
  [
    "## One\n\n- [ ] a\n- [ ] b",
    ["5:1 error question-answer: No option of this question is marked as right. → Mark the right ones with - [x]."],
  ],
  [
    "## One\n\n- a\n- b",
    ["5:1 error question-answer: No option of this question is marked as right. → Mark the right ones with - [x]."],
  ],
  [
    "## One\n\n- [x] a",
    ["5:1 error question-options: A question needs at least two options. → Add a wrong one that people would believe."],
  ],
  [
    "## One\n\nText.",
    ["5:1 error question-options: This question has no options. → Write them as a list: - [ ] wrong, - [x] right."],
  ],
  [
    "## One\n\n- [x] a\n- [ ] a",
    ["5:1 error question-options: Two options say “a”. → Change one of them, or delete it."],
  ],
  [
    "## One\n\n- [x] a\n- b",
    [
      "5:1 error question-options: Some options have no box. → Begin every option with - [ ], and right ones with - [x].",
    ],
  ],
  [
    '<Question id="a" kind="choice">\nWhich?\n\n- [x] a\n- [x] b\n</Question>',
    [
      '5:1 error question-kind: kind="choice" has one right option, and 2 are marked. → Mark one only, or write kind="choices".',
    ],
  ],
  [
    "<Question>\nWhich?\n\n- [x] a\n- [ ] b\n</Question>",
    [
      '5:1 error prop: “id” is missing (in <Question>). → Give it one that stays, for example <Question id="first-step">.',
    ],
  ],
  [
    '<Question id="a">\nWhich?\n\n- [x] a\n- [ ] b\n</Question>\n\n<Question id="a">\nWho?\n\n- [x] a\n- [ ] b\n</Question>',
    ["12:1 error question-id: Two questions of this entry have the id “a”. → Give one of them another id."],
  ],
  [
    '<Question id="a">\n- [x] a\n- [ ] b\n</Question>',
    ["5:1 error question-body: This question asks nothing. → Write the question above its options."],
  ],
  [
    "## One\n\n- [x]a\n- [ ] b",
    [
      "7:1 error question-options: The box of “[x]a” is not written right. → Write - [ ] or - [x], and a space behind it.",
    ],
  ],
  [
    "## One\n\n- [x] \n- [ ] b",
    ["7:1 error question-options: This option is empty. → Write its text behind [ ] or [x]."],
  ],
  [
    "## One\n\n- [x] Yes\n- [ ] yes",
    ["5:1 error question-options: Two options say “yes”. → Change one of them, or delete it."],
  ],
  [
    "## One\n\n- [x] a\n\n> Feedback.\n\n- [ ] b",
    [
      "9:1 error question-options: The options of this question are cut into several lists. → If this is the feedback of the option above, indent it by two spaces; else put it above the options.",
    ],
  ],
  [
    "## One\n\n- [x] a\n- [ ] b\n> Wrong.",
    ["9:1 error question-options: This feedback belongs to no option. → Indent it by two spaces."],
  ],
  [
    "## One\n\n* [x] a\n- [ ] b",
    [
      "8:1 error question-options: The options of this question are cut into several lists. → Begin all options with the same sign, and put hints below the last.",
    ],
  ],
  [
    "## One\n\n-[x] a\n-[ ] b",
    ["7:1 error question-options: “-[x]” begins no option: the space behind its first sign is missing. → Write - [x]."],
  ],
  [
    '<Question id="a">\nWhich?\n  +[] a\n  +[x] b\n</Question>',
    ["7:1 error question-options: “+[]” begins no option: the space behind its first sign is missing. → Write + [ ]."],
  ],
  [
    "Text.\n\n### One\n\n- [x] a\n- [ ] b",
    [
      "7:1 error no-questions: This quiz has no questions. → Write ## instead of ###: a question is a heading of the second level.",
    ],
  ],
  [
    "# One\n\n- [x] a\n- [ ] b",
    [
      "5:1 error no-questions: This quiz has no questions. → Write ## instead of #: a question is a heading of the second level.",
    ],
  ],
  [
    "### One\n\n- [x] a\n- [ ] b\n\n## Two\n\n- [x] a\n- [ ] b",
    [
      "7:1 error question-body: These options belong to no question: in a quiz a question is a ## heading with its options below. → Write a ## heading above them.",
    ],
  ],
  [
    "### One\n\nText.",
    [
      "1:1 error no-questions: This quiz has no questions. → Write each question as a ## heading with a list of options below: - [ ] wrong, - [x] right.",
    ],
  ],
  [
    '<Question id="a">\nWhich?\n\n- [x] a\n- [ ] b\n<Hint>h</Hint>\n</Question>',
    [
      "10:1 error block-place: <Hint> stands in a list within <Question>, not directly in it. → Leave an empty line before it, and do not indent it.",
    ],
  ],
])("explains what is wrong with %j", async (body, expected) => {
  expect(await problems(body)).toEqual(expected);
});

test("allows one right option among choices where the author says so", async () => {
  expect(await problems('<Question id="a" kind="choices">\nWhich?\n\n- [x] a\n- [ ] b\n</Question>')).toEqual([]);
});

test("tells of options that a Question under the same heading leaves over", async () => {
  const fruit = '<Question id="fruit">\nWhich?\n\n- [x] Apple\n- [ ] Carrot\n</Question>';
  expect(await problems(`## One\n\n- [x] a\n- [ ] b\n\n${fruit}`)).toEqual([
    '7:1 error question-body: These options belong to no question: a <Question> under the same heading takes its place. → Put them into a <Question id="…"> too, or write a heading of its own above the other question.',
  ]);
  expect(await problems(`## One\n\n- [x] a\n- [ ] b\n\n## Two\n\n${fruit}`)).toEqual([]);
  expect(await problems(`## Before you begin\n\n- [ ] Sit down\n- [ ] Breathe\n\n${fruit}`)).toEqual([]);
});

test("warns of a question that does not say why its answer is right", async () => {
  const warning =
    "warning question-without-explanation: This question does not say why its answer is right. → Add an <Explanation>, or under its options feedback: > Because …";
  const warned = async (body: string) => (await told(quiz(body))).map((line) => line.replace("quizzes/q.mdx:", ""));
  expect(await warned("## One\n\n- [x] a\n- [ ] b\n\n<Hint>h</Hint>")).toEqual([`5:1 ${warning}`]);
  expect(await warned('<Question id="a" answer={3}>\nWhich?\n</Question>')).toEqual([
    `5:1 ${warning.replace(/→.*/, "→ Add an <Explanation> above </Question>.")}`,
  ]);
  expect(await warned("## One\n\n- [x] a\n- [ ] b\n  > Because.")).toEqual([]);
  expect(await warned("## One\n\n- [x] a\n- [ ] b\n\n<Explanation>So it is.</Explanation>")).toEqual([]);
});
