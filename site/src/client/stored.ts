import { pageSite } from "./site.ts";

/** What the device remembers under a name, for this site; undefined where there is nothing, or no storage. */
export function readStored(name: string): unknown {
  try {
    return stored(name);
  } catch {
    return undefined;
  }
}

/** Tells what the device remembers when another tab has changed it, and when this page wakes up from the history. */
export function followStored(name: string, follow: (value: unknown) => void): void {
  const read = (): void => {
    try {
      follow(stored(name));
    } catch {
      // Without storage each page keeps its own.
    }
  };
  addEventListener("storage", (event) => event.key === key(name) && read());
  addEventListener("pageshow", ({ persisted }) => persisted && read());
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

function stored(name: string): unknown {
  return JSON.parse(localStorage.getItem(key(name)) ?? "null") ?? undefined;
}

/** Several sites may lie on one host. */
function key(name: string): string {
  return `kh ${pageSite().base} ${name}`;
}
