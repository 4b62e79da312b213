import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type ChoiceGrade,
  type ChoiceQuestion,
  type ChoicesQuestion,
  type ClozeQuestion,
  type Grade,
  grade,
  type MatchQuestion,
  type NumberQuestion,
  type OrderQuestion,
  type Question,
  type Strictness,
  type TextQuestion,
} from "../src/index.ts";

const prose = (text: string) => ({ text, html: `<p>${text}</p>` });
const item = (id: string) => ({ id, ...prose(id) });
const option = (id: string, correct: boolean) => ({ ...item(id), correct, feedback: prose(`about ${id}`) });
const common = { id: "q", prompt: prose("Which?"), hints: [] };

const choice: ChoiceQuestion = { ...common, kind: "choice", options: [option("a", true), option("b", false)] };
const choices: ChoicesQuestion = {
  ...common,
  kind: "choices",
  options: [option("a", true), option("b", true), option("c", false), option("d", false)],
};
const order: OrderQuestion = {
  ...common,
  kind: "order",
  items: ["c", "a", "d", "b"].map(item),
  answer: ["a", "b", "c", "d"],
};
const match: MatchQuestion = {
  ...common,
  kind: "match",
  columns: [prose(""), prose("")],
  left: ["cat", "carp", "dog"].map(item),
  right: ["fish", "mammal"].map(item),
  answer: { cat: "mammal", carp: "fish", dog: "mammal" },
};
const cloze: ClozeQuestion = {
  ...common,
  kind: "cloze",
  blanks: [
    { accept: ["File"], strict: [] },
    { accept: ["Export", "Save as"], strict: [] },
  ],
};

const text = (accept: readonly string[], ...strict: readonly Strictness[]): TextQuestion => ({
  ...common,
  kind: "text",
  accept,
  strict,
});
const number = (answer: number, tolerance = 0, unit?: string): NumberQuestion => ({
  ...common,
  kind: "number",
  answer,
  tolerance,
  ...(unit === undefined ? {} : { unit }),
});

