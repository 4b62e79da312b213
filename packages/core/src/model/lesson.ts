import { z } from "zod";
import { commonFields, words } from "./frontmatter.ts";
import { videoFields } from "./video.ts";

/** The front matter of a lesson. */
export const lessonFrontmatter = z.strictObject({
  ...commonFields,
  /** What the reader can do afterwards. */
  objective: z.string().trim().min(1).optional(),
  /** Minutes that it takes, where counting words would be wrong. */
  minutes: z.number().positive().max(600).optional(),
  /** Refs of entries to know first. */
  prerequisites: words.default([]),
  /** A recording that belongs to it; it opens its page. */
  video: z
    .strictObject(videoFields, {
      error: (issue) =>
        issue.code === "invalid_type" ? 'Write video: { src: "demo.mp4", captions: "demo.vtt" }.' : undefined,
    })
    .optional(),
});

/** The front matter of a lesson, read. */
export type LessonFrontmatter = z.infer<typeof lessonFrontmatter>;
