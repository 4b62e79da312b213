import { entryFolders, entryTypes } from "@knowhow/core";

/** A page of the site: its pattern below the home of a locale, and the file beside this one that renders it. */
export interface PageRoute {
  /** An Astro route pattern with a slash in front. */
  readonly pattern: string;
  readonly file: string;
  /** Whether its pages are none that search engines should list; they say `noindex`, too. */
  readonly unlisted?: true;
}

/** The pages that every locale has; the other locales' lie under `/<locale>`. */
export const localePages: readonly PageRoute[] = [
  { pattern: "/", file: "home.astro" },
  { pattern: "/search", file: "search.astro", unlisted: true },
  ...entryTypes.flatMap((type) => {
    const list = type === "faq" ? "faqs.astro" : "entries.astro";
    return [
      { pattern: `/${entryFolders[type]}`, file: list },
      { pattern: `/${entryFolders[type]}/page/[page]`, file: list },
      { pattern: `/${entryFolders[type]}/[...slug]`, file: "entry.astro" },
    ];
  }),
  { pattern: "/handbooks/paths/[...slug]", file: "handbook.astro", unlisted: true },
  { pattern: "/handbooks/roles/[slug]", file: "handbook.astro", unlisted: true },
  { pattern: "/tags", file: "tags.astro" },
  { pattern: "/tags/[slug]", file: "tag.astro" },
  { pattern: "/tags/[slug]/page/[page]", file: "tag.astro" },
  // Sites whose entries name no roles or owners have none of these pages: hence the list is a dynamic route, too.
  { pattern: "/roles/[...index]", file: "roles.astro" },
  { pattern: "/roles/[slug]", file: "role.astro" },
  { pattern: "/roles/[slug]/page/[page]", file: "role.astro" },
  { pattern: "/owners/[...index]", file: "owners.astro", unlisted: true },
  { pattern: "/owners/[slug]", file: "owner.astro", unlisted: true },
  { pattern: "/owners/[slug]/page/[page]", file: "owner.astro", unlisted: true },
];

/** The pages that a site has once. `/[...from]` comes last: it holds the redirects of entries that have moved. */
export const sitePages: readonly PageRoute[] = [
  { pattern: "/404", file: "404.astro", unlisted: true },
  { pattern: "/[...from]", file: "redirect.astro", unlisted: true },
];

/**
 * All routes of a site with their patterns, for `injectRoute`.
 *
 * @param locales - The locales but the default one, whose pages have no prefix.
 */
export function routesOf(locales: readonly string[]): readonly PageRoute[] {
  const translated = locales.flatMap((locale) =>
    localePages.map((page) => ({
      ...page,
      pattern: `/${locale.toLowerCase()}${page.pattern === "/" ? "" : page.pattern}`,
    })),
  );
  return [...localePages, ...translated, ...sitePages];
}

/** The patterns of the routes whose pages search engines should not list; `locales` as for `routesOf`. */
export function unlistedPatterns(locales: readonly string[]): ReadonlySet<string> {
  return new Set(routesOf(locales).flatMap(({ pattern, unlisted }) => (unlisted ? [pattern] : [])));
}
