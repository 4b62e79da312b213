import { between, pick, pickSome, type Random, randomFrom } from "./random.ts";
import { capitalised, createSpeech, keyword, type Speech } from "./words.ts";

/** Lessons in a topic (a folder); with more lessons there are more topics, as in a real knowledge base. */
const lessonsPerTopic = 40;

const tagCount = 60;
const ownerCount = 30;
const levels = ["beginner", "intermediate", "advanced"] as const;

/** The roles that lessons are for. */
export const roles = ["sales", "support", "engineering", "finance", "operations"] as const;

/** One option of the lesson's question. */
export interface Option {
  readonly text: string;
  readonly correct: boolean;
  readonly feedback: string;
}

/** A link within a sentence: to the top of another lesson or to its steps. */
export interface LessonLink {
  readonly text: string;
  /** The number of the lesson that it leads to. */
  readonly target: number;
  /** How an author of Knowhow content writes it; both lead to the same page. */
  readonly written: "path" | "ref";
  readonly toSteps: boolean;
}

/** The material of one lesson, in no format yet. */
export interface Lesson {
  readonly number: number;
  readonly topic: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  readonly roles: readonly string[];
  readonly level: (typeof levels)[number];
  readonly skills: readonly string[];
  readonly contexts: readonly string[];
  /** Numbers of lessons to read next. */
  readonly related: readonly number[];
  /** Numbers of lessons to know first. */
  readonly prerequisites: readonly number[];
  readonly owner: string;
  readonly reviewed: string;
  readonly published: string;
  readonly updated: string;
  readonly objective: string;
  readonly introduction: string;
  readonly background: readonly string[];
  readonly links: readonly LessonLink[];
  readonly steps: readonly string[];
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly code: { readonly language: string; readonly text: string };
  readonly tip: string;
  readonly closing: string;
  readonly question: {
    readonly prompt: string;
    readonly options: readonly Option[];
    readonly hint: string;
    readonly explanation: string;
  };
}

const tags = (() => {
  const random = randomFrom(11);
  return Array.from({ length: tagCount }, (_, index) => `${keyword(random)}-${index}`);
})();

const owners = (() => {
  const random = randomFrom(13);
  return Array.from({ length: ownerCount }, () => `${keyword(random)}@example.com`);
})();

/** The topic of a lesson, which is its folder. */
function topicOf(number: number, seed: number): string {
  const topic = Math.floor(number / lessonsPerTopic);
  return `${keyword(randomFrom(seed, topic, 1))}-${topic}`;
}

/** The last part of a lesson's id. */
function slugOf(number: number, seed: number): string {
  const random = randomFrom(seed, number, 2);
  return `${keyword(random)}-${keyword(random)}-${number}`;
}

/** The id of a lesson, `topic/slug`, known without making the lesson. */
export function lessonId(number: number, seed: number): string {
  return `${topicOf(number, seed)}/${slugOf(number, seed)}`;
}

/** A day of 2026, as year-month-day. */
function dayOf2026(random: Random): string {
  return `2026-${String(between(random, 1, 10)).padStart(2, "0")}-${String(between(random, 1, 28)).padStart(2, "0")}`;
}

