/** The types of entry, in the order in which lists and navigation show them. */
export const entryTypes = ["lesson", "faq", "quiz"] as const;

/** A type of entry. */
export type EntryType = (typeof entryTypes)[number];

/** The folder under `content/` (or under a locale) that holds each type, which is also its part of the URL. */
export const entryFolders = { lesson: "lessons", faq: "faqs", quiz: "quizzes" } as const satisfies Record<
  EntryType,
  string
>;

/** A reference to an entry, `type:id`, the same in every locale: `lesson:crm/export-report`. */
export type Ref = `${EntryType}:${string}`;
