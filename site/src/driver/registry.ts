import type { SiteData } from "./site-data.ts";

const key = "knowhow.sites";

/** Node runs this module once for the driver; compiled pages are other modules, and meet it on `globalThis`. */
const holder = globalThis as { [name: symbol]: Map<string, SiteData> | undefined };
const sites = holder[Symbol.for(key)] ?? new Map<string, SiteData>();
holder[Symbol.for(key)] = sites;

/**
 * Makes `data` what `knowhow:site` exports in the site of `root`. Vite passes on text, and a knowledge base is not
 * text, so that compiled modules take it from the process that runs them.
 */
export function publishSiteData(root: string, data: SiteData): void {
  sites.set(root, data);
}

/** Forgets the data of `root`. */
export function forgetSiteData(root: string): void {
  sites.delete(root);
}

/** The JavaScript expression by which a compiled module reaches the data of `root`. */
export function siteDataExpression(root: string): string {
  return `globalThis[Symbol.for(${JSON.stringify(key)})].get(${JSON.stringify(root)})`;
}
