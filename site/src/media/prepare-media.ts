import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import type { PageImage } from "../view/images.ts";
import type { PageMedia } from "../view/media.ts";
import { type ContentHashes, openContentHashes } from "./content-hash.ts";
import { type ImageFile, type PreparedImage, prepareImage } from "./prepare-image.ts";

/** The files beside the content of a knowledge base, made ready for its pages. */
export interface PreparedMedia {
  readonly page: PageMedia;
  /** What is published in the place of a file, by its URL: sanitised drawings, and photographs without what cameras write into them. */
  readonly cleaned: ReadonlyMap<string, ImageFile["content"]>;
  /** The URL that names the content of a file, by the file's own; the same is published under both. */
  readonly named: ReadonlyMap<string, string>;
  /** Smaller copies of pictures, by URL. */
  readonly copies: ReadonlyMap<string, ImageFile["content"]>;
  readonly checkUnchanged: ContentHashes["checkUnchanged"];
}

/** How the work goes: `done` of `all` files are ready. */
export type OnMedia = (done: number, all: number) => void;

/** A photograph that is worked with takes some 100 MB. */
const atOnce = Math.min(availableParallelism(), 4);

/**
 * Makes the files beside the content ready; what was made before is taken from `cache`. Throws as `prepareImage` and
 * `ContentHashes` do.
 */
export async function prepareMedia(kb: LocalKnowledgeBase, cache: string, onMedia: OnMedia): Promise<PreparedMedia> {
  const hashes = await openContentHashes(cache);
  const prepared = await prepareAll(kb, hashes, cache, onMedia);
  await hashes.save();
  const images = new Map<string, PageImage>();
  const named = new Map<string, string>();
  const cleaned = new Map<string, ImageFile["content"]>();
  const copies = new Map<string, ImageFile["content"]>();
  const plain = new Set(kb.media.map(({ url }) => url));
  for (const [i, { url, path }] of kb.media.entries()) {
    const { hash = "", image } = prepared[i] ?? {};
    if (image === undefined) {
      const name = withHash(url, hash);
      // Somebody's own file may have that name; then the plain address has to do.
      if (!plain.has(name)) named.set(url, name);
      continue;
    }
    const address = ({ suffix, ending }: ImageFile) => url.replace(/\.[^./]+$/, `.${suffix}.${ending}`);
    const { original, variants, width, height } = image;
    const src = address(original);
    if (original.content !== path) cleaned.set(url, original.content);
    for (const one of variants) copies.set(address(one), one.content);
    const srcset = variants.map((one) => `${address(one)} ${one.width}w`).join(", ");
    images.set(url, { src, width, height, srcset });
    named.set(url, src);
  }
  const version = createHash("sha256")
    .update(JSON.stringify([...images, ...named]))
    .digest("hex")
    .slice(0, 16);
  return { page: { images, addresses: named, version }, cleaned, named, copies, checkUnchanged: hashes.checkUnchanged };
}

interface Prepared {
  readonly hash: string;
  /** Undefined for what is published as it is: recordings, captions, documents. */
  readonly image: PreparedImage | undefined;
}

/** Makes several ready at a time; gives them in the order of `kb.media`. */
async function prepareAll(
  kb: LocalKnowledgeBase,
  hashes: ContentHashes,
  cache: string,
  onMedia: OnMedia,
): Promise<readonly Prepared[]> {
  const prepared: Prepared[] = [];
  const waiting = kb.media.entries();
  let done = 0;
  let failed = false;
  const work = async () => {
    for (const [i, { path, file }] of waiting) {
      const hash = await hashes.hashOf(path);
      prepared[i] = { hash, image: await prepareImage({ path, file, hash }, cache) };
      // Who waits for hundreds of photographs is told of a broken one at once.
      if (failed) return;
      onMedia(++done, kb.media.length);
    }
  };
  const workers = Array.from({ length: atOnce }, work);
  await Promise.all(workers).catch((cause: unknown) => {
    failed = true;
    throw cause;
  });
  return prepared;
}

/** `tour.mp4` as `tour.3f9a1c02d4.mp4`; a name without ending gets the hash as one. */
function withHash(url: string, hash: string): string {
  const [, before = url, ending = ""] = /^(.*\/[^/]+?)(\.[^./]+)?$/.exec(url) ?? [];
  return `${before}.${hash}${ending}`;
}
