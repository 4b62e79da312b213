import type { Entry } from "../model/entry.ts";
import { escapeAddress, escapeLabel, escapeLines, escapeText } from "./markdown/escape.ts";
import { toMarkdown } from "./markdown/to-markdown.ts";

/** Something to know about an entry, in the words of its page: `{ name: "Owner", value: "crm@example.com" }`. */
export interface EntryFact {
  readonly name: string;
  readonly value: string;
  /** Where it leads. */
  readonly url?: string;
}

/** What stands above the body of an entry, in the words of its page. */
export interface EntryHead {
  /** In a quote each: its summary or short answer, a notice about it. */
  readonly leads: readonly string[];
  readonly facts: readonly EntryFact[];
  /** The steps of a path, below its body. */
  readonly steps?: { readonly heading: string; readonly items: readonly EntryStep[] };
}

/** A step of a path. */
export interface EntryStep {
  readonly title: string;
  /** Its page, base included. */
  readonly url: string;
  readonly summary: string | undefined;
}

/**
 * An entry as Markdown that reads well without Knowhow: its title, what to know about it, and its body. Blocks become
 * what GitHub's Markdown has for them, what is right in a question is marked, and links lead where they lead on the page.
 *
 * @param site - The whole address of the site, which then is in every link; without it, links begin at the root of the host.
 */
export function entryMarkdown(entry: Entry, { leads, facts, steps }: EntryHead, site: string | undefined): string {
  const address = (url: string): string => {
    const onSite = url.startsWith("#") ? entry.url + url : url;
    return site === undefined || !onSite.startsWith("/") ? onSite : new URL(onSite, site).href;
  };
  const blocks = [
    `# ${oneLine(entry.title)}`,
    ...leads.map((lead) => `> ${oneLine(lead)}`),
    facts.map((fact) => `- ${oneLine(fact.name)}: ${factValue(fact)}`).join("\n"),
    toMarkdown({ html: entry.html, questions: entry.questions, address }),
    ...(steps === undefined
      ? []
      : [
          `## ${oneLine(steps.heading)}`,
          steps.items
            .map(({ title, url, summary }, i) => {
              const note = summary === undefined ? "" : `: ${oneLine(summary)}`;
              return `${i + 1}. [${label(title)}](${escapeAddress(address(url))})${note}`;
            })
            .join("\n"),
        ]),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function factValue({ value, url }: EntryFact): string {
  if (url === undefined) return oneLine(value);
  return url === value || url === `mailto:${value}` ? `<${value}>` : `[${oneLine(value)}](${escapeAddress(url)})`;
}

function oneLine(text: string): string {
  return escapeLines(escapeText(text.replace(/\s+/g, " ").trim()));
}

function label(text: string): string {
  return escapeLabel(text.replace(/\s+/g, " ").trim());
}

/** Where an entry is as Markdown: beside the folder of its page, `/lessons/crm/export-report.md`. */
export function markdownUrl(url: string): string {
  return `${url.replace(/\/$/, "")}.md`;
}
