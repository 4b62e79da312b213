import { type EntrySummary, entryFolders, pathSteps, type ResolvedConfig, textsOf } from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { type Catalogue, catalogueOf } from "./catalogue.ts";
import type { Alternate } from "./entry-page.ts";
import { rolesOf } from "./roles.ts";
import { slugsOf } from "./slugs.ts";
import { homeUrl, slugOf } from "./urls.ts";

/** For what there are handbooks: the folder of their pages. */
export const handbookKinds = ["paths", "roles"] as const;

/** For what a handbook is. */
export type HandbookKind = (typeof handbookKinds)[number];

/** An entry in a handbook, and its anchor there. */
export interface HandbookEntry {
  readonly entry: EntrySummary;
  readonly anchor: string;
}

/** Entries that stand together. */
export interface HandbookPart {
  /** Undefined where they stand in the handbook itself. */
  readonly title: string | undefined;
  readonly anchor: string;
  readonly entries: readonly HandbookEntry[];
}

/** All entries of a path or a role on one page, for paper: each once, in the order in which to read them. */
export interface Handbook {
  readonly kind: HandbookKind;
  /** What tells it from others of its kind, the same in every language: the ref of the path, the id of the role. */
  readonly key: string;
  readonly slug: string;
  readonly url: string;
  readonly title: string;
  /** The path, whose own words open it. */
  readonly path: EntrySummary<"path"> | undefined;
  readonly parts: readonly HandbookPart[];
}

/**
 * The largest handbook of a role. Nobody prints more than about a thousand pages; who has more for a role makes paths
 * through them.
 */
export const largestRole = 300;

const known = new WeakMap<Catalogue, readonly Handbook[]>();

/** The handbooks of a locale: of each path that has steps, and of each role that entries name. */
export function handbooksOf(kb: LocalKnowledgeBase, locale: string): readonly Handbook[] {
  const catalogue = catalogueOf(kb, locale);
  const made = known.get(catalogue) ?? [...pathHandbooks(catalogue, kb.config), ...roleHandbooks(kb, locale)];
  known.set(catalogue, made);
  return made;
}

/** The handbook of a role in a locale, for pages about the role; undefined where there is none. */
export function roleHandbook(role: string, locale: string, kb: LocalKnowledgeBase): Handbook | undefined {
  return handbooksOf(kb, locale).find(({ kind, key }) => kind === "roles" && key === role);
}

/** The handbook of a path in a locale; undefined for an entry of another type, and for a path that leads nowhere. */
export function pathHandbook(entry: EntrySummary, locale: string, kb: LocalKnowledgeBase): Handbook | undefined {
  if (entry.type !== "path") return undefined;
  return handbooksOf(kb, locale).find(({ kind, key }) => kind === "paths" && key === entry.ref);
}

/** The same handbook in the other locales that have it. */
export function handbookAlternates(handbook: Handbook, locale: string, kb: LocalKnowledgeBase): readonly Alternate[] {
  return Object.entries(kb.config.locales).flatMap(([other, { label }]) => {
    const same =
      other !== locale &&
      handbooksOf(kb, other).find(({ kind, key }) => kind === handbook.kind && key === handbook.key);
    return same ? [{ locale: other, label, url: same.url }] : [];
  });
}

function pathHandbooks(catalogue: Catalogue, config: ResolvedConfig): readonly Handbook[] {
  const { locale } = catalogue;
  return catalogue.lists.path.flatMap((path) => {
    const parts = anchored(pathParts(path, catalogue));
    if (parts.length === 0) return [];
    const slug = slugOf({ ...path, locale }, config);
    return [
      { kind: "paths", key: path.ref, slug, url: url("paths", slug, locale, config), title: path.title, path, parts },
    ];
  });
}

type Part = Pick<HandbookPart, "title"> & { readonly entries: EntrySummary[] };

/** The steps of a path; a path among them is a part of its own. Each entry stands where it comes first. */
function pathParts(path: EntrySummary<"path">, { find }: Catalogue): readonly Part[] {
  const parts: Part[] = [];
  const seen = new Set<string>([path.ref]);
  const add = (part: Part | undefined, through: EntrySummary<"path">): void => {
    let current = part;
    for (const entry of pathSteps(through, find)) {
      if (seen.has(entry.ref)) continue;
      seen.add(entry.ref);
      if (entry.type === "path") {
        const own: Part = part ?? { title: entry.title, entries: [] };
        if (part === undefined) parts.push(own);
        add(own, entry);
        if (part === undefined) current = undefined;
        continue;
      }
      if (current === undefined) {
        current = { title: undefined, entries: [] };
        parts.push(current);
      }
      current.entries.push(entry);
    }
  };
  add(undefined, path);
  return parts.filter(({ entries }) => entries.length > 0);
}

/** In the order of the role's own page; its paths are handbooks of their own. */
function roleHandbooks(kb: LocalKnowledgeBase, locale: string): readonly Handbook[] {
  const texts = textsOf(locale, kb.config);
  return rolesOf(kb, locale).flatMap(({ id, label, slug, entries }) => {
    const chapters = entries.filter(({ type }) => type !== "path");
    if (chapters.length === 0 || chapters.length > largestRole) return [];
    const parts = [...Map.groupBy(chapters, ({ type }) => type)].map(([type, members]) => ({
      title: texts[entryFolders[type]],
      entries: members,
    }));
    return [
      {
        kind: "roles",
        key: id,
        slug,
        url: url("roles", slug, locale, kb.config),
        title: label,
        path: undefined,
        parts: anchored(parts),
      },
    ];
  });
}

function url(kind: HandbookKind, slug: string, locale: string, config: ResolvedConfig): string {
  return `${homeUrl(locale, config)}handbooks/${kind}/${slug}/`;
}

function anchored(parts: readonly Part[]): readonly HandbookPart[] {
  const slugs = slugsOf(parts.flatMap(({ entries }) => entries.map(({ ref }) => ref)));
  return parts.map(({ title, entries }, index) => ({
    title,
    anchor: `part-${index + 1}`,
    entries: entries.map((entry) => ({ entry, anchor: slugs.get(entry.ref) ?? entry.ref })),
  }));
}
