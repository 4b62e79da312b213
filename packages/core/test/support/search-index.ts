import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { close, createIndex } from "pagefind";
import { buildSidecar, type SearchRecord, sidecarFile, toPagefindHtml, writeSidecar } from "../../src/search/index.ts";
import { fragmentKeys } from "../../src/search/node/index.ts";

/** Writes the search index of a site with these records, in the languages that they are in, as a build does. */
export async function buildSearchIndex(site: string, records: readonly SearchRecord[]): Promise<void> {
  const { index } = await createIndex();
  if (index === undefined) throw new Error("Pagefind gave no index.");
  for (const record of records) await index.addHTMLFile({ url: record.url, content: toPagefindHtml(record) });
  const folder = join(site, "pagefind");
  await index.writeFiles({ outputPath: folder });
  const { files } = await index.getFiles();
  await close();
  const keys = fragmentKeys(files);
  for (const locale of new Set(records.map((record) => record.locale))) {
    const own = records.filter((record) => record.locale === locale);
    const sidecar = buildSidecar(locale, own, { keyOf: ({ url }) => keys.get(url) ?? url });
    await writeFile(join(folder, sidecarFile(locale)), writeSidecar(sidecar));
  }
}
