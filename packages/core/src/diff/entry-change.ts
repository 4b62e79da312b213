import type { Ref } from "../model/types.ts";

/** A question that readers would see come, go or change. */
export interface QuestionChange {
  readonly change: "added" | "changed" | "removed";
  readonly id: string;
  /** What it asks, as plain text. */
  readonly title: string;
}

/** What all changes of entries have. */
interface EntryChangeCommon {
  readonly ref: Ref;
  readonly locale: string;
  readonly title: string;
  /** Its page, base included. */
  readonly url: string;
  /** Relative to the root; that of a removed entry is gone, or holds what readers do not see any more. */
  readonly file: string;
  /** Ordered as they stand in the entry, removed ones last. */
  readonly questions: readonly QuestionChange[];
}

/** An entry whose page readers would see come, go, move or change. */
export type EntryChange = EntryChangeCommon &
  (
    | { readonly change: "added" }
    | {
        readonly change: "changed";
        /** What of it differs: keys of the front matter, and `text`, `questions` and `media`. At least one. */
        readonly parts: readonly string[];
      }
    | {
        readonly change: "moved";
        /** The ref that it had. */
        readonly from: Ref;
        /** Whether the old page leads to the new one; else links to it break. */
        readonly redirected: boolean;
        /** What else of it differs; may be empty. */
        readonly parts: readonly string[];
      }
    | {
        readonly change: "removed";
        /** Why it is not seen any more: its file is gone, it is a draft now, or for an audience that is not published. */
        readonly why: "gone" | "draft" | "audience";
      }
  );
