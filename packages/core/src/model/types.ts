/**
 * The folder under `content/` (or under a locale) that holds each type, which is also its part of the URL; in the order
 * in which lists and navigation show the types. A new type is a line here and its front matter in `index.ts`.
 */
export const entryFolders = {
  lesson: "lessons",
  faq: "faqs",
  quiz: "quizzes",
  path: "paths",
  scenario: "scenarios",
} as const;

/** A type of entry. */
export type EntryType = keyof typeof entryFolders;

/** The folder of a type: `lessons`. */
export type EntryFolder = (typeof entryFolders)[EntryType];

/** The types of entry, in the order in which lists and navigation show them. */
export const entryTypes: readonly EntryType[] = Object.keys(entryFolders) as EntryType[];

/** A reference to an entry, `type:id`, the same in every locale: `lesson:crm/export-report`. */
export type Ref = `${EntryType}:${string}`;
