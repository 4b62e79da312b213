import { createColors } from "picocolors";
import { printable } from "../check/report/printable.ts";
import type { Diff } from "./diff.ts";
import type { EntryChange, QuestionChange } from "./entry-change.ts";

/** How a diff looks. */
export interface FormatDiffOptions {
  /** The revision as it was asked for. */
  readonly revision: string;
  /** The site or audience whose readers were asked for; default: all readers. */
  readonly audience?: string | undefined;
  /** Whether to colour; default false. */
  readonly colour?: boolean;
}

type Paint = ReturnType<typeof createColors>;

/** A diff for people: by language, a line for each entry and for each of its questions; then the counts. */
export function formatDiff(
  { changes, commit, configChanged, labels }: Diff,
  { revision, audience, colour = false }: FormatDiffOptions,
): string {
  const paint = createColors(colour);
  const since = commit.startsWith(revision) ? revision : `${revision} (${commit.slice(0, 7)})`;
  const locales = [...Map.groupBy(changes, ({ locale }) => locale)].map(([locale, list]) => {
    const label = labels[locale] ?? locale;
    return `${paint.bold(label)}\n${list.map((change) => entryLines(change, paint)).join("")}\n`;
  });
  const counted = countsOf(changes);
  const [whose, readers] =
    audience === undefined
      ? ["", "Readers"]
      : [`, for “${printable(audience)}”`, `Readers of “${printable(audience)}”`];
  const sum =
    counted === ""
      ? `${paint.green("✓")} ${readers} would see no change since ${printable(since)}.`
      : `Since ${printable(since)}${whose}: ${counted}.`;
  const note = configChanged
    ? `\n${paint.yellow("!")} The configuration has changed, too. Both states were read with that of now, so what it changes is not told here.`
    : "";
  return `${locales.join("")}${sum}${note}\n`;
}

function entryLines(change: EntryChange, paint: Paint): string {
  const questions = change.change === "changed" || change.change === "moved" ? change.questions : [];
  const lines = [
    `  ${sign(change, paint)} ${refs(change)}  ${printable(change.title)}${paint.dim(more(change))}`,
    ...questions.map((one) => `      ${sign(one, paint)} question ${printable(one.id)}: ${printable(one.title)}`),
  ];
  return `${lines.join("\n")}\n`;
}

function sign({ change }: EntryChange | QuestionChange, paint: Paint): string {
  switch (change) {
    case "added":
      return paint.green("+");
    case "removed":
      return paint.red("−");
    case "changed":
      return paint.yellow("~");
    case "moved":
      return paint.blue("→");
  }
}

function refs(change: EntryChange): string {
  return printable(change.change === "moved" ? `${change.from} → ${change.ref}` : change.ref);
}

/** What there is to know of a change beside what it is. */
function more(change: EntryChange): string {
  const count = change.questions.length;
  const questions = count === 0 ? [] : [count === 1 ? "1 question" : `${count} questions`];
  switch (change.change) {
    case "added":
      return inBrackets(questions);
    case "removed":
      return inBrackets([...reasons[change.why], ...questions]);
    case "changed":
      return inBrackets(change.parts);
    case "moved":
      return inBrackets([...(change.redirected ? [] : ["the old page leads nowhere"]), ...change.parts]);
  }
}

const reasons = {
  gone: [],
  draft: ["it is a draft now"],
  audience: ["it is for another audience now"],
} as const satisfies Record<string, readonly string[]>;

function inBrackets(words: readonly string[]): string {
  return words.length === 0 ? "" : `  (${words.map(printable).join(", ")})`;
}

function countsOf(changes: readonly EntryChange[]): string {
  const entries = (["added", "changed", "moved", "removed"] as const).flatMap((kind) => {
    const count = changes.filter(({ change }) => change === kind).length;
    return count === 0 ? [] : [`${count.toLocaleString("en")} ${count === 1 ? "entry" : "entries"} ${kind}`];
  });
  const questions = changes.reduce((sum, change) => sum + change.questions.length, 0);
  const last =
    questions === 0 ? [] : [`${questions.toLocaleString("en")} ${questions === 1 ? "question" : "questions"}`];
  return [...entries, ...last].join(", ");
}
