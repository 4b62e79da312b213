import { type PageImage, withImages } from "./images.ts";

/** The files beside the content as pages show them, by the URL that compiled HTML names them by. */
export interface PageMedia {
  readonly images: ReadonlyMap<string, PageImage>;
  /** The address of each, pictures included, which names its content by a hash. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Names all of it: for pages of which is not known what they show. */
  readonly version: string;
}

const tag = /<(?:a|img|source|track|video)(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*\/?>/g;
const address = /(?<=\s(?:href|src|poster)=")[^"#?]+/g;

/**
 * Lets compiled HTML show, play and link to files under the names of their content, so that browsers and caches on the way
 * may keep them for ever; and pictures as `withImages` does.
 */
export function withMedia(html: string, { images, addresses }: PageMedia): string {
  if (addresses.size === 0 || !html.includes("/media/")) return html;
  return withImages(html, images).replaceAll(tag, (found) =>
    found.replaceAll(address, (url) => addresses.get(url.replaceAll("&#x26;", "&")) ?? url),
  );
}
