import { gunzipSync } from "node:zlib";
import { mergeParts, type PagefindInstance } from "../drivers/pagefind.ts";
import { SearchError } from "../errors.ts";
import { partFolder, partLanguage } from "../index-part.ts";
import { ranking } from "../ranking.ts";

/** Reads a file of a search index by its path in it, `pagefind-entry.json`; rejects where it is not there. */
export type ReadIndex = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Nothing is ever fetched from it: the script only needs some address to hang its paths on. */
const indexUrl = "https://index.invalid/pagefind/";

/**
 * Runs `pagefind.js` outside a browser, for the index of one language, which has `parts` parts.
 *
 * `script` is its text. It runs with this program's rights, so it must come with the program or from a site built on this
 * machine, never from a remote one. It sees a `fetch` that reads nothing but the index, and a `document` that knows nothing but
 * the language. Its WebAssembly is shared within a run and a second language would lose its stemming: hence a run for each.
 *
 * Throws a `SearchError` where the index is missing, damaged or of another version than the script.
 */
export async function runPagefind(
  script: string,
  read: ReadIndex,
  language: string,
  parts = 1,
): Promise<PagefindInstance> {
  const starts = Array.from({ length: parts }, (_, part) => readStart(script, read, language, part));
  const files = new Map((await Promise.all(starts)).flatMap((start) => [...start]));
  const body = script
    .replace(/\bimport\.meta\.url\b/g, JSON.stringify(`${indexUrl}pagefind.js`))
    .replace(/export\s*\{([^}]*)\};?\s*$/, "return {$1};");
  const fetch = async (url: string) => {
    const path = new URL(url, indexUrl).pathname.slice(new URL(indexUrl).pathname.length);
    return new Response(files.get(path) ?? (await read(path)));
  };
  const document = { currentScript: null, querySelector: () => ({ getAttribute: () => language }) };
  const pagefind = new Function("fetch", "document", body)(fetch, document) as PagefindInstance;
  await pagefind.init();
  await pagefind.options({ ranking });
  await mergeParts(pagefind, indexUrl, language, parts);
  return pagefind;
}

/**
 * Reads and checks what the script reads first of a part, by path. The script itself goes on without what it cannot read, or fails in a promise
 * that nobody waits for, which ends a Node process.
 */
async function readStart(
  script: string,
  read: ReadIndex,
  locale: string,
  part: number,
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const folder = partFolder(part);
  const language = partLanguage(locale, part);
  const load = async (path: string) => {
    try {
      return await read(path);
    } catch (cause) {
      throw new SearchError("index-missing", `The search index lacks ${path}: build the site first.`, { cause });
    }
  };
  const entryFile = await load(`${folder}pagefind-entry.json`);
  const entry = readEntry(new TextDecoder().decode(entryFile));
  const version = /pagefind_version\s*=\s*"([^"]+)"/.exec(script)?.[1];
  if (entry.version !== version) {
    const message = `The search index was made by Pagefind ${entry.version}, and this program reads ${version ?? "another version"}: build the site again.`;
    throw new SearchError("index-version", message);
  }
  const index = entry.languages[language.toLowerCase()];
  if (index === undefined) {
    throw new SearchError("index-missing", `The search index has no pages in the language ${locale}.`);
  }
  // The parts of an index share the WebAssembly of the first.
  const paths = [
    `${folder}pagefind.${index.hash}.pf_meta`,
    ...(part === 0 ? [`wasm.${index.wasm ?? "unknown"}.pagefind`] : []),
  ];
  const contents = await Promise.all(paths.map(load));
  for (const content of contents) checkPacked(content);
  return new Map([
    [`${folder}pagefind-entry.json`, entryFile],
    ...paths.map((path, place) => [path, contents[place] ?? entryFile] as const),
  ]);
}

interface IndexEntry {
  readonly version: string;
  readonly languages: Readonly<Record<string, { readonly hash: string; readonly wasm: string | null }>>;
}

function readEntry(text: string): IndexEntry {
  try {
    const entry: unknown = JSON.parse(text);
    if (typeof entry === "object" && entry !== null && "version" in entry && "languages" in entry)
      return entry as IndexEntry;
  } catch {
    // Falls through to the same error: cut off or not JSON, the way out is one.
  }
  throw broken("pagefind-entry.json");
}

function checkPacked(content: Uint8Array): void {
  try {
    // Unpacking checks the length and the checksum.
    if (content[0] === 0x1f) gunzipSync(content);
  } catch (cause) {
    throw broken("a file", cause);
  }
}

function broken(what: string, cause?: unknown): SearchError {
  return new SearchError("index-broken", `The search index is damaged (${what}): build the site again.`, { cause });
}
