import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { close, createIndex } from "pagefind";
import { type SearchRecord, searchFiles, searchFolder, toPagefindHtml } from "../../packages/core/src/search/index.ts";

/** Writes the search index of a site with these records, all of one locale, as a build does. Returns the size of each file. */
export async function buildSearchIndex(
  site: string,
  locale: string,
  records: readonly SearchRecord[],
): Promise<ReadonlyMap<string, number>> {
  const { index } = await createIndex({ forceLanguage: locale });
  if (index === undefined) throw new Error("Pagefind gave no index.");
  // Pagefind's bytes follow the order in which pages are added.
  const sorted = [...records].sort((a, b) => (a.url < b.url ? -1 : 1));
  for (const record of sorted) await index.addHTMLFile({ url: record.url, content: toPagefindHtml(record) });
  const { files } = await index.getFiles();
  await index.deleteIndex();
  await close();
  const encoder = new TextEncoder();
  const own = searchFiles(locale, records).map(({ path, text }) => ({ path, content: encoder.encode(text) }));
  const all = [...files, ...own];
  for (const { path, content } of all) {
    const file = join(site, searchFolder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return new Map(all.map(({ path, content }) => [path, content.length]));
}
