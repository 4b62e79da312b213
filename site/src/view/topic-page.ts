import type { LocalKnowledgeBase } from "@knowhow/core/node";
import type { Translation } from "@knowhow/core/publish";
import { catalogueOf, type Topic } from "./catalogue.ts";
import type { Alternate } from "./entry-page.ts";
import { translationsOf } from "./translations.ts";

/** The pages of a topic in the other locales that have it. */
export function topicAlternates(topic: Topic, locale: string, kb: LocalKnowledgeBase): readonly Alternate[] {
  return Object.entries(kb.config.locales).flatMap(([other, { label }]) => {
    const there = other === locale ? undefined : catalogueOf(kb, other).topicByKey.get(topic.key);
    return there === undefined ? [] : [{ locale: other, label, url: there.url }];
  });
}

/** The languages that have a topic, for search engines. */
export function topicTranslations(topic: Topic, kb: LocalKnowledgeBase): readonly Translation[] {
  const pages = Object.keys(kb.config.locales).flatMap((locale) => {
    const there = catalogueOf(kb, locale).topicByKey.get(topic.key);
    return there === undefined ? [] : [{ locale, url: there.url }];
  });
  return translationsOf(pages, kb.config);
}
