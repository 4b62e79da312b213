import type { Site } from "../site.ts";

const most = 5;

/** What was looked for lately on this device, the last one first; empty where storage is blocked. */
export function recentSearches(site: Site): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(site)) ?? "[]");
    return Array.isArray(stored) ? stored.filter((each) => typeof each === "string").slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Remembers a query on this device, and forgets all but the last few. */
export function rememberSearch(query: string, site: Site): void {
  const text = query.trim();
  if (text === "" || text.length > 200) return;
  const others = recentSearches(site).filter((each) => each.toLowerCase() !== text.toLowerCase());
  store([text, ...others].slice(0, most), site);
}

/** Forgets all queries. */
export function forgetSearches(site: Site): void {
  store([], site);
}

function store(queries: readonly string[], site: Site): void {
  try {
    if (queries.length === 0) localStorage.removeItem(keyOf(site));
    else localStorage.setItem(keyOf(site), JSON.stringify(queries));
  } catch {
    // Where storage is blocked nothing is remembered.
  }
}

// Several sites, and each language of one, may share an origin.
function keyOf({ base, locale }: Site): string {
  return `kh-searches ${base} ${locale}`;
}
