import type { SearchRecord } from "../../packages/core/src/search/index.ts";
import type { RetrievalSet } from "./sets.ts";

/** The documents of a set as the FAQs of a site. */
export function toRecords(set: RetrievalSet): readonly SearchRecord[] {
  return set.documents.map(({ id, title, aliases = [], text }) => ({
    url: `/faqs/${id}/`,
    ref: `faq:${id}` as const,
    type: "faq" as const,
    id,
    locale: set.language,
    title,
    aliases,
    sections: [{ text }],
    roles: [],
    tags: [],
  }));
}

/** How many documents make a lesson. */
const documentsPerLesson = 5;

/**
 * The documents of a set as the lessons of a site: a few in each, every one a section under its title, which is then a heading. The
 * titles of the lessons tell nothing. A document's id is the anchor of its section.
 */
export function toLessons(set: RetrievalSet): readonly SearchRecord[] {
  const lessons: SearchRecord[] = [];
  for (let first = 0; first < set.documents.length; first += documentsPerLesson) {
    const number = lessons.length + 1;
    lessons.push({
      url: `/lessons/part-${number}/`,
      ref: `lesson:part-${number}`,
      type: "lesson",
      id: `part-${number}`,
      locale: set.language,
      title: `Part ${number}`,
      aliases: [],
      sections: set.documents.slice(first, first + documentsPerLesson).map(({ id, title, aliases = [], text }) => ({
        anchor: id,
        heading: title,
        text: [...aliases, text].join("\n"),
      })),
      roles: [],
      tags: [],
    });
  }
  return lessons;
}
