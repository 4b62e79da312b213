import type { Lesson, LessonLink } from "./lesson.ts";

/** Says where a link of a lesson leads, in the way of the site that the lesson is written for. */
export type WriteLink = (from: Lesson, link: LessonLink) => string;

/** Says how another lesson is named in front matter. */
export type WriteRef = (number: number) => string;

function frontMatter(lesson: Lesson, writeRef: WriteRef): string {
  // JSON is YAML too, and quotes whatever needs quoting.
  const list = (items: readonly string[]) => `[${items.map((item) => JSON.stringify(item)).join(", ")}]`;
  return [
    "---",
    `title: ${JSON.stringify(lesson.title)}`,
    `summary: ${JSON.stringify(lesson.summary)}`,
    `objective: ${JSON.stringify(lesson.objective)}`,
    `aliases: ${list(lesson.aliases)}`,
    `tags: ${list(lesson.tags)}`,
    `roles: ${list(lesson.roles)}`,
    `level: ${lesson.level}`,
    `skills: ${list(lesson.skills)}`,
    `contexts: ${list(lesson.contexts)}`,
    `related: ${list(lesson.related.map(writeRef))}`,
    `prerequisites: ${list(lesson.prerequisites.map(writeRef))}`,
    `owner: ${lesson.owner}`,
    `reviewed: "${lesson.reviewed}"`,
    `reviewEvery: 99y`,
    `published: "${lesson.published}"`,
    `updated: "${lesson.updated}"`,
    "audience: public",
    "status: published",
    `order: ${lesson.number}`,
    "---",
  ].join("\n");
}

function table({ head, rows }: Lesson["table"]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function question({ prompt, options, hint, explanation }: Lesson["question"]): string {
  return [
    `<Question id="check">`,
    prompt,
    "",
    ...options.map(({ text, correct, feedback }) => `- [${correct ? "x" : " "}] ${text}\n  > ${feedback}`),
    "",
    `<Hint>${hint}</Hint>`,
    `<Explanation>${explanation}</Explanation>`,
    "</Question>",
  ].join("\n");
}

/** Writes a lesson as MDX; the two variants of the benchmark differ in how they write links and refs, in nothing else. */
export function lessonToMdx(lesson: Lesson, writeLink: WriteLink, writeRef: WriteRef): string {
  const links = lesson.links.map((link) => `[${link.text}](${writeLink(lesson, link)})`);
  return [
    frontMatter(lesson, writeRef),
    lesson.introduction,
    "## Background",
    ...lesson.background.map((paragraph, index) => (links[index] ? `${paragraph} See ${links[index]}.` : paragraph)),
    "## Steps",
    lesson.steps.map((step, index) => `${index + 1}. ${step}`).join("\n"),
    table(lesson.table),
    "## Example",
    `\`\`\`${lesson.code.language}\n${lesson.code.text}\n\`\`\``,
    `<Callout type="tip">\n${lesson.tip}\n</Callout>`,
    "## What to remember",
    `${lesson.closing} **Next:** ${links[2] ?? "practise"}.`,
    question(lesson.question),
    "",
  ].join("\n\n");
}
