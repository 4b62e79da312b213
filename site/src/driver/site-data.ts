import { createHash } from "node:crypto";
import type { EntrySummary, LocalKnowledgeBase, Ref } from "@knowhow/core";
import { contentSecurityPolicy } from "../csp.ts";
import type { PreparedMedia } from "../media/prepare-media.ts";
import { entryPage } from "../view/entry-page.ts";
import { shellOf } from "../view/shell.ts";
import { packageVersions } from "./packages.ts";

/** What the virtual module `knowhow:site` exports, its file URLs aside; see `knowhow-site.d.ts`. */
export interface SiteData {
  readonly kb: LocalKnowledgeBase;
  readonly shellKey: string;
  readonly cacheKey: (...seen: readonly unknown[]) => string;
  readonly entryKey: (ref: Ref, locale: string) => string;
  readonly csp: string | undefined;
  readonly media: PreparedMedia["page"];
}

/** Makes what routes see of a knowledge base while a site is built. */
export function siteData(kb: LocalKnowledgeBase, { page: media }: Pick<PreparedMedia, "page">): SiteData {
  // Every page has the frame of its locale, which names the types that there are, or entries, and leads to the feed that there is.
  const shells = Object.keys(kb.config.locales).map((locale) => shellOf(locale, kb));
  const constants = hash([packageVersions, kb.config, shells]);
  // Long lists are seen by several routes.
  const hashes = new WeakMap<object, string>();
  const hashOf = (seen: object) => {
    const known = hashes.get(seen) ?? hash(seen);
    hashes.set(seen, known);
    return known;
  };
  const cacheKey = (...seen: readonly unknown[]) =>
    hash([constants, seen.map((one) => (typeof one === "object" && one !== null ? hashOf(one) : one))]);
  const filesOf = (ref: Ref, locale: string) =>
    kb.mediaOf(ref, locale).map((url) => [url, media.addresses.get(url), media.images.get(url)]);
  // Files beside the page are made from the same.
  const entryKeys = new Map<string, string>();
  return {
    kb,
    shellKey: hash([constants, media.version, kb.entries().map(card)]),
    cacheKey,
    entryKey(ref, locale) {
      const name = `${locale} ${ref}`;
      const key = entryKeys.get(name) ?? hash([constants, locale, entryPage(ref, locale, kb), filesOf(ref, locale)]);
      entryKeys.set(name, key);
      return key;
    },
    csp: contentSecurityPolicy(kb.config.csp),
    media,
  };
}

/** The same for the development server, which keeps no pages and shows files under their plain names. */
export function devSiteData(kb: LocalKnowledgeBase): SiteData {
  return { kb, shellKey: "", cacheKey: () => "", entryKey: () => "", csp: undefined, media: noMedia };
}

const noMedia: PreparedMedia["page"] = { images: new Map(), addresses: new Map(), version: "" };

/** What lists show of an entry: all but what only its own page or nobody shows. */
function card(entry: EntrySummary): unknown {
  const { revision, file, owner, reviewed, reviewEvery, aliases, ...shown } = entry;
  return shown;
}

function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 24);
}
