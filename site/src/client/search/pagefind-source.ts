import { readExcerpt } from "./excerpt.ts";
import {
  type FacetCount,
  type FacetName,
  type Filters,
  facetNames,
  type SearchHit,
  type SearchSource,
} from "./source.ts";

/** The parts of Pagefind's browser module that are used here. */
interface Pagefind {
  options(options: { readonly excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<unknown>;
  search(text: string | null, options: { readonly filters: PagefindFilters }): Promise<PagefindSearch>;
}

type PagefindFilters = Readonly<Record<string, { readonly any: readonly string[] }>>;
type PagefindCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface PagefindSearch {
  readonly results: readonly { data(): Promise<PagefindPage> }[];
  readonly filters: PagefindCounts;
  readonly totalFilters: PagefindCounts;
}

interface PagefindPage {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

/** Searches the Pagefind index of a site; its language is that of the document. */
export function pagefindSource(base: string): SearchSource {
  let loading: Promise<Pagefind> | undefined;
  let tries = 0;
  const loaded = (): Promise<Pagefind> => {
    // A browser may remember that a module could not be loaded: each new try has an address of its own.
    loading ??= load(`${base}pagefind/pagefind.js${tries++ === 0 ? "" : `?try=${tries}`}`).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    async search({ text, filters, limit, facets }) {
      const pagefind = await loaded();
      // Pagefind counts the values of the filters that it has loaded.
      if (facets) await pagefind.filters();
      const words = text.trim();
      const found = await pagefind.search(words === "" ? null : words, { filters: pagefindFilters(filters) });
      const pages = await Promise.all(found.results.slice(0, limit).map((result) => result.data()));
      return { hits: pages.map(hitOf), total: found.results.length, facets: facetsOf(found, filters) };
    },
  };
}

async function load(url: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ url)) as Pagefind; // Its shape is pinned with its version.
  await pagefind.options({ excerptLength: 22 });
  await pagefind.init();
  return pagefind;
}

function pagefindFilters(filters: Filters): PagefindFilters {
  const chosen = facetNames.filter((name) => filters[name].length > 0);
  return Object.fromEntries(chosen.map((name) => [name, { any: filters[name] }]));
}

function hitOf({ url, excerpt, meta, sub_results }: PagefindPage): SearchHit {
  const best = sub_results[0];
  const inside = best !== undefined && best.url !== url ? best : undefined;
  return {
    title: meta.title ?? url,
    url: inside?.url ?? url,
    type: meta.type ?? "",
    heading: meta.entry ?? (inside?.title === meta.title ? undefined : inside?.title),
    excerpt: readExcerpt(inside?.excerpt ?? excerpt),
  };
}

function facetsOf(
  { filters, totalFilters }: PagefindSearch,
  chosen: Filters,
): Record<FacetName, readonly FacetCount[]> {
  const counts = (name: FacetName): readonly FacetCount[] => {
    // Within a facet, choosing one value more adds its hits; between facets, choosing takes hits away.
    const shown = (chosen[name].length > 0 ? totalFilters[name] : filters[name]) ?? {};
    return Object.entries(shown)
      .map(([value, count]) => ({ value, count }))
      .filter(({ value, count }) => count > 0 || chosen[name].includes(value));
  };
  return { type: counts("type"), role: counts("role"), level: counts("level"), tag: counts("tag") };
}
