import { resolveHref } from "../../compile/links.ts";
import { error } from "../../compile/problem.ts";
import { nearest } from "../../compile/suggest.ts";
import { contentPath, relativePath } from "../content-path.ts";
import type { Rule } from "../rule.ts";

/** `missing-media`, `unsafe-link`: the files that a lesson's `video` names are there. */
export const videoFiles: Rule = function* ({ entries, files, config }) {
  for (const { file, location, frontmatter } of entries) {
    if (!("video" in frontmatter) || frontmatter.video === undefined) continue;
    for (const key of ["src", "captions", "poster", "transcript"] as const) {
      const written = frontmatter.video[key];
      if (written === undefined) continue;
      const target = resolveHref(written, file, location, config);
      const place = { field: ["video", key] };
      if (target.kind === "unsafe")
        yield {
          file,
          ...error("unsafe-link", target.message, place, "Name a file beside the entry, or a whole https: address."),
        };
      if (target.kind === "broken") yield { file, ...error("missing-media", target.message, place, target.hint) };
      if (target.kind === "media" && !files.has(target.file)) {
        const near = nearest(target.file, files);
        yield {
          file,
          ...error(
            "missing-media",
            `There is no file ${contentPath(target.file, config)}.`,
            place,
            near === undefined
              ? "Put the file there, or correct its name."
              : `Did you mean “${relativePath(file, near)}”?`,
          ),
        };
      }
    }
  }
};
