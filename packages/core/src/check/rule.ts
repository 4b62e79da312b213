import type { EntryFacts } from "../compile/entry.ts";
import type { Problem } from "../compile/problem.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import type { Location } from "../knowledge/locate.ts";
import type { MediaFacts } from "../media/media-facts.ts";
import type { EntryIndex } from "./entry-index.ts";

/** What rules look at: all entries of the content folder, drafts and every audience included. */
export interface CheckInput {
  readonly config: ResolvedConfig;
  /** Sorted by file. Of files with one ref and locale the first counts as the entry. */
  readonly entries: readonly EntryFacts[];
  /** The entries by ref. */
  readonly index: EntryIndex;
  /** Every entry file with its location, also those that could not be compiled. */
  readonly located: readonly { readonly file: string; readonly location: Location }[];
  /** Every file under the content folder. */
  readonly files: ReadonlySet<string>;
  /** Symbolic links in the content folder that lead out of it. */
  readonly outside: readonly string[];
  /** What is known of a file beside the content; undefined where it has changed since, and is asked for as it was. */
  readonly media: (file: string) => MediaFacts | undefined;
  /** Whether the site's owner has a file in `public`, or a page in `pages`, of this path below the base. */
  readonly isServed: (path: string) => boolean;
  /** The partials that stand in entries. */
  readonly partials: ReadonlySet<string>;
  /** The file of the configuration, relative to the root, and its text. */
  readonly configFile: { readonly file: string; readonly text: string };
  /** The day of the check, `2026-01-31`. */
  readonly today: string;
  /** The ids of the short-form questions that a file had in the last commit, or before the change that is checked. */
  readonly committedQuestions: ReadonlyMap<string, readonly string[]>;
  /** The entries as they were before the change that is checked; undefined where everything is. */
  readonly before: readonly EntryFacts[] | undefined;
  /** The file of golden questions, relative to the root, and its text; undefined where there is none. */
  readonly golden: { readonly file: string; readonly text: string } | undefined;
}

/** A mistake in one of the files. */
export interface Finding extends Problem {
  /** Relative to the content folder, unless `relativeTo` says otherwise. */
  readonly file: string;
  /** For files beside the content. Its places are ranges. Default: the content folder. */
  readonly relativeTo?: "root";
}

/** A rule over the whole knowledge base. */
export type Rule = (input: CheckInput) => Iterable<Finding>;
