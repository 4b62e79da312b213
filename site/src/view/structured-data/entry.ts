import {
  type Entry,
  type EntrySummary,
  type EntryType,
  type ResolvedConfig,
  roleLabel,
  siteTexts,
  tagLabel,
  textsOf,
} from "@knowhow/core";
import { wholeAnswer } from "@knowhow/core/publish";
import type { LearningResource, Question, Quiz } from "schema-dts";
import type { EntryPage } from "../entry-page.ts";
import { absoluteUrl } from "../urls.ts";
import { breadcrumbs } from "./breadcrumbs.ts";
import type { PageData } from "./json-ld.ts";
import { quizQuestion } from "./question.ts";

/** What each type of entry is to search engines. */
const thingOf: { readonly [T in EntryType]: (entry: Entry<T>, page: EntryPage, config: ResolvedConfig) => PageData } = {
  lesson: (entry, page, config) => ({
    ...learningResource(entry, page, config),
    learningResourceType: "Lesson",
    ...given("teaches", [...(entry.objective === undefined ? [] : [entry.objective]), ...entry.skills]),
  }),
  faq: (entry, page) => faqQuestion(entry, page.canonical),
  quiz: (entry, page, config): Quiz => ({
    ...learningResource(entry, page, config),
    "@type": "Quiz",
    ...given("assesses", entry.skills),
    ...(page.lesson === undefined ? {} : { about: { "@type": "Thing", name: page.lesson.title } }),
    hasPart: entry.questions.map(quizQuestion),
  }),
  path: (entry, page, config) => ({
    ...learningResource(entry, page, config),
    learningResourceType: "Learning path",
    ...given("teaches", entry.skills),
    hasPart: page.steps.map(({ title, url }) => {
      const address = absoluteUrl(url, config);
      return { "@type": "CreativeWork" as const, name: title, ...(address === undefined ? {} : { url: address }) };
    }),
  }),
  scenario: (entry, page, config) => ({
    ...learningResource(entry, page, config),
    learningResourceType: "Scenario",
    ...given("teaches", entry.skills),
  }),
};

/**
 * What the page of an entry tells search engines. A page that only shows another language's, or is archived, and a site that
 * does not know its address, tell nothing.
 */
export function entryData(entry: Entry, page: EntryPage, config: ResolvedConfig): readonly PageData[] {
  if (page.canonical === undefined || page.writtenIn !== undefined || entry.status === "archived") return [];
  return [thing(entry, page, config), breadcrumbs(page.crumbs, entry.title, config)];
}

function thing<T extends EntryType>(entry: Entry<T>, page: EntryPage, config: ResolvedConfig): PageData {
  // The type of an entry is the one that names its maker.
  const make = thingOf[entry.type as T] as (entry: Entry<T>, page: EntryPage, config: ResolvedConfig) => PageData;
  return make(entry, page, config);
}

/**
 * A question with its whole answer. The page of a FAQ says no more than this: the index is where search engines want to
 * find the `FAQPage`, and want to find it once.
 */
export function faqQuestion(entry: Entry<"faq">, url: string | undefined): Question {
  return {
    "@type": "Question",
    name: entry.title,
    inLanguage: entry.locale,
    ...(url === undefined ? {} : { url }),
    ...dates(entry),
    acceptedAnswer: { "@type": "Answer", text: wholeAnswer(entry) },
  };
}

function learningResource(entry: Entry, { canonical }: EntryPage, config: ResolvedConfig) {
  const roles = entry.roles.map((role) => roleLabel(role, entry.locale, config));
  return {
    "@type": "LearningResource",
    name: entry.title,
    ...(entry.summary === undefined ? {} : { description: entry.summary }),
    ...(canonical === undefined ? {} : { url: canonical }),
    inLanguage: entry.locale,
    timeRequired: `PT${Math.max(1, Math.round(entry.minutes))}M`,
    ...(entry.level === undefined ? {} : { educationalLevel: textsOf(entry.locale, config).levels[entry.level] }),
    ...given(
      "keywords",
      entry.tags.map((tag) => tagLabel(tag, entry.locale, config)),
    ),
    ...(roles.length === 0
      ? {}
      : { audience: roles.map((role) => ({ "@type": "EducationalAudience" as const, educationalRole: role })) }),
    ...dates(entry),
    publisher: { "@type": "Organization", name: siteTexts(config, entry.locale).title },
  } satisfies LearningResource;
}

function dates({ published, updated }: EntrySummary) {
  const changed = updated ?? published;
  return {
    ...(published === undefined ? {} : { datePublished: published }),
    ...(changed === undefined ? {} : { dateModified: changed }),
  };
}

/** Lists that hold nothing say nothing. */
function given<K extends string>(key: K, values: readonly string[]): { readonly [P in K]?: readonly string[] } {
  return values.length === 0 ? {} : ({ [key]: values } as { readonly [P in K]: readonly string[] });
}
