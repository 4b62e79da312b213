import { z } from "zod";

/** A calendar day, `2026-01-31`: what is published depends on no clock and no time zone. */
export const day = z.iso.date({ error: "Write the date as year-month-day, for example 2026-01-31." });

/** A span of time: a number and `d`, `w`, `mo` or `y`, as in `90d` or `6mo`. */
export const span = z
  .string()
  .regex(/^[1-9]\d{0,3}(d|w|mo|y)$/, "Write a number and d, w, mo or y, for example 90d or 6mo.");

/** A text that is shown on one line. */
export const line = z.string().overwrite(onOneLine).min(1, "Write something here, or leave the key out.");

/** YAML keeps the line breaks of `title: |`, which pages show as blanks. A blank that holds words together stays. */
function onOneLine(text: string): string {
  return text.trim().replace(/[\t\r\n ]*[\t\r\n][\t\r\n ]*| {2,}/g, " ");
}

const asList = (value: unknown) => (typeof value === "string" ? [value] : value);

/** A list of sentences; a single one may stand without brackets. */
export const lines = z.preprocess(asList, z.array(line));

/** A list of words or names; a single one may stand without brackets. */
export const words = z.preprocess(
  asList,
  z.array(line.regex(/^[^,]*$/, "A list of several is written in brackets: [one, two].")),
);

/** An id as it was: a path without folder, ending or type. */
const formerId = line.regex(
  /^(?!\/)(?!.*(?:\/|\.mdx?)$)(?![a-z]+:).*$/,
  "Write the old id as links had it, without type, ending or slashes around it: crm/export-report.",
);

/** The levels of difficulty. */
export const levels = ["beginner", "intermediate", "advanced"] as const;

/** The states of an entry: `draft` is published nowhere; `archived` keeps its page, out of lists and search. */
export const statuses = ["draft", "published", "archived"] as const;

/** The front matter that entries of every type may have, read. */
export interface CommonFrontmatter {
  /** The title; for a FAQ, the question. Without front matter, the first heading is taken. */
  title?: string | undefined;
  /** One or two sentences for lists and search results. */
  summary?: string | undefined;
  /** Other ways to say or ask it. */
  aliases: string[];
  /** Its topics; each has a page of its own. */
  tags: string[];
  /** The roles that it is for; empty means everybody. */
  roles: string[];
  /** How much its reader should know already. */
  level?: (typeof levels)[number] | undefined;
  /** What it helps to learn. */
  skills: string[];
  /** Where in the work it helps: `crm:reports/new`. */
  contexts: string[];
  /** Refs of entries to read next. */
  related: string[];
  /** Who answers for it: a name or a mail address. */
  owner?: string | undefined;
  /** The day on which somebody last checked that it is right: `2026-01-31`. */
  reviewed?: string | undefined;
  /** How long a review holds: `90d`, `6mo`. */
  reviewEvery?: string | undefined;
  /** The day on which it first appeared: `2026-01-31`. */
  published?: string | undefined;
  /** The day on which it last changed in what it says: `2026-01-31`. */
  updated?: string | undefined;
  /** Who may see it: one of the site's audiences. Default: `public`. */
  audience: string;
  /** `draft` is published nowhere; `archived` keeps its page, out of lists and search. Default: `published`. */
  status: (typeof statuses)[number];
  /** Ids that it once had: they redirect here. */
  formerly: string[];
  /** Its place in lists; smaller comes first, entries without one come last. */
  order?: number | undefined;
}

/** What `CommonFrontmatter` is read with. */
export const commonFields = {
  title: line.optional(),
  summary: line.optional(),
  aliases: lines.default([]),
  tags: words.default([]),
  roles: words.default([]),
  level: z.enum(levels).optional(),
  skills: words.default([]),
  contexts: words.default([]),
  related: words.default([]),
  owner: line.optional(),
  reviewed: day.optional(),
  reviewEvery: span.optional(),
  published: day.optional(),
  updated: day.optional(),
  audience: line.default("public"),
  status: z.enum(statuses).default("published"),
  formerly: z.preprocess(asList, z.array(formerId)).default([]),
  order: z.number().optional(),
};
