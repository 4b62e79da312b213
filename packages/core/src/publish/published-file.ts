/** A text file that a site serves beside its pages. */
export interface PublishedFile {
  /** Its place in the folder of the site, with `/`: `vi/feed.xml`. */
  readonly path: string;
  readonly text: string;
}
