import type { SearchSection } from "../record.ts";
import type { SearchDocument, SearchDriver } from "./driver.ts";

/** The part of a loaded `pagefind.js` that the driver uses. */
export interface PagefindModule {
  readonly init: () => Promise<void>;
  readonly search: (term: string) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<PagefindFragment>;
}

/** A page as Pagefind stores it. */
export interface PagefindFragment {
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly {
    readonly id: string;
    readonly location: number;
    readonly text: string;
    readonly element: string;
  }[];
}

/** A driver over a loaded `pagefind.js` of one language. */
export function pagefindDriver(pagefind: PagefindModule): SearchDriver {
  const found = new Map<string, PagefindResult>();
  return {
    find: async (words, { exact }) => {
      const { results } = await pagefind.search(exact ? `"${words}"` : words);
      for (const result of results) found.set(result.id, result);
      return results.map(({ id, score }) => ({ key: id, score }));
    },
    load: async (key) => {
      const result = found.get(key);
      return result ? readFragment(await result.data()) : { sections: [] };
    },
  };
}

function readFragment(fragment: PagefindFragment): SearchDocument {
  const words = fragment.raw_content.split(/\s+/);
  const anchors = fragment.anchors.filter((anchor) => /^h[2-6]$/i.test(anchor.element));
  const sections: SearchSection[] = [{ text: words.slice(0, anchors[0]?.location).join(" ") }];
  for (const [index, anchor] of anchors.entries()) {
    const text = words.slice(anchor.location, anchors[index + 1]?.location).join(" ");
    sections.push({ anchor: anchor.id, heading: anchor.text, text });
  }
  const answer = fragment.meta["answer"];
  return { ...(answer === undefined ? {} : { answer }), sections };
}
