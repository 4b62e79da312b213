import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import type { PageImage } from "../view/images.ts";
import { type ImageFile, prepareImage } from "./prepare-image.ts";

/** The pictures of a knowledge base, made ready for its pages. */
export interface PreparedMedia {
  /** By the URL that compiled entries name them by. */
  readonly images: ReadonlyMap<string, PageImage>;
  /** Sanitised drawings, by the URL of the file as it is. */
  readonly drawings: ReadonlyMap<string, Uint8Array>;
  /** Names all of it: pages show pictures that are others than before. */
  readonly version: string;
  /** Writes the pictures into the site in `folder`. */
  readonly write: (folder: string) => Promise<void>;
}

/** Makes the pictures of a knowledge base ready; what was made before is taken from `cache`. Throws as `prepareImage` does. */
export async function prepareMedia(kb: LocalKnowledgeBase, cache: string): Promise<PreparedMedia> {
  const images = new Map<string, PageImage>();
  const drawings = new Map<string, Uint8Array>();
  const files = new Map<string, ImageFile>();
  for (const { file, path, url } of kb.media) {
    const image = await prepareImage(path, file, cache);
    if (image === undefined) continue;
    const address = (one: ImageFile) => {
      const hashed = url.replace(/\.[^./]+$/, `.${one.suffix}.${one.ending}`);
      files.set(hashed, one);
      return hashed;
    };
    const src = address(image.original);
    if (image.original.ending === "svg") drawings.set(url, image.original.content);
    const srcset = image.variants.map((one) => `${address(one)} ${one.width}w`).join(", ");
    images.set(url, { src, width: image.width, height: image.height, srcset });
  }
  return {
    images,
    drawings,
    version: createHash("sha256")
      .update(JSON.stringify([...images]))
      .digest("hex")
      .slice(0, 16),
    async write(folder) {
      for (const [url, { content }] of files) {
        const target = join(folder, decodeURIComponent(url.slice(kb.config.base.length)));
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, content);
      }
    },
  };
}
