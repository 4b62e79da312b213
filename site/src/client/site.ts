/** What scripts need to know of the site. */
export interface Site {
  /** The base of every URL, with `/` at both ends. */
  readonly base: string;
  /** The search page of the page's locale. */
  readonly search: string;
  readonly locale: string;
  /** Where queries that found nothing are told, if anywhere. */
  readonly misses: string | undefined;
}

/** Reads what the page says about its site. */
export function pageSite(): Site {
  const { dataset, lang } = document.documentElement;
  const base = dataset.base ?? "/";
  return { base, search: dataset.search ?? `${base}search/`, locale: lang, misses: dataset.misses };
}
