import { createHash } from "node:crypto";
import type { EntrySummary, LocalKnowledgeBase } from "@knowhow/core";
import { contentSecurityPolicy } from "../csp.ts";
import { partsOf } from "../view/shell.ts";
import { packageVersions } from "./packages.ts";

/** What the virtual module `knowhow:site` exports, its file URLs aside; see `knowhow-site.d.ts`. */
export interface SiteData {
  readonly kb: LocalKnowledgeBase;
  readonly shellKey: string;
  readonly cacheKey: (...seen: readonly unknown[]) => string;
  readonly csp: string | undefined;
}

/** Makes what routes see of a knowledge base while a site is built. */
export function siteData(kb: LocalKnowledgeBase): SiteData {
  // The navigation of every page names the types that there are.
  const parts = Object.keys(kb.config.locales).map((locale) => partsOf(locale, kb).map(({ section }) => section));
  const constants = hash([packageVersions, kb.config, parts]);
  return {
    kb,
    shellKey: hash([constants, kb.entries().map(card)]),
    cacheKey: (...seen) => hash([constants, seen]),
    csp: contentSecurityPolicy(kb.config.csp),
  };
}

/** The same for the development server, which keeps no pages. */
export function devSiteData(kb: LocalKnowledgeBase): SiteData {
  return { kb, shellKey: "", cacheKey: () => "", csp: undefined };
}

/** What lists show of an entry: all but what only its own page or nobody shows. */
function card(entry: EntrySummary): unknown {
  const { revision, file, owner, reviewed, reviewEvery, aliases, ...shown } = entry;
  return shown;
}

function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 24);
}
