import { type Gradable, type Grade, grade } from "@knowhow/core/quiz";

type Field = HTMLInputElement | HTMLSelectElement;

/** Lets readers check what they typed or chose: each question gets its button back, which the page hides without scripts. */
export function checkAnswers(questions: Iterable<HTMLElement>): void {
  for (const question of questions) {
    const bar = question.querySelector<HTMLElement>(".kh-grading");
    const verdict = bar?.querySelector("p");
    const { key } = question.dataset;
    if (!bar || !verdict || key === undefined) continue;
    // The compiler wrote it for this.
    const gradable = JSON.parse(key) as Gradable;
    const fields = [...question.querySelectorAll<Field>(".kh-field")];
    const check = (): void => tell(gradable, fields, verdict);
    bar.hidden = false;
    bar.querySelector("button")?.addEventListener("click", check);
    for (const field of fields) {
      field.addEventListener("input", () => clear(fields, verdict));
      field.addEventListener("keydown", (event) => {
        // What an input method has in hand is confirmed by Enter, too.
        if (event instanceof KeyboardEvent && event.key === "Enter" && !event.isComposing && field.type === "text")
          check();
      });
    }
  }
}

function tell(question: Gradable, fields: readonly Field[], verdict: HTMLElement): void {
  clear(fields, verdict);
  if (fields.every(({ value }) => value.trim() === "")) {
    fields[0]?.focus();
    return;
  }
  if (question.kind === "order" && new Set(fields.map(({ value }) => value).filter(Boolean)).size < fields.length) {
    verdict.textContent = verdict.dataset.places ?? "";
    return;
  }
  const graded = grade<Gradable>(question, responseOf(question, fields));
  const found = graded.correct ? "right" : graded.score === 0 ? "wrong" : "partly";
  verdict.textContent = (verdict.dataset[found] ?? "").replace("{score}", String(percent(graded.score)));
  verdict.dataset.verdict = found;
  for (const [i, correct] of partsOf(graded, fields).entries()) {
    const field = fields[i];
    if (!field) continue;
    field.dataset.verdict = correct ? "right" : "wrong";
    field.setAttribute("aria-invalid", String(!correct));
  }
}

/** What is not all right does not read 100. */
function percent(score: number): number {
  return Math.min(99, Math.max(1, Math.round(score * 100)));
}

function responseOf({ kind }: Gradable, fields: readonly Field[]): unknown {
  switch (kind) {
    case "order":
      return fields.toSorted((a, b) => Number(a.value) - Number(b.value)).map(({ dataset }) => dataset.item);
    case "match":
      return Object.fromEntries(fields.map(({ dataset, value }) => [dataset.item, value]));
    case "cloze":
      return fields.map(({ value }) => value);
    default:
      return fields[0]?.value;
  }
}

/** Whether each field is filled right. */
function partsOf(graded: Grade, fields: readonly Field[]): readonly boolean[] {
  switch (graded.kind) {
    case "order": {
      const right = new Map(graded.items.map(({ id, correct }) => [id, correct]));
      return fields.map(({ dataset }) => right.get(dataset.item ?? "") === true);
    }
    case "match":
      return graded.pairs.map(({ correct }) => correct);
    case "cloze":
      return graded.blanks.map(({ correct }) => correct);
    default:
      return [graded.correct];
  }
}

function clear(fields: readonly Field[], verdict: HTMLElement): void {
  verdict.textContent = "";
  delete verdict.dataset.verdict;
  for (const field of fields) {
    delete field.dataset.verdict;
    field.removeAttribute("aria-invalid");
  }
}
