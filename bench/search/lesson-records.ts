import type { SearchRecord } from "../../packages/core/src/search/index.ts";
import { lessonId, makeLesson } from "../generate/lesson.ts";

const seed = 1;

/** The record of a made-up lesson: the same number gives the same lesson. */
export function lessonRecord(number: number): SearchRecord {
  const lesson = makeLesson(number, seed);
  const id = lessonId(number, seed);
  return {
    url: `/lessons/${id}/`,
    ref: `lesson:${id}`,
    type: "lesson",
    id,
    locale: "en",
    title: lesson.title,
    aliases: lesson.aliases,
    summary: lesson.summary,
    sections: [
      { text: lesson.introduction },
      { anchor: "background", heading: "Background", text: lesson.background.join("\n\n") },
      { anchor: "steps", heading: "Steps", text: lesson.steps.join("\n") },
      { anchor: "closing", heading: "Closing", text: `${lesson.tip}\n\n${lesson.closing}` },
    ],
    roles: lesson.roles,
    level: lesson.level,
    tags: lesson.tags,
  };
}

/** A whole question about a made-up lesson, in its words and in common ones. */
export function lessonQuestion(number: number): string {
  const { title, objective } = makeLesson(number, seed);
  return `how do i ${title.toLowerCase()} with the ${objective.split(" ").slice(-2).join(" ")}?`;
}
