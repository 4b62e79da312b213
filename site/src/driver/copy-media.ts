import { constants } from "node:fs";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { LocalKnowledgeBase } from "@knowhow/core/node";

/**
 * Copies the files that entries show to where their URLs say, in the site that lies in `folder`: there programs and other
 * sites find them, whatever their content. Of drawings the sanitised ones are taken, by their URL.
 */
export async function copyMedia(
  kb: LocalKnowledgeBase,
  drawings: ReadonlyMap<string, Uint8Array>,
  folder: string,
): Promise<void> {
  for (const { path, url } of kb.media) {
    const target = join(folder, decodeURIComponent(url.slice(kb.config.base.length)));
    await mkdir(dirname(target), { recursive: true });
    const drawing = drawings.get(url);
    if (drawing === undefined) await copyFile(path, target, constants.COPYFILE_FICLONE);
    else await writeFile(target, drawing);
  }
}
