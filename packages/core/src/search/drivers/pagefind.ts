import { SearchError } from "../errors.ts";
import type { SearchSection } from "../record.ts";
import type { SearchDocument, SearchDriver } from "./driver.ts";

/** What the driver uses of a loaded `pagefind.js`. */
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
interface PagefindFragment {
  /** Escaped; words are separated by white space, or by zero-width spaces in languages that write none. */
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Elements with an id; `location` counts words. */
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

/** A driver over a loaded `pagefind.js` of one language; a page's key is the name of its fragment. */
export function pagefindDriver(pagefind: PagefindModule): SearchDriver {
  // Pagefind hands out the body of a page only with a result.
  const results = new Map<string, PagefindResult>();
  return {
    find: async (words, { exact }) => {
      const found = await pagefind.search(exact ? `"${words}"` : words).catch(unreachable);
      for (const result of found.results) results.set(result.id, result);
      return found.results.map(({ id, score }) => ({ key: id, score }));
    },
    load: async (key) => {
      const fragment = await results.get(key)?.data().catch(unreachable);
      return fragment ? readFragment(fragment) : { sections: [] };
    },
  };
}

function unreachable(cause: unknown): never {
  throw new SearchError("index-missing", "The search index could not be loaded: check the connection and try again.", {
    cause,
  });
}

/** Takes a stored page apart at its headings. */
function readFragment({ raw_content, meta, anchors }: PagefindFragment): SearchDocument {
  const spaced = !raw_content.includes("\u200b");
  const words = raw_content.split(spaced ? /\s+/ : "\u200b");
  const textOf = (from: number, to: number | undefined) => unescapeHtml(words.slice(from, to).join(spaced ? " " : ""));
  const wordCount = (text: string) => (spaced ? text.trim().split(/\s+/).length : 0);

  const headings = anchors.filter(({ element }) => /^h[2-6]$/i.test(element)).sort((a, b) => a.location - b.location);
  const sections: SearchSection[] = [{ text: textOf(wordCount(meta.title ?? ""), headings[0]?.location) }];
  for (const [index, { id, text, location }] of headings.entries()) {
    const body = textOf(location + wordCount(text), headings[index + 1]?.location);
    sections.push({ anchor: id, heading: text, text: body });
  }
  const answer = meta.answer;
  return { ...(answer === undefined ? {} : { answer }), sections };
}

function unescapeHtml(text: string): string {
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
}
