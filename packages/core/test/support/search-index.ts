import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { close, createIndex } from "pagefind";
import {
  pagefindEnvironment,
  type SearchRecord,
  searchFiles,
  searchFolder,
  toPagefindHtml,
  type Untranslated,
} from "../../src/search/index.ts";

/** Writes the search index of a site with these records, in the languages that they are in, as a build does. */
export async function buildSearchIndex(
  site: string,
  records: readonly SearchRecord[],
  synonyms: readonly (readonly string[])[] = [],
  fallback: Untranslated["fallback"] = () => undefined,
): Promise<void> {
  Object.assign(process.env, pagefindEnvironment);
  const { index } = await createIndex();
  if (index === undefined) throw new Error("Pagefind gave no index.");
  const sorted = records.toSorted((a, b) => (a.url < b.url ? -1 : 1));
  for (const record of sorted) await index.addHTMLFile({ url: record.url, content: toPagefindHtml(record) });
  const folder = join(site, searchFolder);
  await index.writeFiles({ outputPath: folder });
  await close();
  for (const locale of new Set(records.map((record) => record.locale))) {
    const own = records.filter((record) => record.locale === locale);
    for (const { path, text } of searchFiles(locale, own, synonyms, fallback(locale))) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  }
}
