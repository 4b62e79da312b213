import type { Entry } from "../model/entry.ts";
import type { Question } from "../model/question.ts";
import { quizKindOf } from "../quiz/grade.ts";
import type { SearchRecord, SearchSection } from "./record.ts";

/**
 * The results that an entry can give: its page, and each of its questions at their own place. `lacks` are the locales that it is
 * not translated into, as `untranslated` tells; default none.
 */
export function recordsOfEntry(entry: Entry, lacks: readonly string[] = []): readonly SearchRecord[] {
  const { url, ref, type, id, locale, title, aliases, summary, roles, level, tags, owner } = entry;
  const common = {
    ref,
    id,
    locale,
    roles,
    tags,
    ...(level === undefined ? {} : { level }),
    ...(owner === undefined ? {} : { owner }),
    ...(lacks.length === 0 ? {} : { lacks }),
  };
  const page: SearchRecord = {
    ...common,
    url,
    type,
    title,
    aliases,
    ...("answer" in entry && entry.answer !== undefined ? { answer: entry.answer } : {}),
    ...(summary === undefined ? {} : { summary }),
    sections: entry.type === "scenario" ? scenarioSections(entry) : sectionsOf(entry.html),
  };
  const questions = entry.questions.map(
    (question): SearchRecord => ({
      ...common,
      url: `${url}#${encodeURIComponent(question.id)}`,
      type: "question",
      within: title,
      title: asked(question).title,
      aliases: [],
      sections: [{ text: [asked(question).rest, offered(question)].filter(Boolean).join("\n") }],
    }),
  );
  return [page, ...questions];
}

/** The first line of a question names it: its heading in the short form; the case that it puts may be long. */
function asked({ prompt }: Question): { readonly title: string; readonly rest: string } {
  const [title = "", ...rest] = prompt.text.split("\n");
  return { title, rest: rest.join("\n") };
}

/** A question is found by what it asks and offers; what is right stays on its page. */
function offered(question: Question): string {
  return quizKindOf(question.kind)
    .offered(question)
    .map(({ text }) => text)
    .join("\n");
}

/** What stands around the scenes of a scenario, then each scene with its choices at its own place. */
function scenarioSections({ html, scenes }: Entry<"scenario">): readonly SearchSection[] {
  const around = sectionsOf(withoutQuestions(html).replace(/<section class="kh-scene[ "].*?<\/section>/gs, "\n"));
  return [
    ...around,
    ...scenes.map(({ id, title, html: told, choices }) => ({
      ...(title === undefined ? {} : { anchor: id, heading: title }),
      text: [plain(withoutQuestions(told)), ...choices.map((choice) => choice.text)].join("\n"),
    })),
  ];
}

/**
 * Takes the HTML of an entry apart at its headings; questions are left out, since they are results of their own. The heading
 * of a block, such as a tab, holds for the block: what follows belongs to the heading from before.
 */
function sectionsOf(html: string): readonly SearchSection[] {
  const sections: { anchor?: string; heading?: string; text: string }[] = [{ text: "" }];
  const around: (typeof sections)[number][] = [];
  let [current] = sections;
  for (const part of withoutQuestions(html).split(/(?=<h[2-6] id="|<section[ >])|(?<=<\/section>)/)) {
    const [whole = "", anchor = "", heading = ""] = /^<h[2-6] id="([^"]*)"[^>]*>(.*?)<\/h[2-6]>/s.exec(part) ?? [];
    if (current !== undefined && part.startsWith("<section")) around.push(current);
    if (whole !== "") {
      current = { anchor: decode(anchor), heading: plain(heading), text: "" };
      sections.push(current);
    }
    if (current !== undefined) current.text = `${current.text}\n${plain(part.slice(whole.length))}`.trim();
    if (part.endsWith("</section>")) current = around.pop() ?? current;
  }
  return sections;
}

/** Leaves out what is a result of its own: questions, and FAQs of other entries that are shown. */
function withoutQuestions(html: string): string {
  return withoutFaqs(html).replace(/<section class="kh-question".*?<\/section>/gs, "\n");
}

function withoutFaqs(html: string): string {
  const opening = '<details class="kh-faq"';
  const kept: string[] = [];
  let at = 0;
  for (let start = html.indexOf(opening); start >= 0; start = html.indexOf(opening, at)) {
    kept.push(html.slice(at, start));
    // What it shows may have parts to open itself.
    const tags = /<(\/?)details[\s>]/g;
    tags.lastIndex = start;
    at = html.length;
    let depth = 0;
    for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
      depth += tag[1] === "" ? 1 : -1;
      if (depth > 0) continue;
      at = tags.lastIndex;
      break;
    }
  }
  return [...kept, html.slice(at)].join("\n");
}

/** What is for the eye, or says in other words what stands beside it: maps have their list, videos their caption. */
const drawn = /<(svg|video) .*?<\/\1>|<div class="kh-video__door".*?<\/div>/gs;

/** The text of HTML that this package wrote: blocks end lines, inline tags leave no trace. */
function plain(html: string): string {
  const lines = html
    .replace(drawn, "\n")
    .replace(/<\/(?:p|li|tr|pre|h[1-6]|blockquote|summary|div|dt|dd|figcaption)>|<br>/g, "\n")
    .replace(/<\/t[dh]>/g, " ");
  return decode(lines.replace(/<[^>]*>/g, ""))
    .replace(/[^\S\n]+/g, " ")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return (name !== undefined ? named[name] : undefined) ?? whole;
  });
}
