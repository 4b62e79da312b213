import { slug } from "github-slugger";

/** Gives texts the slugs that GitHub gives headings, each one once. */
export interface Slugger {
  readonly slug: (text: string) => string;
  /** Keeps a slug from being given. */
  readonly reserve: (slug: string) => void;
}

/** Makes a slugger that has given nothing yet: a GithubSlugger that is quick to make and asked in vain for most signs. */
export function createSlugger(): Slugger {
  const given = new Map<string, number>();
  return {
    slug(text) {
      const wanted = slugOf(text);
      let found = wanted;
      while (given.has(found)) {
        const count = (given.get(wanted) ?? 0) + 1;
        given.set(wanted, count);
        found = `${wanted}-${count}`;
      }
      given.set(found, 0);
      return found;
    },
    reserve: (id) => {
      given.set(id, 0);
    },
  };
}

/** Of ASCII, which most texts are made of, a slug keeps letters, digits, _ and -; the list of all other signs is long. */
function slugOf(text: string): string {
  if (!/^[\x20-\x7e]*$/.test(text)) return slug(text);
  return text
    .toLowerCase()
    .replace(/[^\w -]+/g, "")
    .replaceAll(" ", "-");
}
