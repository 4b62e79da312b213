import { pageSite } from "./site.ts";

/** What the device remembers under a name, for this site; undefined where there is nothing, or no storage. */
export function readStored(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key(name)) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** Has the device remember something; undefined forgets it. Without storage, it lasts as long as the page. */
export function store(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key(name));
    else localStorage.setItem(key(name), JSON.stringify(value));
  } catch {
    // The reader's browser keeps nothing.
  }
}

/** Several sites may lie on one host. */
function key(name: string): string {
  return `kh ${pageSite().base} ${name}`;
}