test("a choice is right or wrong", () => {
  expect(grade(choice, "a")).toMatchObject({ score: 1, correct: true, answer: "a" });
  expect(grade(choice, "b")).toMatchObject({ score: 0, correct: false, answer: "a" });
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

test.each([
  [["a", "b", "c", "d"], 1],
  [["b", "c", "d", "a"], 2 / 3], // the first step forgotten: what follows is still in order
  [["c", "d", "a", "b"], 2 / 3],
  [["b", "a", "c", "d"], 1 / 3],
  [["a", "c", "b", "d"], 0],
  [["d", "c", "b", "a"], 0],
  [["a", "b"], 1 / 3],
  [["a"], 0],
  [[], 0],
  [["a", "b", "c", "d", "a"], 3 / 4], // once too often is not right
  [["a", "b", "a", "b", "c", "d"], 3 / 5],
  [["x", "a", "b", "c", "d"], 3 / 4],
])("items put in the order %j score %d", (given, score) => {
  expect(grade(order, given)).toMatchObject({ score, correct: score === 1, answer: ["a", "b", "c", "d"] });
});

test("an order says which items stand in their place", () => {
  expect(grade(order, ["a", "c", "b", "d"]).items).toEqual([
    { id: "a", correct: true },
    { id: "b", correct: false },
    { id: "c", correct: false },
    { id: "d", correct: true },
  ]);
});

test.each([
  [{ cat: "mammal", carp: "fish", dog: "mammal" }, 1],
  [{ cat: "mammal", carp: "mammal", dog: "mammal" }, 2 / 3],
  [{ cat: "mammal" }, 1 / 3],
  [{ cat: "fish", carp: "mammal", dog: "fish" }, 0],
  [{}, 0],
  [{ cat: "mammal", carp: "fish", dog: "mammal", bird: "fish" }, 1],
])("pairs matched as %j score %d", (pairs, score) => {
  expect(grade(match, pairs)).toMatchObject({ score, correct: score === 1, answer: match.answer });
});

test("matched pairs say which are right", () => {
  expect(grade(match, { cat: "mammal", carp: "mammal" }).pairs).toEqual([
    { id: "cat", correct: true },
    { id: "carp", correct: false },
    { id: "dog", correct: false },
  ]);
});

test.each([
  [["File", "save  as"], 1],
  [["file"], 0.5],
  [["Export", "File"], 0],
  [["", "Export"], 0.5],
  [[], 0],
])("blanks filled with %j score %d", (typed, score) => {
  expect(grade(cloze, typed)).toMatchObject({ score, correct: score === 1, answer: ["File", "Export"] });
  expect(grade(cloze, typed).blanks.filter(({ correct }) => correct)).toHaveLength(score * 2);
});

describe("a typed text", () => {
  test.each([
    ["HTTPS", "https"],
    ["HTTPS", "  HTTPS\n"],
    ["Save as", "save \u00a0as"],
    ["hoàn tiền", "hoan tien"],
    ["hoàn tiền", "Hoàn Tiền".normalize("NFD")],
    ["đường", "DUONG"],
    ["Straße", "STRASSE"],
    ["Œuvre", "oeuvre"],
    ["ΟΔΟΣ", "οδός"],
    ["İstanbul", "istanbul"],
    ["Excel 365", "Ｅｘｃｅｌ ３６５"],
    ["don't", "don’t"],
    ["sign-in", "sign\u2011in"],
    ["sign-in", "sign–in"],
    ["“yes”", '"yes"'],
    ['5"', "5″"],
    ["a—b", "a︱b"],
    ["می\u200cخواهم", "میخواهم"],
    ["שָׁלוֹם", "שלום"],
    ["مُحَمَّد", "محمد"],
    ["ﬁle", "file"],
    ["hel\u00adlo", "hello"],
  ])("%j is given as %j, too", (accepted, typed) => {
    expect(grade(text([accepted]), typed)).toMatchObject({ score: 1, correct: true, answer: accepted });
  });

  test.each([
    ["signin", "sign in"],
    ["HTTPS", "HTTP"],
    ["HTTPS", ""],
    ["HTTPS", "HTTPS."],
    ["が", "か"],
    ["กา", "กิ"],
    ["हिंदी", "हदी"],
    ["C++", "C"],
  ])("%j is not given as %j", (accepted, typed) => {
    expect(grade(text([accepted]), typed)).toMatchObject({ score: 0, correct: false, answer: accepted });
  });

  test.each([
    ["case", "HTTPS", "https", "HTTPS"],
    ["accents", "mã", "ma", "MÃ"],
    ["accents", "đa", "da", "Đa"],
    ["spaces", "a  b", "a b", "A  B"],
    ["accents", "é", "e", "e\u0301"],
    ["case", "Đà Nẵng", "đà nẵng", "Da Nang"],
  ] as const)("strict about %s, %j is not given as %j, but still as %j", (strict, accepted, wrong, right) => {
    expect(grade(text([accepted], strict), wrong).score).toBe(0);
    expect(grade(text([accepted], strict), right).score).toBe(1);
  });

  test("any of the accepted answers will do, and the first one is shown", () => {
    expect(grade(text(["HTTPS", "TLS"]), "tls")).toMatchObject({ score: 1, answer: "HTTPS" });
  });
});

describe("a typed number", () => {
  test.each([
    [3.14, "3.14"],
    [3.14, "3,14"],
    [3.14, " 3.140 "],
    [0.5, ".5"],
    [0.5, ",5"],
    [5, "5."],
    [-3, "-3"],
    [-3, "−3"],
    [-3, "– 3"],
    [3, "+3"],
    [7, "007"],
    [1234567, "1234567"],
    [1234567, "1 234 567"],
    [1234567, "1\u202f234\u00a0567"],
    [1234567, "1,234,567"],
    [1234567, "1.234.567"],
    [1234567, "1’234’567"],
    [1234567, "12,34,567"],
    [1234.5, "1,234.5"],
    [1234.5, "1.234,5"],
    [1234.5, "1 234,5"],
    [1234.5, "1'234.5"],
    [0.0015, "1.5e-3"],
    [1500, "1,5E3"],
    [42, "４２"],
    [42.5, "٤٢٫٥"],
    [1234.5, "١٬٢٣٤٫٥"],
    [42, "४२"],
    [42, "𝟜𝟚"],
    // Whether the sign sets thousands or decimals apart depends on who types it.
    [1234, "1.234"],
    [1.234, "1.234"],
    [1234, "1,234"],
    [1.234, "1,234"],
    [0.25, "0,250"],
  ])("%d is given as %j", (answer, typed) => {
    expect(grade(number(answer), typed)).toMatchObject({ score: 1, correct: true, answer });
  });

  test.each([
    [314, "3.14"],
    [1234, "12.34"],
    [12.34, "1234"],
    [250, "0,250"],
    [12345, "1.23.45"],
    [1234, "1,234,"],
    [1234567, "1.234,567"],
    [3, ""],
    [0, ""],
    [0, " "],
    [0, "."],
    [0, "-"],
    [3, "three"],
    [3, "3 4"],
    [3, "3x"],
    [16, "0x10"],
    [0, "null"],
    [0.5, "1/2"],
    [102, "10²"],
    [Number.MAX_VALUE, "1e999"],
    [1, "1".repeat(1_000_000)],
  ])("%d is not given as %.20j", (answer, typed) => {
    expect(grade(number(answer), typed)).toMatchObject({ score: 0, correct: false });
  });

  test.each([
    [5, "kg", "5 kg"],
    [5, "kg", "5KG"],
    [5, "%", "5 ％"],
    [5, "m²", "5 m2"],
    [5, "€", "€ 5"],
    [1234.5, "₫", "1.234,5₫"],
    [5, "kg", "5"],
  ])("%d with the unit %s is given as %j", (answer, unit, typed) => {
    expect(grade(number(answer, 0, unit), typed).score).toBe(1);
  });

  test("another unit is another answer", () => {
    expect(grade(number(5, 0, "kg"), "5 g").score).toBe(0);
    expect(grade(number(5), "5 kg").score).toBe(0);
  });

  test.each([
    [3.14, 0.01, 3.13, 1],
    [3.14, 0.01, 3.15, 1],
    [3.14, 0.01, 3.1299, 0],
    [3.14, 0.01, 3.1501, 0],
    [0.3, 0, 0.1 + 0.2, 1],
    [100, 5, 105, 1],
    [100, 5, 106, 0],
    [0, 0.1, -0.1, 1],
    [9007199254740991, 0, 9007199254740990, 0],
    [-0, 0, 0, 1],
  ])("%d within %d: %d scores %d", (answer, tolerance, given, score) => {
    expect(grade(number(answer, tolerance), given).score).toBe(score);
  });
});

test("a response of a known kind of question is typed, one of any kind is not", () => {
  expectTypeOf(grade<ChoiceQuestion>)
    .parameter(1)
    .toEqualTypeOf<string | undefined>();
  expectTypeOf(grade<OrderQuestion>)
    .parameter(1)
    .toEqualTypeOf<readonly string[] | undefined>();
  expectTypeOf(grade<Question>)
    .parameter(1)
    .toEqualTypeOf<unknown>();
  expectTypeOf(grade(choice, "a")).toEqualTypeOf<ChoiceGrade<"choice">>();
  const any: Question = text(["a"]);
  expectTypeOf(grade<Question>(any, 3)).toEqualTypeOf<Grade>();
  const graded = grade<Question>(any, 3);
  if (graded.kind === "cloze") expectTypeOf(graded.answer).toEqualTypeOf<readonly string[]>();
});
