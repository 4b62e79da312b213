import { warning } from "../../compile/problem.ts";
import type { VideoFact } from "../../compile/video/read-videos.ts";
import type { Rule } from "../rule.ts";

/** `video-captions`: what is said in a video can be read. */
export const videoCaptions: Rule = function* ({ entries }) {
  for (const { file, videos } of entries) {
    for (const video of videos) {
      const hint = hintFor(video);
      if (hint !== undefined)
        yield { file, ...warning("video-captions", "This video has no captions.", video.place, hint) };
    }
  }
};

const ways = "say “captions: false” (in a block captions={false}) if nothing is said in it";

function hintFor({ captions, provider }: VideoFact): string | undefined {
  if (provider !== undefined) {
    if (captions !== "none") return undefined;
    return `Turn them on at ${provider.name} and say “captions: true” here (in a block captions), or ${ways}.`;
  }
  if (captions === "files" || captions === "silent") return undefined;
  return `Name a WebVTT file beside it: captions: demo.vtt (in a block captions="demo.vtt"), or ${ways}.`;
}
