import { siteTexts } from "../config/local-text.ts";
import { localeBase } from "../knowledge/locate.ts";
import type { LocalKnowledgeBase } from "../knowledge/types.ts";
import type { EntrySummary } from "../model/entry.ts";
import { type EntryFolder, entryFolders, entryTypes } from "../model/types.ts";
import { markdownUrl } from "./entry-markdown.ts";
import { escapeAddress, escapeLabel, escapeText } from "./markdown/escape.ts";
import type { PublishedFile } from "./published-file.ts";

/** The words of a locale in its `llms.txt`: the heading of each type's entries, by folder, and that of other languages. */
export interface LlmsTexts extends Readonly<Record<EntryFolder, string>> {
  readonly languages: string;
}

/**
 * Makes the `llms.txt` of a locale, by which assistants find their way (llmstxt.org): the site, then by type the entries
 * that are written in the locale, each as Markdown with a line about it.
 *
 * Links are whole addresses where the configuration tells the site's; else they begin at the root of the host.
 */
export function llmsFile(kb: LocalKnowledgeBase, locale: string, texts: LlmsTexts): PublishedFile {
  const { config } = kb;
  const { site, base, locales } = config;
  const { title, description } = siteTexts(config, locale);
  const address = (url: string) => escapeAddress(site === undefined ? encodeURI(url) : new URL(url, site).href);
  const home = localeBase(locale, config);
  const entries = kb.entries().filter((entry) => entry.locale === locale && entry.status === "published");
  const sections = entryTypes.map((type) =>
    section(
      texts[entryFolders[type]],
      inOrder(entries.filter((entry) => entry.type === type)).map((entry) =>
        link(entry.title, address(markdownUrl(entry.url)), noteOf(entry)),
      ),
    ),
  );
  const others = Object.entries(locales)
    .filter(([other]) => other !== locale)
    .map(([other, { label }]) => link(label, address(`${localeBase(other, config)}llms.txt`), undefined));
  const blocks = [
    `# ${oneLine(title)}`,
    description === undefined ? "" : `> ${oneLine(description)}`,
    ...sections,
    section(texts.languages, others),
  ];
  return {
    path: `${home.slice(base.length)}llms.txt`,
    text: `${blocks.filter((block) => block !== "").join("\n\n")}\n`,
  };
}

function section(heading: string, links: readonly string[]): string {
  return links.length === 0 ? "" : `## ${oneLine(heading)}\n\n${links.join("\n")}`;
}

function link(name: string, url: string, note: string | undefined): string {
  return `- [${escapeLabel(spaced(name))}](${url})${note === undefined ? "" : `: ${oneLine(note)}`}`;
}

function noteOf(entry: EntrySummary): string | undefined {
  const note = entry.type === "faq" ? (entry.answer ?? entry.summary) : entry.summary;
  return note?.trim() || undefined;
}

/** As the lists of the site: by `order`, then by id, which keeps what belongs together in one place. */
function inOrder(entries: readonly EntrySummary[]): readonly EntrySummary[] {
  const last = Number.POSITIVE_INFINITY;
  return entries.toSorted((a, b) => {
    const [first, second] = [a.order ?? last, b.order ?? last];
    return first === second ? (a.id < b.id ? -1 : 1) : first - second;
  });
}

function oneLine(text: string): string {
  return escapeText(spaced(text));
}

function spaced(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
