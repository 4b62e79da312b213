import { inOneLine } from "../compile/one-line.ts";
import { attributeOf, type HtmlElement, type HtmlNode, readHtml, textOf } from "../html/html-tree.ts";
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
    sections: entry.type === "scenario" ? scenarioSections(entry) : sectionsOf(readHtml(entry.html), isApart),
  };
  const questions = entry.questions.map(
    (question): SearchRecord => ({
      ...common,
      url: `${url}#${encodeURIComponent(question.id)}`,
      type: "question",
      within: title,
      title: asked(question).title,
      aliases: [],
      sections: [{ text: inOneLine([asked(question).rest, offered(question)].join("\n")) }],
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
  const around = sectionsOf(readHtml(html), (element) => isApart(element) || isOf(element, "section", "kh-scene"));
  return [
    ...around,
    ...scenes.map(({ id, title, html: told, choices }) => ({
      ...(title === undefined ? {} : { anchor: id, heading: title }),
      text: inOneLine(
        [...readHtml(told).map((node) => plain(node, isApart)), ...choices.map(({ text }) => `\n${text}`)].join(""),
      ),
    })),
  ];
}

/** Whether an element is left out of a text. */
type IsLeftOut = (element: HtmlElement) => boolean;

/** What is a result of its own: questions, and FAQs of other entries that are shown. */
function isApart(element: HtmlElement): boolean {
  return isOf(element, "section", "kh-question") || isOf(element, "details", "kh-faq");
}

/** What is for the eye, or says in other words what stands beside it: maps have their list, videos their caption. */
function isDrawn(element: HtmlElement): boolean {
  return element.tag === "svg" || element.tag === "video" || isOf(element, "div", "kh-video__door");
}

/** Whether an element is one of this package's own, whose class comes first. */
function isOf({ tag, attributes }: HtmlElement, name: string, className: string): boolean {
  const start = ` class="${className}`;
  return tag === name && attributes.startsWith(start) && /^[ "]/.test(attributes.slice(start.length));
}

/**
 * Takes the HTML of an entry apart at its headings. The heading of a block, such as a tab, holds for the block: what follows
 * belongs to the heading from before.
 */
function sectionsOf(nodes: readonly HtmlNode[], isLeftOut: IsLeftOut): readonly SearchSection[] {
  let current: { anchor?: string; heading?: string; text: string } = { text: "" };
  const sections = [current];
  const add = (node: HtmlNode) => {
    if (typeof node === "string") current.text += inline(node);
    else if (node.tag === "pre") current.text += preformatted(node);
    else if (isLeftOut(node) || isDrawn(node)) current.text += "\n";
    else if (isHeading(node)) {
      const text = node.children.map((child) => plain(child, isLeftOut)).join("");
      current = { anchor: attributeOf(node, "id") ?? "", heading: linesOf(text), text: "" };
      sections.push(current);
    } else {
      const around = current;
      current.text += startOf(node);
      for (const child of node.children) add(child);
      current.text += endOf(node);
      if (node.tag === "section") current = around;
    }
  };
  for (const node of nodes) add(node);
  return sections.map((section) => ({ ...section, text: inOneLine(section.text) }));
}

function isHeading({ tag, attributes }: HtmlElement): boolean {
  return /^h[2-6]$/.test(tag) && attributes.startsWith(' id="');
}

/** The elements that have lines of their own; other ones leave no trace. */
const lines: ReadonlySet<string> = new Set(
  "p li tr h1 h2 h3 h4 h5 h6 blockquote summary div dt dd figcaption br section".split(" "),
);

/** What stands between words and an element below them. */
function startOf({ tag }: HtmlElement): string {
  return lines.has(tag) ? "\n" : "";
}

/** What stands between an element and what follows. */
function endOf({ tag }: HtmlElement): string {
  return lines.has(tag) ? "\n" : tag === "td" || tag === "th" ? " " : "";
}

/** The text of a node, which `linesOf` makes tidy. */
function plain(node: HtmlNode, isLeftOut: IsLeftOut): string {
  if (typeof node === "string") return inline(node);
  if (node.tag === "pre") return preformatted(node);
  if (isLeftOut(node) || isDrawn(node)) return "\n";
  return startOf(node) + node.children.map((child) => plain(child, isLeftOut)).join("") + endOf(node);
}

/** Where an author's editor wraps a line, a sentence goes on. */
function inline(text: string): string {
  return text.includes("\n") ? text.replaceAll("\n", " ") : text;
}

function preformatted({ children }: HtmlElement): string {
  return `\n${textOf(children)}\n`;
}

/** Text without empty lines, and without space at the ends of others. */
function linesOf(text: string): string {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/(?<!\s)\s*\n\s*/g, "\n")
    .trim();
}
