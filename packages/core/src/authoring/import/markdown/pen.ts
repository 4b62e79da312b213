import type { Format } from "../../../compile/parse.ts";

/** What somebody has to look at by hand. */
export interface ImportNote {
  /** In the file that was imported, from 1. */
  readonly line: number;
  readonly message: string;
}

/** Where an address leads once everything is imported. */
export type Resolution =
  | { readonly kind: "keep" }
  | { readonly kind: "to"; readonly href: string; readonly note?: string }
  /** Nowhere; `why` ends the sentence “The link to … was taken out: ”. */
  | { readonly kind: "gone"; readonly why: string };

/** What an address is the address of; a partial is put in its place. */
export type Addressed = "link" | "image" | "partial";

/** Works out where an address leads. */
export type Resolve = (href: string, what: Addressed) => Resolution;

const names = { link: "The link to", image: "The picture", partial: "The partial" } as const;

/** The same, having told what is to be told about it. */
export function resolveAt(at: number, href: string, what: Addressed, { resolve, note }: Pen): Resolution {
  const found = resolve(href, what);
  if (found.kind === "to" && found.note !== undefined) note(at, found.note);
  if (found.kind === "gone") note(at, `${names[what]} ${href} was taken out: ${found.why}.`);
  return found;
}

/** What every part of a conversion writes with; offsets are those of the source. */
export interface Pen {
  /** The source as it was parsed. */
  readonly text: string;
  /** What the source is, and what it becomes. */
  readonly from: Format;
  readonly to: Format;
  readonly resolve: Resolve;
  /** Puts another text in the place of a stretch. */
  readonly put: (start: number, end: number, text: string) => void;
  readonly note: (at: number, message: string) => void;
}
