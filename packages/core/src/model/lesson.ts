import { z } from "zod";
import { type CommonFrontmatter, commonFields, line, words } from "./frontmatter.ts";
import { type VideoSource, videoFields } from "./video.ts";

/** The front matter of a lesson, read. */
export interface LessonFrontmatter extends CommonFrontmatter {
  /** What the reader can do afterwards. */
  objective?: string | undefined;
  /** Minutes that it takes, where counting words would be wrong. */
  minutes?: number | undefined;
  /** Refs of entries to know first. */
  prerequisites: string[];
  /** A recording that belongs to it; it opens its page. */
  video?: VideoSource | undefined;
}

/** The schema of a lesson's front matter. */
export const lessonFrontmatter = z.strictObject({
  ...commonFields,
  objective: line.optional(),
  minutes: z.number().positive().max(600).optional(),
  prerequisites: words.default([]),
  video: z
    .strictObject(videoFields, {
      error: (issue) =>
        issue.code === "invalid_type" ? 'Write video: { src: "demo.mp4", captions: "demo.vtt" }.' : undefined,
    })
    .optional(),
});
