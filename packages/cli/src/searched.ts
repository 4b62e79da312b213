import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseRef } from "@knowhow/core";
import { loadKnowledgeBase, openSite, SetupError } from "@knowhow/core/node";
import type { Hit } from "@knowhow/core/search";
import { count, progressOn } from "./terminal.ts";

/** Where a command searches. */
export interface SearchPlace {
  readonly root: string;
  /** One of several sites, or an audience; undefined for what is published, or the first site. */
  readonly audience: string | undefined;
  /** The folder of a built site, relative to the root; undefined for the content itself. */
  readonly site: string | undefined;
}

/** What a command searches, open. */
export interface Searched extends Pick<Awaited<ReturnType<typeof openSite>>, "search" | "ask" | "locales"> {
  /** The roles of the configuration; empty where it names none, or is not known. */
  readonly roles: readonly string[];
  /** The address of a hit: whole where the configuration says where the site is published. */
  readonly addressOf: (hit: Hit) => string;
  /** Who answers for the entry of a hit, and the title of that entry; undefined where that is not known. */
  readonly ownerOf: (hit: Hit) => Promise<{ readonly owner: string; readonly title: string } | undefined>;
}

/** Opens the content, or a built site; says on standard error what cannot be found. */
export async function openSearched({ root: given, audience, site: folder }: SearchPlace): Promise<Searched> {
  const root = resolve(given);
  if (folder !== undefined) {
    const path = resolve(root, folder);
    if (!existsSync(path))
      throw new SetupError(`The folder ${path} does not exist.`, "Check --site, or build the site.");
    return { ...(await openSite(path)), roles: [], addressOf: ({ url }) => url, ownerOf: async () => undefined };
  }
  const progress = progressOn(process.stderr);
  const kb = await loadKnowledgeBase({
    root,
    audience,
    onProgress: (done, total) => progress.show(`Reading entries … ${done} of ${total}`),
  }).finally(progress.clear);
  const errors = kb.diagnostics.filter(({ severity }) => severity === "error").length;
  if (errors > 0) {
    process.stderr.write(
      `The content has ${count(errors, "error")}, and search may lack those entries: see knowhow check.\n`,
    );
  }
  const { site } = kb.config;
  return {
    search: kb.search,
    ask: kb.ask,
    locales: Object.keys(kb.config.locales),
    roles: Object.keys(kb.config.roles),
    addressOf: ({ url }) => (site === undefined ? url : new URL(url, site).href),
    ownerOf: async ({ ref, locale }) => {
      const parsed = parseRef(ref);
      const entry = parsed && (await kb.get(parsed.type, parsed.id, { locale }));
      return entry?.owner === undefined ? undefined : { owner: entry.owner, title: entry.title };
    },
  };
}

/** Refuses a locale that is not there. */
export function checkLocale(locale: string | undefined, { locales }: Searched): void {
  if (locale === undefined || locales.includes(locale)) return;
  throw new SetupError(`There is no locale “${locale}”.`, `Possible here: ${locales.join(", ")}.`);
}

/** Refuses a role that the configuration does not have, where it has some. */
export function checkRole(role: string | undefined, { roles }: Searched): void {
  if (role === undefined || roles.length === 0 || roles.includes(role)) return;
  throw new SetupError(`There is no role “${role}”.`, `Possible here: ${roles.join(", ")}.`);
}

/** Joins the words of a command line to a query; refuses an empty one. */
export function queryOf(words: readonly string[], command: string): string {
  const query = words.join(" ").trim();
  if (query === "") {
    throw new SetupError(
      "The query is empty.",
      `Write what you look for: knowhow ${command} "money back after a month".`,
    );
  }
  return query;
}
