import fc from "fast-check";
import { expect, test } from "vitest";
import { type AcceptedText, type Gradable, grade, type Question, type Strictness, strictnesses } from "../src/index.ts";

const id = fc.oneof(
  fc.string({ minLength: 1, maxLength: 8, unit: "grapheme" }),
  fc.constantFrom("__proto__", "constructor", "toString", "1", "10"),
);
const ids = fc.uniqueArray(id, { minLength: 2, maxLength: 7 });
// Authors' answers are checked to be something: the sign here is never forgiven away.
const answer = fc.string({ maxLength: 12, unit: "grapheme" }).map((text) => `${text}x`);
const strict = fc.uniqueArray(fc.constantFrom<Strictness>(...strictnesses));
const accepted: fc.Arbitrary<AcceptedText> = fc.record({
  accept: fc.array(answer, { minLength: 1, maxLength: 3 }),
  strict,
});

const options = ids.chain((all) =>
  fc
    .uniqueArray(fc.nat({ max: all.length - 1 }), { minLength: 1 })
    .map((right) => all.map((one, i) => ({ id: one, correct: right.includes(i) }))),
);
const questions: fc.Arbitrary<Gradable> = fc.oneof(
  ids.map((all): Gradable => ({ kind: "choice", options: all.map((one, i) => ({ id: one, correct: i === 0 })) })),
  options.map((all): Gradable => ({ kind: "choices", options: all })),
  accepted.map((one): Gradable => ({ kind: "text", ...one })),
  fc
    .record({
      answer: fc.double({ noNaN: true, noDefaultInfinity: true }),
      tolerance: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    })
    .map((one): Gradable => ({ kind: "number", ...one })),
  ids.map((all): Gradable => ({ kind: "order", answer: all })),
  fc.tuple(ids, ids).map(
    ([left, right]): Gradable => ({
      kind: "match",
      left: left.map((one) => ({ id: one })),
      answer: Object.fromEntries(left.map((one, i) => [one, right[i % right.length] ?? ""])),
    }),
  ),
  fc.array(accepted, { minLength: 1, maxLength: 4 }).map((blanks): Gradable => ({ kind: "cloze", blanks })),
);

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

test("whatever is answered, grading gives a score from 0 to 1 and the right answer, and never throws", () => {
  fc.assert(
    fc.property(questions, anything, (question, response) => {
      const before = JSON.stringify(question);
      const graded = grade(question, response);
      expect(graded.kind).toBe(question.kind);
      expect(graded.score).toBeGreaterThanOrEqual(0);
      expect(graded.score).toBeLessThanOrEqual(1);
      expect(graded.correct).toBe(graded.score === 1);
      expect(JSON.stringify(question)).toBe(before);
    }),
    { numRuns: 2000 },
  );
});

test("the right answer that comes back is a response that scores 1, also after a trip through JSON", () => {
  fc.assert(
    fc.property(questions, (question) => {
      const { answer } = grade(question, undefined);
      expect(grade(question, answer).score).toBe(1);
      expect(grade(question, JSON.parse(JSON.stringify(answer))).score).toBe(1);
    }),
    { numRuns: 2000 },
  );
});

test("nothing is never right", () => {
  fc.assert(
    fc.property(questions, fc.constantFrom(undefined, null, "", [], {}, Number.NaN, "\u200b"), (question, response) => {
      expect(grade(question, response).score).toBe(0);
    }),
  );
});

test("how accents are encoded, full-width letters and spaces at the ends never count", () => {
  fc.assert(
    fc.property(accepted, fc.constantFrom("NFC", "NFD", "NFKC", "NFKD"), (one, form) => {
      const typed = ` ${one.accept[0] ?? ""}\n`.normalize(form);
      expect(grade({ kind: "text", ...one }, typed).score).toBe(1);
    }),
  );
});

test("Vietnamese may be typed without its accents, in any case, unless the author is strict", () => {
  const syllables = fc.constantFrom("đường", "hoàn", "tiền", "mật", "khẩu", "Đà", "Nẵng", "ngữ", "ỹ", "ƯỚC", "quý");
  fc.assert(
    fc.property(fc.array(syllables, { minLength: 1, maxLength: 5 }), (words) => {
      const right = words.join(" ");
      const plain = right.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toUpperCase();
      expect(grade({ kind: "text", accept: [right], strict: [] }, plain).score).toBe(1);
      expect(grade({ kind: "text", accept: [right], strict: ["accents"] }, plain).score).toBe(0);
      expect(grade({ kind: "text", accept: [right], strict: ["accents"] }, right.normalize("NFD")).score).toBe(1);
    }),
  );
});

test("a number is understood however its thousands and decimals are written", () => {
  const styles = [
    (n: string) => n,
    (n: string) => n.replace(".", ","),
    (n: string) => grouped(n, ","),
    (n: string) => grouped(n.replace(".", ","), "."),
    (n: string) => grouped(n.replace(".", ","), " "),
    (n: string) => grouped(n, "’"),
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: -99_999_999, max: 99_999_999 }),
      fc.nat({ max: 99 }),
      fc.constantFrom(...styles),
      (whole, cents, write) => {
        const text = `${whole}.${String(cents).padStart(2, "0")}`;
        const wide = write(text).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        for (const typed of [write(text), wide]) {
          expect(grade({ kind: "number", answer: Number(text), tolerance: 0 }, typed).score).toBe(1);
        }
      },
    ),
  );
});

function grouped(number: string, separator: string): string {
  return number.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, separator));
}

test("megabytes are graded in no time", () => {
  const long = "a".repeat(1_000_000);
  const all: Question["kind"][] = ["choice", "choices", "text", "number", "order", "match", "cloze"];
  const samples = fc.sample(questions, 200);
  expect(new Set(samples.map(({ kind }) => kind))).toEqual(new Set(all));
  for (const question of samples) {
    for (const response of [long, [long, long], { [long]: long }, "1,".repeat(500_000), "\u0301".repeat(1_000_000)]) {
      expect(grade(question, response).score).toBe(0);
    }
  }
});
