import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { close, createIndex } from "pagefind";
import {
  countRecords,
  dealIntoParts,
  joinSearchFiles,
  pagefindEnvironment,
  partFolder,
  partLanguage,
  type SearchRecord,
  searchFolder,
  toPagefindHtml,
} from "../../packages/core/src/search/index.ts";

/** Writes the search index of a site with these records, all of one locale, as a build does. Returns the size of each file. */
export async function buildSearchIndex(
  site: string,
  locale: string,
  records: readonly SearchRecord[],
): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  const write = (path: string, content: Uint8Array) => {
    const file = join(site, searchFolder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    sizes.set(path, content.length);
  };
  const parts = dealIntoParts(records, () => 1);
  for (const [place, part] of parts.entries()) {
    Object.assign(process.env, pagefindEnvironment);
    const { index } = await createIndex();
    if (index === undefined) throw new Error("Pagefind gave no index.");
    for (const record of part) {
      await index.addHTMLFile({ url: record.url, content: toPagefindHtml(record, partLanguage(locale, place)) });
    }
    for (const { path, content } of (await index.getFiles()).files) write(partFolder(place) + path, content);
    await index.deleteIndex();
  }
  await close();
  const encoder = new TextEncoder();
  for (const { path, text } of joinSearchFiles(locale, parts.map(countRecords))) write(path, encoder.encode(text));
  return sizes;
}
