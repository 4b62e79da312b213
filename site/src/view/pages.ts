import type { Texts } from "@knowhow/core";
import { fill } from "../locale/fill.ts";

const pageSize = 100;

/** One page of a long list. */
export interface ListPage<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** How many pages a list takes; an empty one takes one. */
export function pageCount(items: number): number {
  return Math.max(1, Math.ceil(items / pageSize));
}

/** Takes a page out of a list. `url` is that of the list; its later pages lie under `page/2/`. */
export function pageOf<T>(items: readonly T[], page: number, url: string): ListPage<T> {
  const pages = pageCount(items.length);
  return {
    items: items.slice((page - 1) * pageSize, page * pageSize),
    page,
    pages,
    previous: page > 1 ? pageUrl(url, page - 1) : undefined,
    next: page < pages ? pageUrl(url, page + 1) : undefined,
  };
}

/** Which page of the list it is, in words. */
export function positionOf({ page, pages }: ListPage<unknown>, texts: Texts): string {
  return fill(texts.pages.position, { page, pages });
}

/** What a page of a list called `name` is called: the later ones tell which they are. */
export function pageTitle(name: string, page: ListPage<unknown>, texts: Texts): string {
  return page.page === 1 ? name : `${name} · ${positionOf(page, texts)}`;
}

function pageUrl(url: string, page: number): string {
  return page === 1 ? url : `${url}page/${page}/`;
}
