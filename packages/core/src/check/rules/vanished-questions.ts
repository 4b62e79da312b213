import { fileStart } from "../../compile/position.ts";
import { warning } from "../../compile/problem.ts";
import { isPublished } from "../entry-index.ts";
import type { Rule } from "../rule.ts";
import { renamedQuestions } from "./question-renamed.ts";

/** `vanished-question`: the questions of an entry keep their ids. Only a check since a commit can tell. */
export const vanishedQuestions: Rule = function* ({ before, index, config, committedQuestions }) {
  if (before === undefined) return;
  for (const old of before) {
    const { ref, locale } = old.location;
    const present = index.own(ref, locale);
    // The same object where the file has not changed.
    if (present === undefined || present === old || !isPublished(old, config)) continue;
    const ids = new Set(present.questions.map(({ id }) => id));
    for (const { from } of renamedQuestions(present, committedQuestions)) ids.add(from);
    for (const { id, title } of old.questions) {
      if (ids.has(id)) continue;
      yield {
        file: present.file,
        ...warning(
          "vanished-question",
          `The question “${id}” is gone, and with it what people learned: ${title}`,
          fileStart,
          `If it only has another id now, give the old one back: <Question id="${id}">.`,
        ),
      };
    }
  }
};
