import { fileStart } from "../../compile/position.ts";
import { error } from "../../compile/problem.ts";
import { contentPath } from "../content-path.ts";
import type { Rule } from "../rule.ts";

/** `unreadable`: a symbolic link cannot bring what lies elsewhere, such as the secrets of a build machine, into the site. */
export const outsideLinks: Rule = function* ({ outside, config }) {
  for (const file of outside) {
    const message = `${contentPath(file, config)} is a symbolic link that leads out of the content folder.`;
    yield { file, ...error("unreadable", message, fileStart, "Put the file itself in its place.") };
  }
};
