import { type EntrySummary, entryFolders, type Ref, type ResolvedConfig, roleLabel, textsOf } from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { markdownUrl, type Translation } from "@knowhow/core/publish";
import { count } from "../locale/fill.ts";
import { listFormat, longDate } from "../locale/formats.ts";
import { type Card, cardOf } from "./card.ts";
import { catalogueOf, topicsOfEntry } from "./catalogue.ts";
import { pathHandbook } from "./handbook.ts";
import { ownerUrl } from "./owner.ts";
import { ownerNamed } from "./owners.ts";
import { type PlaceOnPath, placesOnPaths, stepsOf } from "./path-steps.ts";
import { relatedTo } from "./related.ts";
import { roleOf } from "./roles.ts";
import { translationsOf } from "./translations.ts";
import { absoluteUrl, editUrl, homeUrl, urlIn } from "./urls.ts";

/** A link of the page's own: text, and where it leads. */
export interface PageLink {
  readonly label: string;
  readonly url: string;
  /** The language of the label, where that is not the page's. */
  readonly lang?: string | undefined;
}

/** The page in another language. */
export interface Alternate extends PageLink {
  readonly locale: string;
}

/** Something to know about an entry: its owner, its last review. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** For a date, the date as machines write it. */
  readonly day?: string;
  /** Where the value leads to. */
  readonly url?: string;
  /** The value in pieces, where some of them lead somewhere. */
  readonly parts?: readonly { readonly text: string; readonly url?: string }[];
}

/** Where the pages of the people lie that an entry names; undefined for those that have none. */
export interface PeoplePages {
  readonly owner: (name: string) => string | undefined;
  readonly role: (id: string) => string | undefined;
}

/** For readers without the site's pages: an owner is written to. */
const noPages: PeoplePages = { owner: ownerUrl, role: () => undefined };

/** The language that an entry is written in, on a page of another one. */
export interface WrittenIn {
  readonly locale: string;
  readonly label: string;
  readonly dir: "ltr" | "rtl";
}

/** Everything that the page of an entry shows beside the entry's body. */
export interface EntryPage {
  readonly entry: EntrySummary;
  /** Set where the page falls back to another language. */
  readonly writtenIn: WrittenIn | undefined;
  readonly canonical: string | undefined;
  /** The page in the other locales, translated or not. */
  readonly alternates: readonly Alternate[];
  /** The languages that the entry is written in. */
  readonly translations: readonly Translation[];
  /** Where the entry is as Markdown, in the language that it is written in. */
  readonly markdown: string;
  readonly crumbs: readonly PageLink[];
  /** In one line under the title: minutes, level, questions. */
  readonly measure: readonly string[];
  readonly facts: readonly Fact[];
  readonly topics: readonly PageLink[];
  /** Where a path is to print. */
  readonly handbook: string | undefined;
  readonly edit: string | undefined;
  /** Of a path. */
  readonly steps: readonly Card[];
  /** The paths that lead through it. */
  readonly onPaths: readonly PlaceOnPath[];
  readonly knowFirst: readonly Card[];
  readonly practise: readonly Card[];
  readonly lesson: Card | undefined;
  readonly related: readonly Card[];
}

/**
 * What the page of an entry shows in a locale.
 *
 * @returns Undefined where the entry has no page in that locale.
 */
export function entryPage(ref: Ref, locale: string, kb: LocalKnowledgeBase): EntryPage | undefined {
  const catalogue = catalogueOf(kb, locale);
  const entry = catalogue.byRef.get(ref);
  if (entry === undefined) return undefined;
  const { config } = kb;
  const related = relatedTo(entry, catalogue);
  const cards = (entries: readonly EntrySummary[]): readonly Card[] => entries.map((other) => cardOf(other, locale));
  return {
    entry,
    writtenIn: writtenIn(entry, locale, config),
    canonical: absoluteUrl(urlIn(entry.url, locale, entry.locale, config), config),
    alternates: alternatesOf(ref, locale, kb),
    translations: writtenTranslations(ref, kb),
    markdown: markdownUrl(urlIn(entry.url, locale, entry.locale, config)),
    crumbs: crumbsOf(entry, locale, config),
    measure: measureOf(entry, locale, config),
    steps: stepsOf(entry, catalogue),
    onPaths: placesOnPaths(entry, catalogue),
    facts: factsOf(entry, locale, config, peoplePages(locale, kb)),
    topics: topicsOfEntry(entry, catalogue).map(({ name, url }) => ({ label: name, url })),
    handbook: pathHandbook(entry, locale, kb)?.url,
    edit: editUrl(entry.file, config),
    knowFirst: cards(related.knowFirst),
    practise: cards(related.practise),
    lesson: related.lesson && cardOf(related.lesson, locale),
    related: cards(related.related),
  };
}

