import type { EntryFacts } from "../../compile/entry.ts";
import type { LinkFact } from "../../compile/links.ts";
import type { CheckInput } from "../rule.ts";

/** The files that pages show or play, and whose copies a site makes. */
export const mediaFile = /\.(?:png|jpe?g|gif|webp|avif|svg|mp4|webm|mov|m4v|mp3|m4a|ogg|wav|vtt|srt)$/i;

/** A place at which an entry shows a file, or links to a picture or recording. */
export interface MediaUse extends Pick<LinkFact, "place" | "use"> {
  readonly entry: EntryFacts;
  /** Relative to the content folder; it is there. */
  readonly file: string;
}

/** Where entries use pictures and recordings, in their order. */
export function* mediaUses({ entries, files }: CheckInput): Generator<MediaUse> {
  for (const entry of entries) {
    for (const { target, place, use } of entry.links) {
      if (target.kind !== "media" || !files.has(target.file)) continue;
      // What somebody only downloads may be anything.
      if (use !== "link" || mediaFile.test(target.file)) yield { entry, file: target.file, place, use };
    }
  }
}
