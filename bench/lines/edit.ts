import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatMs, type Line } from "../report.ts";
import { type KnowhowSite, knowhow, type Sites } from "../sites.ts";

/**
 * Puts a word at the end of a lesson's first paragraph. Returns nothing; throws when the file has no front matter or
 * cannot be written.
 */
export async function editLesson(file: string, marker: string): Promise<void> {
  const source = await readFile(file, "utf8");
  const body = source.indexOf("\n---\n\n");
  if (body < 0) throw new Error(`${file} has no front matter.`);
  const end = source.indexOf("\n", body + "\n---\n\n".length);
  await writeFile(file, `${source.slice(0, end)} ${marker}${source.slice(end)}`);
}

/** The path of a lesson's page, from its file: `lessons/topic/slug/`. */
export function pageOf({ root }: KnowhowSite, file: string): string {
  return `${file.slice(join(root, "content/").length).replace(/\.mdx$/, "")}/`;
}

/** The build after an edit of one lesson, against the plain site's cold build. */
export async function editLines(sites: Sites, entries: number): Promise<readonly Line[]> {
  const plain = await sites.plainCold(entries);
  const { site } = await sites.knowhowCold(entries);
  const file = site.lessons[Math.floor(entries / 2)] ?? "";
  const marker = "editedinthebenchmark";
  await editLesson(file, marker);
  const own = await sites.run(`knowhow build of ${entries} after one edit`, {
    argv: knowhow("build", "--root", site.root),
  });
  const page = await readFile(join(site.root, "dist", pageOf(site, file), "index.html"), "utf8");
  if (!page.includes(marker)) throw new Error("The build after an edit did not publish the edit.");
  return [
    {
      name: "build after one edit: share of plain's cold build",
      value: own.wallMs / plain.wallMs,
      unit: "times",
      goal: { kind: "atMost", value: 1 / 8 },
      basis: `${formatMs(own.wallMs)} of ${formatMs(plain.wallMs)}`,
    },
  ];
}
