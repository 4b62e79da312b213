import { expect, test } from "vitest";
import { type ChoiceQuestion, type ChoicesQuestion, grade } from "../src/index.ts";

const prose = (text: string) => ({ text, html: `<p>${text}</p>` });
const option = (id: string, correct: boolean) => ({ id, correct, ...prose(id), feedback: prose(`about ${id}`) });
const common = { id: "q", prompt: prose("Which?"), hints: [] };
const choice: ChoiceQuestion = { ...common, kind: "choice", options: [option("a", true), option("b", false)] };
const choices: ChoicesQuestion = {
  ...common,
  kind: "choices",
  options: [option("a", true), option("b", true), option("c", false), option("d", false)],
};

test("a choice is right or wrong", () => {
  expect(grade(choice, "a")).toMatchObject({ score: 1, correct: true, answer: ["a"] });
  expect(grade(choice, "b")).toMatchObject({ score: 0, correct: false, answer: ["a"] });
  expect(grade(choice, undefined)).toMatchObject({ score: 0, correct: false });
  expect(grade(choice, "no such option")).toMatchObject({ score: 0, correct: false });
});

test("feedback comes with every option, picked or not", () => {
  expect(grade(choice, "b").options).toEqual([
    { id: "a", correct: true, picked: false, feedback: prose("about a") },
    { id: "b", correct: false, picked: true, feedback: prose("about b") },
  ]);
});

test.each([
  [["a", "b"], 1],
  [["b", "a", "a"], 1],
  [["a"], 0.5],
  [["a", "c"], 0],
  [["a", "b", "c"], 0.5],
  [["a", "b", "c", "d"], 0],
  [["c"], 0],
  [[], 0],
  [["a", "nonsense"], 0],
])("choices picked as %j score %d", (picked, score) => {
  expect(grade(choices, picked)).toMatchObject({ score, correct: score === 1, answer: ["a", "b"] });
});
