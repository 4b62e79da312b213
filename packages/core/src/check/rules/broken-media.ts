import { error } from "../../compile/problem.ts";
import { type MediaFacts, mostPixels } from "../../media/media-facts.ts";
import { contentPath } from "../content-path.ts";
import type { Rule } from "../rule.ts";
import { mediaUses } from "./media-uses.ts";

/** `broken-media`: what entries show can be shown. */
export const brokenMedia: Rule = function* (input) {
  const told = new Map<string, readonly [message: string, hint: string] | undefined>();
  for (const { entry, file, place, use } of mediaUses(input)) {
    const key = `${use === "image"} ${file}`;
    if (!told.has(key)) told.set(key, faultOf(file, use === "image", input.media(file)));
    const [message, hint] = told.get(key) ?? [];
    if (message === undefined) continue;
    yield { file: entry.file, ...error("broken-media", `${contentPath(file, input.config)} ${message}`, place, hint) };
  }
};

/** What pages show as it is, or make copies of. */
const pictures = /\.(?:png|jpe?g|webp|avif|gif|svg|bmp|ico|apng)$/i;

function faultOf(
  file: string,
  isPicture: boolean,
  facts: MediaFacts | undefined,
): readonly [message: string, hint: string] | undefined {
  const formats = "PNG, JPEG, WebP, AVIF, GIF or SVG";
  switch (facts?.state) {
    case undefined:
      return undefined;
    case "empty":
      return ["is empty.", "Put the whole file in its place."];
    case "pointer":
      return ["only stands for a file of Git LFS, which has not been fetched.", "Run: git lfs pull"];
    case "unreadable":
      return [`cannot be read (${facts.reason}).`, "Check its permissions, or where the link leads."];
    case "cut":
      return ["ends before the picture does.", "Copy the whole file again."];
    case "unknown":
      return ["is no picture, or is damaged.", "Open it in a program for pictures, and export it again."];
    case "foreign":
      if (!isPicture && !pictures.test(file)) return undefined;
      return [`is a ${facts.format} picture, which browsers do not show.`, `Export it as ${formats}.`];
    case "whole": {
      const { width = 0, height = 0 } = facts;
      if (width * height > mostPixels) {
        const size = `${width.toLocaleString("en")} × ${height.toLocaleString("en")} pixels`;
        return [`has ${size}, more than a page can show.`, "Make it smaller: 4,000 pixels wide at most."];
      }
      if (!isPicture || pictures.test(file)) return undefined;
      return [
        "is no picture that browsers show.",
        `Name a ${formats}; to link to the file in Markdown, take the ! away.`,
      ];
    }
  }
}
