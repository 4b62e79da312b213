import type { SearchDriver } from "./driver.ts";

/** A driver that finds nothing: where a locale has no index, Pagefind would take that of another. */
export const noPages: SearchDriver = {
  find: async () => [],
  load: async (key) => {
    throw new RangeError(`No page was found under ${key}.`);
  },
  keys: async () => [],
};
