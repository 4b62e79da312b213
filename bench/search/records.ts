import type { SearchRecord } from "../../packages/core/src/search/index.ts";
import type { RetrievalSet } from "./sets.ts";

/** The documents of a set as the FAQs of a site. */
export function toRecords(set: RetrievalSet): readonly SearchRecord[] {
  return set.documents.map(({ id, title, aliases = [], text }) => ({
    url: `/faqs/${id}/`,
    ref: `faq:${id}` as const,
    type: "faq" as const,
    id,
    locale: set.language,
    title,
    aliases,
    sections: [{ text }],
    roles: [],
    tags: [],
  }));
}
