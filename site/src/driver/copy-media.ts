import { constants } from "node:fs";
import { copyFile, link, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import type { PreparedMedia } from "../media/prepare-media.ts";

/**
 * Copies the files that entries show to where their URLs say, in the site that lies in `folder`: there programs and other
 * sites find them, whatever their content. Under the name of its content, for pages, each is the same file once more,
 * which takes no room on the disk. The copies of pictures lie beside them.
 */
export async function copyMedia(
  kb: LocalKnowledgeBase,
  { cleaned, named, copies, checkUnchanged }: PreparedMedia,
  folder: string,
): Promise<void> {
  const placeOf = (url: string) => join(folder, decodeURIComponent(url.slice(kb.config.base.length)));
  for (const { file, path, url } of kb.media) {
    const target = placeOf(url);
    await put(cleaned.get(url) ?? path, target);
    const name = named.get(url);
    if (name === undefined) continue;
    await checkUnchanged(path, file);
    await linkFile(target, placeOf(name));
  }
  for (const [url, content] of copies) await put(content, placeOf(url));
}

/** Puts bytes, or what is in the file of that path, into another file. */
async function put(content: Uint8Array | string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  if (typeof content === "string") await copyFile(content, target, constants.COPYFILE_FICLONE);
  else await writeFile(target, content);
}

/** Gives a file a second name; a copy of its own where the file system knows no such thing. */
async function linkFile(file: string, name: string): Promise<void> {
  try {
    await link(file, name);
  } catch {
    await rm(name, { force: true });
    await copyFile(file, name, constants.COPYFILE_FICLONE);
  }
}
