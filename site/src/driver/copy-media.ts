import { constants } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { LocalKnowledgeBase } from "@knowhow/core/node";

/** Copies the files that entries show to where their URLs say, in the site that lies in `folder`. */
export async function copyMedia(kb: LocalKnowledgeBase, folder: string): Promise<void> {
  for (const { path, url } of kb.media) {
    const target = join(folder, decodeURIComponent(url.slice(kb.config.base.length)));
    await mkdir(dirname(target), { recursive: true });
    await copyFile(path, target, constants.COPYFILE_FICLONE);
  }
}
