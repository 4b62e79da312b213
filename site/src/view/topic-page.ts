import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { catalogueOf, type Topic } from "./catalogue.ts";
import type { Alternate } from "./entry-page.ts";

/** The pages of a topic in the other locales that have it. */
export function topicAlternates(topic: Topic, locale: string, kb: LocalKnowledgeBase): readonly Alternate[] {
  return Object.entries(kb.config.locales).flatMap(([other, { label }]) => {
    const there = other === locale ? undefined : catalogueOf(kb, other).topicByKey.get(topic.key);
    return there === undefined ? [] : [{ locale: other, label, url: there.url }];
  });
}
