import { z } from "zod";

const captionHint =
  'Captions are WebVTT: name a file that ends in .vtt, or one for each language: { en: "demo.en.vtt" }.';

const captionFile = z
  .string()
  .trim()
  .regex(/\.vtt$/i, captionHint);

/** What a video says of itself, in the front matter and as a block. */
export interface VideoSource {
  /** A file beside the entry, or the address of a provider's page: `https://youtu.be/…`. */
  src: string;
  /**
   * A WebVTT file, in the entry's language; or one for each language: `{ en: "demo.en.vtt", vi: "demo.vi.vtt" }`.
   * `true`: its provider has captions. `false`: there is nothing to hear.
   */
  captions?: string | Record<string, string> | boolean | undefined;
  /** The picture that stands there until it plays. */
  poster?: string | undefined;
  /** A file with what is said and shown, or the entry that has it. */
  transcript?: string | undefined;
  /** How long it is. They count into the minutes of its entry. */
  minutes?: number | undefined;
}

/** What `VideoSource` is read with. */
export const videoFields = {
  src: z.string().trim().min(1),
  captions: z
    .union([captionFile, z.record(z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/), captionFile), z.boolean()], {
      error: captionHint,
    })
    .optional(),
  poster: z.string().trim().min(1).optional(),
  transcript: z.string().trim().min(1).optional(),
  minutes: z.number().positive().max(600).optional(),
};
