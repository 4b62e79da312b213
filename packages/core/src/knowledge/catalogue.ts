import type { EntryContent, EntryFacts } from "../compile/entry.ts";
import { type LinkFact, mediaUrl, type Target } from "../compile/links.ts";
import { inOneLine } from "../compile/one-line.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import { textsOf } from "../locale/texts-of.ts";
import type { EntrySummary, Link, Media, OutlineItem } from "../model/entry.ts";
import type { VideoSource } from "../model/video.ts";
import { byCodeUnit } from "./content-files.ts";
import { withInherited } from "./inherit.ts";
import type { KnownFile } from "./known-file.ts";
import { entryUrl } from "./locate.ts";
import type { ReadEntry } from "./read-content.ts";
import { type FindFaq, faqsShownBy, revisionWithFaqs, type ShownFaq, withFaqs } from "./shown-faqs.ts";

/** Which entries a knowledge base shows. */
export interface Visibility {
  readonly audiences: readonly string[];
  readonly drafts: boolean;
}

/** What readers of an entry can ask for. */
export interface Item {
  /** In the language that it is written in. */
  readonly summary: EntrySummary;
  readonly outline: readonly OutlineItem[];
  readonly links: readonly Link[];
  /** Also those of the FAQs that it shows. */
  readonly media: readonly Media[];
  /** The URLs of those, and of the files that it links to as pages, `/media/…`. */
  readonly mediaUrls: readonly string[];
  /** Reads the body, with the FAQs that it shows; undefined where errors leave none. */
  readonly content: (() => EntryContent) | undefined;
}

/** The entries that a knowledge base shows. */
export interface Catalogue {
  /** Ordered by ref and locale. */
  readonly items: readonly Item[];
  /** Finds what readers of a locale get for a ref, which may be a former one: the original, where there is no translation. */
  readonly find: (ref: string, locale: string) => Item | undefined;
  /** Whether an entry of this ref, or one that had it, is written in a locale. */
  readonly isWrittenIn: (ref: string, locale: string) => boolean;
}

/**
 * Makes the catalogue of what was read. Nothing in it holds on to facts: they are for the checks, and those of thousands of
 * entries would be most of what a build has in memory, and of what the garbage collector walks through again and again.
 * (What one closure of a function uses, all of them hold: hence functions of their own for those that stay.)
 */
export function readCatalogue(entries: readonly ReadEntry[], config: ResolvedConfig, visible: Visibility): Catalogue {
  const { all, byKey } = findVisible(entries, config, visible);
  const items = makeItems(all, byKey, config);
  const itemByKey = new Map<string, Item>();
  for (const [key, entry] of byKey) {
    const item = items.get(entry);
    if (item !== undefined) itemByKey.set(key, item);
  }
  return catalogueOf([...items.values()], itemByKey, config);
}

function catalogueOf(items: readonly Item[], byKey: ReadonlyMap<string, Item>, config: ResolvedConfig): Catalogue {
  return { items, find: finder(byKey, config), isWrittenIn: (ref, locale) => byKey.has(`${locale} ${ref}`) };
}

/** An entry that readers get to see, with all that is known of it. */
interface VisibleEntry {
  readonly facts: EntryFacts;
  readonly known: KnownFile;
}

/** Lets the visible entries be found by their locale and ref, and by refs that they once had. */
function findVisible(
  entries: readonly ReadEntry[],
  config: ResolvedConfig,
  { audiences, drafts }: Visibility,
): { readonly all: readonly VisibleEntry[]; readonly byKey: ReadonlyMap<string, VisibleEntry> } {
  const all: VisibleEntry[] = [];
  const byKey = new Map<string, VisibleEntry>();
  for (const { location, known } of withInherited(entries, config)) {
    const { facts } = known;
    const key = `${location.locale} ${location.ref}`;
    if (facts === undefined || byKey.has(key)) continue;
    const { status, audience } = facts.frontmatter;
    if ((status === "draft" && !drafts) || !audiences.includes(audience)) continue;
    const entry = { facts, known };
    all.push(entry);
    byKey.set(key, entry);
  }
  all.sort(
    ({ facts: { location: a } }, { facts: { location: b } }) =>
      byCodeUnit(a.ref, b.ref) || byCodeUnit(a.locale, b.locale),
  );
  for (const entry of all) {
    const { type, locale } = entry.facts.location;
    for (const former of entry.facts.frontmatter.formerly) {
      const key = `${locale} ${type}:${former.normalize("NFC")}`;
      if (!byKey.has(key)) byKey.set(key, entry);
    }
  }
  return { all, byKey };
}

/** Finds by ref what there is in a locale, or else in the default locale. */
function finder<T>(byKey: ReadonlyMap<string, T>, { defaultLocale }: ResolvedConfig) {
  return (ref: string, locale: string): T | undefined => {
    const key = ref.normalize("NFC");
    return byKey.get(`${locale} ${key}`) ?? byKey.get(`${defaultLocale} ${key}`);
  };
}

function makeItems(
  entries: readonly VisibleEntry[],
  byKey: ReadonlyMap<string, VisibleEntry>,
  config: ResolvedConfig,
): ReadonlyMap<VisibleEntry, Item> {
  const findEntry = finder(byKey, config);
  // An entry shows FAQs in the language that it is written in.
  const faqsIn = faqFinder(new Map([...byKey].flatMap(([key, entry]) => faqOf(key, entry))), config);
  const items = new Map<VisibleEntry, Item>();
  for (const entry of entries) {
    const { locale } = entry.facts.location;
    const findFaq = faqsIn(locale);
    const linksOf = (faq: string) => (findFaq(faq) === undefined ? [] : (findEntry(faq, locale)?.facts.links ?? []));
    items.set(entry, toItem(entry, findFaq, linksOf, config));
  }
  return items;
}

