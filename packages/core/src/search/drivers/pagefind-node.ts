import type { PagefindModule } from "./pagefind.ts";

/** Reads a file of a Pagefind bundle by its path in it: `pagefind-entry.json`. Rejects where it is not there. */
export type ReadBundle = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

/** Any origin does: nothing is ever fetched from it. */
const bundleUrl = "https://bundle.invalid/pagefind/";

/**
 * Runs a Pagefind script outside a browser, for one language.
 *
 * `source` is the text of `pagefind.js`. It runs with this program's rights, so it must come with the program or from a site that
 * was built on this machine, never from a remote one. It sees a `fetch` that only reads the bundle and a `document` that only
 * knows its language. Its WebAssembly is global to a run, and a second language would lose its stemming: hence one run for each.
 */
export async function runPagefind(source: string, read: ReadBundle, language: string): Promise<PagefindModule> {
  const body = source
    .replace(/\bimport\.meta\.url\b/g, JSON.stringify(`${bundleUrl}pagefind.js`))
    .replace(/export\s*\{([^}]*)\};?\s*$/, "return {$1};");
  const fetch = async (url: string) => {
    const path = new URL(url, bundleUrl).pathname.slice(new URL(bundleUrl).pathname.length);
    return new Response(await read(path));
  };
  const document = { currentScript: null, querySelector: () => ({ getAttribute: () => language }) };
  const pagefind = new Function("fetch", "document", body)(fetch, document) as PagefindModule;
  await pagefind.init();
  return pagefind;
}