function writtenIn(entry: EntrySummary, locale: string, config: ResolvedConfig): WrittenIn | undefined {
  const settings = config.locales[entry.locale];
  if (entry.locale === locale || settings === undefined) return undefined;
  return { locale: entry.locale, label: settings.label, dir: settings.dir };
}

function alternatesOf(ref: Ref, locale: string, kb: LocalKnowledgeBase): readonly Alternate[] {
  return Object.entries(kb.config.locales).flatMap(([other, { label }]) => {
    const there = other === locale ? undefined : catalogueOf(kb, other).byRef.get(ref);
    return there === undefined ? [] : [{ locale: other, label, url: there.url }];
  });
}

/** The languages that an entry is written in, for search engines; archived translations are none of theirs. */
export function writtenTranslations(ref: Ref, kb: LocalKnowledgeBase): readonly Translation[] {
  const written = Object.keys(kb.config.locales).flatMap((locale) => {
    const entry = catalogueOf(kb, locale).byRef.get(ref);
    return entry?.locale === locale && entry.status !== "archived" ? [{ locale, url: entry.url }] : [];
  });
  return translationsOf(written, kb.config);
}

function crumbsOf(entry: EntrySummary, locale: string, config: ResolvedConfig): readonly PageLink[] {
  const texts = textsOf(locale, config);
  const home = homeUrl(locale, config);
  const section = entryFolders[entry.type];
  return [
    { label: texts.home, url: home, lang: texts.language },
    { label: texts[section], url: `${home}${section}/`, lang: texts.language },
  ];
}

/** What an entry is, in a few words: its type, steps, minutes, questions, level. */
export function measureOf(entry: EntrySummary, locale: string, config: ResolvedConfig): readonly string[] {
  const texts = textsOf(locale, config);
  const questions = entry.questionCount > 0 ? [count(texts.facts.questions, entry.questionCount, locale)] : [];
  const steps = entry.type === "path" ? [count(texts.facts.steps, entry.steps.length, locale)] : [];
  const level = entry.level === undefined ? [] : [texts.levels[entry.level]];
  return [texts.types[entry.type], ...steps, count(texts.facts.minutes, entry.minutes, locale), ...questions, ...level];
}

/** The pages of people in a locale; an owner without one is written to. */
function peoplePages(locale: string, kb: LocalKnowledgeBase): PeoplePages {
  return {
    owner: (name) => ownerNamed(name, kb, locale)?.url ?? ownerUrl(name),
    role: (id) => roleOf(id, kb, locale)?.url,
  };
}

/** For whom an entry is, whose it is, and how fresh. */
export function factsOf(
  entry: EntrySummary,
  locale: string,
  config: ResolvedConfig,
  pages: PeoplePages = noPages,
): readonly Fact[] {
  const { facts } = textsOf(locale, config);
  return [
    ...rolesFact(entry.roles, facts.roles, locale, config, pages),
    ...(entry.owner === undefined ? [] : [linked({ name: facts.owner, value: entry.owner }, pages.owner(entry.owner))]),
    ...dateFact(facts.reviewed, entry.reviewed, locale),
    ...dateFact(facts.updated, entry.updated ?? entry.published, locale),
  ];
}

function rolesFact(
  roles: readonly string[],
  name: string,
  locale: string,
  config: ResolvedConfig,
  pages: PeoplePages,
): readonly Fact[] {
  if (roles.length === 0) return [];
  const labels = roles.map((role) => roleLabel(role, locale, config));
  const urls = roles.map(pages.role);
  const value = listFormat(locale).format(labels);
  if (urls.every((url) => url === undefined)) return [{ name, value }];
  let at = 0;
  const parts = listFormat(locale)
    .formatToParts(labels)
    .map(({ type, value: text }) => {
      const url = type === "element" ? urls[at++] : undefined;
      return url === undefined ? { text } : { text, url };
    });
  return [{ name, value, parts }];
}

function linked(fact: Fact, url: string | undefined): Fact {
  return url === undefined ? fact : { ...fact, url };
}

function dateFact(name: string, day: string | undefined, locale: string): readonly Fact[] {
  return day === undefined ? [] : [{ name, value: longDate(day, locale), day }];
}
