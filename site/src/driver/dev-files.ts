import { readdir, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, dirname, extname, join } from "node:path";
import type { LocalKnowledgeBase } from "@knowhow/core";
import { siteFiles } from "../publish/site-files.ts";
import { siteCaches } from "./private-folders.ts";

/** What the files that a site serves beside its pages hold, by ending. */
const types: Readonly<Record<string, string>> = {
  ".md": "text/markdown;charset=utf-8",
  ".txt": "text/plain;charset=utf-8",
  ".xml": "application/xml",
  ".png": "image/png",
};

/**
 * Answers a request for a file that a built site would serve beside its pages, made from the newest content; false where it
 * is none, or where the owner has one of that name in `public/` or makes it with a page.
 */
export async function serveSiteFile(
  root: string,
  kb: LocalKnowledgeBase,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const path = decode((request.url ?? "").slice(1).split(/[?#]/, 1)[0] ?? "");
  const type = types[extname(path)];
  if (type === undefined || path.includes("\0")) return false;
  const { images } = siteCaches(root, kb.config.outputs[0]?.name);
  const file = siteFiles({ kb, entryKey: () => "", imageCache: images }).find((one) => one.path === path);
  if (file === undefined || (await isOwners(root, path))) return false;
  const content = await file.make();
  response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store" }).end(content);
  return true;
}

async function isOwners(root: string, path: string): Promise<boolean> {
  if (await stat(join(root, "public", path)).catch(() => undefined)) return true;
  const beside = await readdir(join(root, "pages", dirname(path))).catch(() => []);
  return beside.some((name) => /\.[jt]s$/.test(name) && name.replace(/\.[jt]s$/, "") === basename(path));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
