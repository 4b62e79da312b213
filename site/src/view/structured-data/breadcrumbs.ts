import type { ResolvedConfig } from "@knowhow/core";
import type { BreadcrumbList } from "schema-dts";
import type { PageLink } from "../entry-page.ts";
import { absoluteUrl } from "../urls.ts";

/**
 * The way to a page.
 *
 * @param crumbs - The pages above it, the home page first.
 * @param title - The page's own; it needs no address.
 */
export function breadcrumbs(crumbs: readonly PageLink[], title: string, config: ResolvedConfig): BreadcrumbList {
  return {
    "@type": "BreadcrumbList",
    itemListElement: [
      ...crumbs.map(({ label, url }, index) => ({
        "@type": "ListItem" as const,
        position: index + 1,
        name: label,
        ...itemOf(url, config),
      })),
      { "@type": "ListItem", position: crumbs.length + 1, name: title },
    ],
  };
}

function itemOf(url: string, config: ResolvedConfig): { readonly item?: string } {
  const item = absoluteUrl(url, config);
  return item === undefined ? {} : { item };
}
