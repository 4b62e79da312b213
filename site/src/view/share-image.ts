import {
  type Entry,
  type EntrySummary,
  type EntryType,
  entryFolders,
  entryTypes,
  type ResolvedConfig,
  siteTexts,
  textsOf,
} from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { catalogueOf } from "./catalogue.ts";
import { measureOf } from "./entry-page.ts";
import { homeUrl, slugOf } from "./urls.ts";

/** What a picture shows that stands for a page where somebody shares its address. */
export interface ShareImage {
  /** Its URL, base included, not percent-encoded. */
  readonly url: string;
  readonly locale: string;
  readonly dir: "ltr" | "rtl";
  readonly brand: string;
  readonly title: string;
  /** Smaller, below the title. */
  readonly lead: string | undefined;
  /** In small letters at the foot. */
  readonly label: string | undefined;
  readonly sign: EntryType | undefined;
}

/** The picture of a locale's pages that have none of their own; undefined where a site shares no pictures. */
export function homeImage(locale: string, config: ResolvedConfig): ShareImage | undefined {
  const { title, description } = siteTexts(config, locale);
  return image("home", locale, config, { title, lead: description, label: undefined, sign: undefined });
}

/** The picture of the list of a type, and of the type's entries that have none of their own. */
export function listImage(type: EntryType, locale: string, config: ResolvedConfig): ShareImage | undefined {
  const texts = textsOf(locale, config);
  const folder = entryFolders[type];
  return image(folder, locale, config, {
    title: texts[folder],
    lead: texts.lists[folder],
    label: undefined,
    sign: type,
  });
}

/** The picture of an entry: its own, for paths and where the configuration says so, or that of its list. */
export function entryImage(
  entry: EntrySummary | Entry,
  locale: string,
  config: ResolvedConfig,
): ShareImage | undefined {
  if (entry.type !== "path" && config.openGraph.images !== "entry") return listImage(entry.type, locale, config);
  const name = `${entryFolders[entry.type]}/${slugOf({ ...entry, locale }, config)}`;
  const label = measureOf(entry, entry.locale, config).join(" · ");
  return image(name, entry.locale, config, { title: entry.title, lead: undefined, label, sign: entry.type });
}

function image(
  name: string,
  locale: string,
  config: ResolvedConfig,
  shown: Pick<ShareImage, "title" | "lead" | "label" | "sign">,
): ShareImage | undefined {
  if (config.site === undefined || config.openGraph.images === "none") return undefined;
  const dir = config.locales[locale]?.dir ?? "ltr";
  return {
    url: `${homeUrl(locale, config)}share/${name}.png`,
    locale,
    dir,
    brand: siteTexts(config, locale).title,
    ...shown,
  };
}

/** Every picture that the pages of a site name. */
export function shareImages(kb: LocalKnowledgeBase): readonly ShareImage[] {
  const { config } = kb;
  const lists = Object.keys(config.locales).flatMap((locale) => [
    homeImage(locale, config),
    ...entryTypes
      .filter((type) => catalogueOf(kb, locale).lists[type].length > 0)
      .map((type) => listImage(type, locale, config)),
  ]);
  const entries = kb.entries().map((entry) => entryImage(entry, entry.locale, config));
  const byUrl = new Map([...lists, ...entries].flatMap((one) => (one === undefined ? [] : [[one.url, one] as const])));
  return [...byUrl.values()];
}
