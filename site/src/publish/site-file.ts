/** A file that a site serves beside its pages, made when it is asked for. */
export interface SiteFile {
  /** Its place in the folder of the site, with `/`: `vi/feed.xml`. */
  readonly path: string;
  /** Names all that it is made from; the site before may have it then. Undefined for what is made anew each time. */
  readonly key?: string;
  readonly make: () => Promise<string | Uint8Array>;
}