const codeOf: Readonly<Record<string, (random: Random, speech: Speech) => string>> = {
  ts: (random, { subject, words }) => {
    const [type, field, call] = [capitalised(subject()), subject(), subject()];
    return [
      `interface ${type} {`,
      `  readonly ${field}: string; // ${words(4)}`,
      "  readonly count: number;",
      "}",
      "",
      `export async function ${call}(input: ${type}[], limit = ${between(random, 5, 500)}): Promise<string[]> {`,
      `  const found = input.filter((item) => item.count > limit && item.${field} !== "${subject()}");`,
      `  return found.map((item) => item.${field}.trim());`,
      "}",
    ].join("\n");
  },
  bash: (random, { subject, words, sentence }) =>
    [
      "#!/usr/bin/env bash",
      `# ${sentence(6)}`,
      `set -euo pipefail`,
      `for name in ${words(3)}; do`,
      `  if [ -f "$name.${subject()}" ]; then`,
      `    ${subject()} --${subject()}=${between(random, 1, 90)} "$name" | sort -u > "out/$name.txt"`,
      "  fi",
      "done",
    ].join("\n"),
  json: (random, { subject }) => {
    const [first, second] = pickSome(random, tags, 2);
    return JSON.stringify(
      {
        [subject()]: subject(),
        limits: { warn: between(random, 1, 50), error: between(random, 51, 99), enabled: random() < 0.5 },
        labels: [first, second],
      },
      undefined,
      2,
    );
  },
  python: (random, { subject, sentence }) => {
    const [call, field] = [subject(), subject()];
    return [
      `def ${call}(rows, limit=${between(random, 5, 500)}):`,
      `    """${sentence(6)}"""`,
      `    seen = {row["${field}"] for row in rows if row["count"] > limit}`,
      "    for name in sorted(seen):",
      `        yield f"{name}: ${subject()}"`,
    ].join("\n");
  },
};

/** Numbers of lessons that come before this one, so that a lesson is the same however many follow it. */
function earlier(random: Random, number: number, count: number): readonly number[] {
  if (number === 0) return [];
  return [...new Set(Array.from({ length: count }, () => between(random, 0, number - 1)))];
}

/**
 * Makes lesson `number` (from 0) of a seed, about 400 words. It depends on nothing else: the first thousand lessons of
 * ten thousand are the thousand of a smaller run, and links lead to earlier lessons only.
 */
export function makeLesson(number: number, seed: number): Lesson {
  const random = randomFrom(seed, number, 3);
  const speech = createSpeech(random);
  const { subject, words, sentence } = speech;
  const language = pick(random, Object.keys(codeOf));
  const correct = between(random, 0, 3);
  return {
    number,
    topic: topicOf(number, seed),
    slug: slugOf(number, seed),
    title: capitalised(`${subject()} ${words(3)} ${subject()}`),
    summary: sentence(14),
    aliases: [`how to ${subject()} the ${subject()}`, `${subject()} ${subject()}`],
    tags: pickSome(random, tags, 2),
    roles: pickSome(random, roles, 2),
    level: pick(random, levels),
    skills: [subject()],
    contexts: [`crm:${subject()}/${subject()}`],
    related: earlier(random, number, 2),
    prerequisites: earlier(random, number, 1),
    owner: pick(random, owners),
    reviewed: dayOf2026(random),
    published: `2025-${dayOf2026(random).slice(5)}`,
    updated: dayOf2026(random),
    objective: sentence(9),
    introduction: `${sentence(13)} ${sentence(17)} ${sentence(12)}`,
    background: [`${sentence(14)} ${sentence(18)}`, `${sentence(16)} ${sentence(12)}`],
    links: earlier(random, number, 3).map((target, index) => ({
      text: words(3),
      target,
      written: index === 1 ? "ref" : "path",
      toSteps: index === 2,
    })),
    steps: Array.from({ length: 4 }, () => sentence(10)),
    table: {
      head: [subject(), subject(), subject()].map(capitalised),
      rows: Array.from({ length: 4 }, () => [subject(), words(4), String(between(random, 1, 999))]),
    },
    code: { language, text: codeOf[language]?.(random, speech) ?? "" },
    tip: `${sentence(11)} ${sentence(13)}`,
    closing: `${sentence(15)} ${sentence(13)} ${sentence(14)}`,
    question: {
      prompt: `${capitalised(words(10))}?`,
      options: Array.from({ length: 4 }, (_, index) => ({
        text: `${capitalised(words(4))} ${subject()}`,
        correct: index === correct,
        feedback: sentence(8),
      })),
      hint: sentence(6),
      explanation: sentence(12),
    },
  };
}
