import { gunzipSync } from "node:zlib";

/** A file of a Pagefind index, as its `getFiles` gives it. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

const fragmentFile = /^fragment\/(.+)\.pf_fragment$/;
const signature = "pagefind_dcd";

/** The keys under which Pagefind finds pages, by URL: what `buildSidecar` needs as `keyOf`. */
export function fragmentKeys(files: readonly IndexFile[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { path, content } of files) {
    const name = fragmentFile.exec(path)?.[1];
    if (name === undefined) continue;
    const stored = JSON.parse(gunzipSync(content).toString("utf8").slice(signature.length)) as Fragment | FragmentGroup;
    if (isFragment(stored)) keys.set(stored.url, name);
    else for (const [key, fragment] of Object.entries(stored)) keys.set(fragment.url, key);
  }
  return keys;
}

interface Fragment {
  readonly url: string;
}

/** Big sites have several pages in a file. */
type FragmentGroup = Readonly<Record<string, Fragment>>;

function isFragment(stored: Fragment | FragmentGroup): stored is Fragment {
  return typeof stored.url === "string";
}
