import type { LocalKnowledgeBase } from "@knowhow/core/node";
import type { MakeCacheKey, StaticPath } from "./paths.ts";
import { homeUrl, urlIn } from "./urls.ts";

/**
 * The pages that lead from the former addresses of entries to their new ones; each gets `to`, its `locale`, and the
 * `canonical` one of the pages that say the same.
 */
export function redirectPaths(kb: LocalKnowledgeBase, makeCacheKey: MakeCacheKey): readonly StaticPath[] {
  const { config } = kb;
  const others = Object.keys(config.locales).filter((locale) => locale !== config.defaultLocale);
  const written = new Set(kb.entries().map(({ url }) => url));
  return kb.redirects.map(({ from, to }) => {
    const locale = others.find((other) => to.startsWith(homeUrl(other, config))) ?? config.defaultLocale;
    const canonical = written.has(to) ? to : urlIn(to, locale, config.defaultLocale, config);
    return {
      params: { from: from.slice(config.base.length).replace(/\/$/, "") },
      props: { to, locale, canonical },
      cacheKey: makeCacheKey(from, to, canonical),
    };
  });
}