/** What others show of a FAQ; `content` is undefined where errors leave none. */
interface FaqToShow extends Omit<ShownFaq, "url" | "writtenIn" | "content"> {
  readonly id: string;
  readonly locale: string;
  readonly content: KnownFile["content"];
}

function faqOf(key: string, { facts, known }: VisibleEntry): readonly (readonly [string, FaqToShow])[] {
  const { location, frontmatter, title } = facts;
  if (location.type !== "faq") return [];
  const answer = "answer" in frontmatter ? frontmatter.answer : undefined;
  const shows = faqsShownBy(facts);
  const { id, locale } = location;
  return [[key, { id, locale, title, answer, shows, revision: known.revision ?? "", content: known.content }]];
}

function faqFinder(faqs: ReadonlyMap<string, FaqToShow>, config: ResolvedConfig): (locale: string) => FindFaq {
  const find = finder(faqs, config);
  return (locale) => (ref) => {
    const faq = find(ref, locale);
    if (faq?.content === undefined) return undefined;
    const { content, id, locale: written } = faq;
    const url = encodeURI(entryUrl("faq", id, locale, config));
    const dir = config.locales[written]?.dir ?? "ltr";
    return { ...faq, content, url, writtenIn: written === locale ? undefined : { locale: written, dir } };
  };
}

function toItem(
  { facts, known }: VisibleEntry,
  find: FindFaq,
  linksOf: (faq: string) => readonly LinkFact[],
  config: ResolvedConfig,
): Item {
  const { outline } = facts;
  const { content, revision = "" } = known;
  const { locale } = facts.location;
  const shows = faqsShownBy(facts);
  const { links, media } = addresses(facts, linksOf, config);
  const mediaUrls = mediaUrlsOf([facts.links, ...shows.map(linksOf)], config);
  const summary = summaryOf(facts, revision, config);
  if (shows.length === 0) return { summary, outline, links, media, mediaUrls, content };
  return {
    summary: { ...summary, revision: revisionWithFaqs(revision, shows, find) },
    outline,
    links,
    media,
    mediaUrls,
    content:
      content &&
      (() => {
        const own = content();
        return { ...withFaqs(own, textsOf(locale, config), find), markdown: own.markdown };
      }),
  };
}

function summaryOf(facts: EntryFacts, revision: string, config: ResolvedConfig): EntrySummary {
  const { location, frontmatter, title, minutes, questions, lead } = facts;
  const { type } = location;
  const summary = {
    ...frontmatter,
    ...location,
    title,
    minutes,
    revision,
    file: `${config.content.replace(/^\.\//, "").replace(/\/+$/, "")}/${facts.file}`,
    questionCount: questions.length,
    ...(type === "faq" && lead !== "" && !("answer" in frontmatter && frontmatter.answer !== undefined)
      ? { answer: inOneLine(lead) }
      : {}),
    ...("video" in frontmatter && frontmatter.video !== undefined
      ? { video: videoUrls(frontmatter.video, facts) }
      : {}),
  };
  // The front matter was read with the schema of this type.
  return summary as EntrySummary;
}

/** The same video with URLs for what its author wrote. */
function videoUrls({ captions, ...video }: VideoSource, { links }: EntryFacts): VideoSource {
  const url = (href: string) => {
    const target = links.find((link) => link.href === href)?.target;
    return target !== undefined && "url" in target ? target.url : href;
  };
  const tracks =
    typeof captions === "string"
      ? url(captions)
      : typeof captions === "object"
        ? Object.fromEntries(Object.entries(captions).map(([locale, file]) => [locale, url(file)]))
        : captions;
  return {
    ...video,
    src: url(video.src),
    ...(tracks === undefined ? {} : { captions: tracks }),
    ...(video.poster === undefined ? {} : { poster: url(video.poster) }),
    ...(video.transcript === undefined ? {} : { transcript: url(video.transcript) }),
  };
}

function addresses(
  { links }: EntryFacts,
  linksOf: (faq: string) => readonly LinkFact[],
  config: ResolvedConfig,
): { readonly links: readonly Link[]; readonly media: readonly Media[] } {
  const media = new Map<string, Media>();
  const found: Link[] = [];
  const note = (target: Target) => {
    if (target.kind === "media") media.set(target.file, { file: target.file, url: mediaUrl(target.file, config) });
  };
  for (const { href, target, use } of links) {
    note(target);
    if ((use === "link" || use === "faq") && "url" in target) found.push(linkOf(href, target));
    if (use === "faq") for (const shown of linksOf(href)) note(shown.target);
  }
  return { links: found, media: [...media.values()] };
}

function linkOf(href: string, target: Target & { readonly url: string }): Link {
  return {
    href,
    url: target.url,
    ...(target.kind === "entry" ? { ref: target.ref } : {}),
    ...("anchor" in target && target.anchor !== undefined ? { anchor: target.anchor } : {}),
  };
}

/** Also those that are linked to as pages, `/media/…`. */
function mediaUrlsOf(links: readonly (readonly LinkFact[])[], config: ResolvedConfig): readonly string[] {
  const below = mediaUrl("", config);
  const urls = links.flat().flatMap(({ target }) => ("url" in target ? [target.url] : []));
  return [...new Set(urls.filter((url) => url.startsWith(below)).map((url) => url.replace(/[?#].*$/, "")))];
}
