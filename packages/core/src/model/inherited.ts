/**
 * The front matter that a translation has from its original, the entry of the default locale, where it does not say
 * otherwise: everything that is true in every language. The fields of a site's own are inherited, too. Texts, dates and what is searched for are each language's own.
 */
export const inheritedKeys: readonly string[] = [
  "audience",
  "status",
  "roles",
  "owner",
  "level",
  "skills",
  "contexts",
  "related",
  "order",
  // Of lessons, quizzes and paths.
  "prerequisites",
  "lesson",
  "pass",
  "shuffle",
  "steps",
];
