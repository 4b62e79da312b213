import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import type { PageImage } from "../view/images.ts";
import type { PageMedia } from "../view/media.ts";
import { type ContentHashes, openContentHashes } from "./content-hash.ts";
import { type ImageFile, prepareImage } from "./prepare-image.ts";

/** The files beside the content of a knowledge base, made ready for its pages. */
export interface PreparedMedia {
  readonly page: PageMedia;
  /** Sanitised drawings, by the URL of the file as it is. */
  readonly drawings: ReadonlyMap<string, Uint8Array>;
  /** Of what is published as it is (recordings, captions, documents) the URL that names the content, by the file's own. */
  readonly recordings: ReadonlyMap<string, string>;
  readonly checkUnchanged: ContentHashes["checkUnchanged"];
  /** Writes the pictures into the site in `folder`. */
  readonly write: (folder: string) => Promise<void>;
}

/**
 * Makes the files beside the content ready; what was made before is taken from `cache`. Throws as `prepareImage` and
 * `ContentHashes` do.
 */
export async function prepareMedia(kb: LocalKnowledgeBase, cache: string): Promise<PreparedMedia> {
  const images = new Map<string, PageImage>();
  const addresses = new Map<string, string>();
  const drawings = new Map<string, Uint8Array>();
  const recordings = new Map<string, string>();
  const files = new Map<string, ImageFile>();
  const hashes = await openContentHashes(cache);
  const plain = new Set(kb.media.map(({ url }) => url));
  for (const { file, path, url } of kb.media) {
    const image = await prepareImage(path, file, cache);
    if (image === undefined) {
      const named = withHash(url, await hashes.hashOf(path));
      // Somebody's own file may have that name; then the plain address has to do.
      if (plain.has(named)) continue;
      recordings.set(url, named);
      addresses.set(url, named);
      continue;
    }
    const address = (one: ImageFile) => {
      const hashed = url.replace(/\.[^./]+$/, `.${one.suffix}.${one.ending}`);
      files.set(hashed, one);
      return hashed;
    };
    const src = address(image.original);
    if (image.original.ending === "svg") drawings.set(url, image.original.content);
    const srcset = image.variants.map((one) => `${address(one)} ${one.width}w`).join(", ");
    images.set(url, { src, width: image.width, height: image.height, srcset });
    addresses.set(url, src);
  }
  await hashes.save();
  const version = createHash("sha256")
    .update(JSON.stringify([...images, ...addresses]))
    .digest("hex")
    .slice(0, 16);
  return {
    page: { images, addresses, version },
    drawings,
    recordings,
    checkUnchanged: hashes.checkUnchanged,
    async write(folder) {
      for (const [url, { content }] of files) {
        const target = join(folder, decodeURIComponent(url.slice(kb.config.base.length)));
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, content);
      }
    },
  };
}

/** `tour.mp4` as `tour.3f9a1c02d4.mp4`; a name without ending gets the hash as one. */
function withHash(url: string, hash: string): string {
  const [, before = url, ending = ""] = /^(.*\/[^/]+?)(\.[^./]+)?$/.exec(url) ?? [];
  return `${before}.${hash}${ending}`;
}
