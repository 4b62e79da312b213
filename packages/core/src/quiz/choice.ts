import type { ChoiceGrade, Gradables, QuizKind } from "./grades.ts";

/** One right option: 1 or 0. */
export const choice: QuizKind<"choice"> = {
  grade: (question, response) => {
    const right = rightOptions(question);
    return {
      kind: "choice",
      ...result(question, new Set([response]), typeof response === "string" && right.includes(response) ? 1 : 0),
      answer: right[0] ?? "",
    };
  },
  offered: ({ options }) => options,
};

/** Several right options: right ones picked minus wrong ones picked, over the number of right ones, never below 0. */
export const choices: QuizKind<"choices"> = {
  grade: (question, response) => {
    const answer = rightOptions(question);
    const picked = new Set<unknown>(Array.isArray(response) ? response : []);
    const hits = answer.filter((id) => picked.has(id)).length;
    const misses = picked.size - hits;
    const score = Math.max(0, (hits - misses) / Math.max(1, answer.length));
    return { kind: "choices", ...result(question, picked, score), answer };
  },
  offered: ({ options }) => options,
};

type WithOptions = Gradables["choice" | "choices"];

function rightOptions({ options }: WithOptions): readonly string[] {
  return options.filter(({ correct }) => correct).map(({ id }) => id);
}

function result(
  { options }: WithOptions,
  picked: ReadonlySet<unknown>,
  score: number,
): Pick<ChoiceGrade, "score" | "correct" | "options"> {
  return {
    score,
    correct: score === 1,
    options: options.map(({ id, correct, feedback }) => ({
      id,
      correct,
      picked: picked.has(id),
      ...(feedback === undefined ? {} : { feedback }),
    })),
  };
}
