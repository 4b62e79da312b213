import { expect, test } from "vitest";
import { base, html } from "../support/base.ts";
import { toldOf } from "../support/told-body.ts";

const body =
  "<Try>\n\nExport last week.\n\n<Hint>Where are reports?</Hint>\n<Hint>Which format?</Hint>\n<Solution>\n\nReports, then **Export**.\n\n</Solution>\n</Try>";

test("a task shows its hints and its solution only to those who open them", async () => {
  expect((await html(body)).replace(/\n/g, "")).toBe(
    '<section class="kh-try" aria-label="Try it"><p class="kh-try__title">Try it</p><p>Export last week.</p>' +
      '<details class="kh-hint"><summary>Hint</summary><p>Where are reports?</p></details>' +
      '<details class="kh-hint"><summary>Hint</summary><p>Which format?</p></details>' +
      '<details class="kh-solution"><summary>Solution</summary><p>Reports, then <strong>Export</strong>.</p></details></section>',
  );
  const kb = await base({ "lessons/a.mdx": `# A\n\n${body}\n` });
  expect((await kb.get("lesson", "a"))?.text).toBe(
    "Export last week.\nWhere are reports?\nWhich format?\nReports, then Export.",
  );
});

test.each([
  [
    "<Try>\n<Solution>x</Solution>\n</Try>",
    ["5:1 error block-content: <Try> has no task. → Write what to do, above its hints and solution."],
  ],
  [
    "<Try>\n\nDo it.\n\n</Try>",
    ["5:1 error block-content: <Try> has no <Solution>. → Write one at its end, between <Solution> and </Solution>."],
  ],
  [
    "<Try>\n\nDo it.\n\n<Solution>x</Solution>\n<Solution>y</Solution>\n</Try>",
    ["10:1 error block-content: <Try> has more than one <Solution>. → Make them one."],
  ],
  [
    "<Try>\n\nDo it.\n\n<Solution>x</Solution>\n\nWell done.\n\n</Try>",
    [
      "11:1 error block-content: Something stands behind the <Solution> of this <Try>. → Put it above the solution, or behind </Try>.",
    ],
  ],
  [
    "<Try>\n\nDo it.\n\n<Solution />\n</Try>",
    ["9:1 error block-content: <Solution> is empty. → Write how it is done."],
  ],
  [
    "<Hint>x</Hint>",
    [
      "5:1 error block-place: <Hint> stands outside of <Question> or <Try>. → Put it between <Question> and </Question> or between <Try> and </Try>, not in a list or quote.",
    ],
  ],
])("explains what is wrong with the task in %j", async (body, expected) => {
  expect(await toldOf(body)).toEqual(expected);
});
