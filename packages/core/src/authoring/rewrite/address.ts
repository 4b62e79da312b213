/** An address as an author wrote it, and how to write another in its place. */
export interface WrittenAddress {
  /**
   * `link`: where readers go or what they see; `prop`: any text among the props of a block, and `field`: any text in the
   * front matter, of which only some are addresses.
   */
  readonly kind: "link" | "prop" | "field";
  /** The key of the front matter, for a field. */
  readonly key?: string;
  /** What it says, without the escapes of the language that it stands in. */
  readonly value: string;
  /** Where it stands, quotes included where it has some. */
  readonly start: number;
  readonly end: number;
  /** The source of another value in this place. */
  readonly write: (value: string) => string;
}
