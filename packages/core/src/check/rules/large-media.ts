import { warning } from "../../compile/problem.ts";
import { contentPath } from "../content-path.ts";
import type { Rule } from "../rule.ts";
import { mediaUses } from "./media-uses.ts";

/** From this size on, git hosts warn; beyond twice as much, GitHub takes no file. In bytes. */
const large = 50_000_000;

/** `large-media`: what readers load, and what a site's host takes. Told once for each file. */
export const largeMedia: Rule = function* (input) {
  const seen = new Set<string>();
  for (const { entry, file, place } of mediaUses(input)) {
    if (seen.has(file)) continue;
    seen.add(file);
    const { bytes = 0 } = input.media(file) ?? {};
    if (bytes <= large) continue;
    const size = Math.round(bytes / 1_000_000).toLocaleString("en");
    const message = `${contentPath(file, input.config)} has ${size} MB: readers wait for it, and many hosts take no such file.`;
    const hint = "Make it smaller or shorter; a long video is at home with a provider, which <Video> plays, too.";
    yield { file: entry.file, ...warning("large-media", message, place, hint) };
  }
};
