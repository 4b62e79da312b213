import type { EntryType } from "../../model/types.ts";
import { faq } from "./faq.ts";
import { lesson } from "./lesson.ts";
import { path } from "./path.ts";
import { quiz } from "./quiz.ts";
import { scenario } from "./scenario.ts";
import type { Template, TemplateInput } from "./template.ts";

/** The template of each type; a new one is a file and a line here. */
const templates: Readonly<Record<EntryType, Template>> = { lesson, faq, quiz, path, scenario };

/** The text of a new entry, in the language of its locale where templates are written in it, else in English. */
export function fillTemplate(type: EntryType, locale: string, input: TemplateInput): string {
  const language = locale.split("-")[0] === "vi" ? "vi" : "en";
  return templates[type][language](input);
}
