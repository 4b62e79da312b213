import type { LocalKnowledgeBase } from "@knowhow/core/node";
import type { MakeCacheKey, StaticPath } from "./paths.ts";
import { homeUrl } from "./urls.ts";

/** The pages that lead from the former addresses of entries to their new ones; each gets `to` and its `locale`. */
export function redirectPaths(kb: LocalKnowledgeBase, makeCacheKey: MakeCacheKey): readonly StaticPath[] {
  const { config } = kb;
  const others = Object.keys(config.locales).filter((locale) => locale !== config.defaultLocale);
  return kb.redirects.map(({ from, to }) => {
    const locale = others.find((other) => to.startsWith(homeUrl(other, config))) ?? config.defaultLocale;
    return {
      params: { from: from.slice(config.base.length).replace(/\/$/, "") },
      props: { to, locale },
      cacheKey: makeCacheKey(from, to),
    };
  });
}
