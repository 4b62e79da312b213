import { type EntrySummary, tagLabel, textsOf } from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { type EntryFact, type EntryHead, entryMarkdown, markdownUrl, shortAnswer } from "@knowhow/core/publish";
import { listFormat } from "../locale/formats.ts";
import { catalogueOf } from "../view/catalogue.ts";
import { factsOf, measureOf } from "../view/entry-page.ts";
import { stepsOf } from "../view/path-steps.ts";
import { absoluteUrl } from "../view/urls.ts";
import type { SiteFile } from "./site-file.ts";
import type { SiteFileSetting } from "./site-files.ts";

/** Every entry as Markdown, in each language that it is written in. */
export function markdownPages({ kb, entryKey }: SiteFileSetting): readonly SiteFile[] {
  const { base, site } = kb.config;
  return kb.entries().map((summary) => ({
    path: markdownUrl(summary.url).slice(base.length),
    // The page shows all that the file says.
    key: entryKey(summary.ref, summary.locale),
    make: async () => {
      const entry = await kb.get(summary.type, summary.id, { locale: summary.locale });
      if (entry === undefined) throw new Error(`The entry ${summary.ref} has no body in the locale ${summary.locale}.`);
      const lead = entry.type === "faq" ? shortAnswer(entry) : entry.summary;
      return entryMarkdown(entry, headOf(summary, lead, kb), site);
    },
  }));
}

function headOf(entry: EntrySummary, lead: string | undefined, kb: LocalKnowledgeBase): EntryHead {
  const { config } = kb;
  const texts = textsOf(entry.locale, config);
  const [type = "", ...measure] = measureOf(entry, entry.locale, config);
  const page = absoluteUrl(entry.url, config);
  const facts: readonly EntryFact[] = [
    { name: type, value: measure.join(" · ") },
    ...factsOf(entry, entry.locale, config).map(({ name, value, day, url }) => ({
      name,
      value: day ?? value,
      ...(url === undefined ? {} : { url }),
    })),
    ...(entry.tags.length === 0
      ? []
      : [
          {
            name: texts.facts.topics,
            value: listFormat(entry.locale).format(entry.tags.map((tag) => tagLabel(tag, entry.locale, config))),
          },
        ]),
    ...(page === undefined ? [] : [{ name: texts.facts.page, value: page, url: page }]),
  ];
  const items = stepsOf(entry, catalogueOf(kb, entry.locale));
  const notice = entry.status === "archived" ? [texts.archived] : [];
  return {
    leads: [...notice, ...(lead === undefined ? [] : [lead])],
    facts,
    ...(items.length === 0 ? {} : { steps: { heading: texts.path.heading, items } }),
  };
}
