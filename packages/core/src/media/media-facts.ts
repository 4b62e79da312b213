/** Pictures that have more pixels than this would take minutes and gigabytes to work with: 100 megapixels. */
export const mostPixels = 100_000_000;

/** What is known of a file that entries show, from its size and a few of its bytes. */
export type MediaFacts = { readonly bytes: number } & (
  | { readonly state: "whole"; readonly width?: number; readonly height?: number }
  /** `empty`: it has no bytes; `pointer`: it stands for a file of Git LFS; `cut`: its end is missing; `unknown`: it is no picture. */
  | { readonly state: "empty" | "pointer" | "cut" | "unknown" }
  /** A picture, but of a format that browsers do not show, whatever its name says. */
  | { readonly state: "foreign"; readonly format: string }
  | { readonly state: "unreadable"; readonly reason: string }
);

/** Tells what is known of a file, named relative to the content folder. */
export type ReadMedia = (file: string) => MediaFacts;
