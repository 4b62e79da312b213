import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { formatMs, type Line } from "../report.ts";
import { knowhow, type Sites } from "../sites.ts";

/** How many lessons link to the one that moves. */
const inbound = 1000;

/** `knowhow mv` of a lesson that a thousand others link to, in a site that no command has seen; nothing else may change. */
export async function mvLines(sites: Sites, entries: number): Promise<readonly Line[]> {
  const site = await sites.newSite(entries);
  const [moved = "", ...others] = site.lessons;
  const from = moved.slice(join(site.root, "content/lessons/").length).replace(/\.mdx$/, "");
  const to = "elsewhere/moved-in-the-benchmark";
  const linking = others.slice(0, inbound);
  for (const [i, file] of linking.entries()) {
    const link = i % 2 === 0 ? `lesson:${from}` : `../${from}.mdx`;
    await writeFile(file, `${await readFile(file, "utf8")}\nSee [the lesson](${link}).\n`);
  }
  const before = await contents(site.root);
  const own = await sites.run(`knowhow mv in ${entries}, ${linking.length} linking`, {
    argv: knowhow("mv", `lesson:${from}`, `lesson:${to}`, "--root", site.root),
  });
  compare(before, await contents(site.root), from, to);
  return [
    {
      name: `mv of a lesson with ${linking.length} links to it`,
      value: own.wallMs,
      unit: "ms",
      goal: { kind: "atMost", value: 2000 },
      basis: `${formatMs(own.wallMs)} in ${entries} lessons`,
    },
  ];
}

async function contents(root: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, "content");
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const files = new Map<string, string>();
  for (const { parentPath, name } of names) {
    const path = join(parentPath, name);
    files.set(path.slice(folder.length + 1), await readFile(path, "utf8"));
  }
  return files;
}

/** Throws where a file is not what it was, with the lesson's name in its refs and links put in for the old one. */
function compare(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  from: string,
  to: string,
): void {
  if (before.size !== after.size) throw new Error(`There were ${before.size} files, and now there are ${after.size}.`);
  const name = `${from.split("/").at(-1)}.mdx`;
  for (const [file, text] of before) {
    if (file === `lessons/${from}.mdx`) continue;
    const topic = file.split("/")[1];
    const expected = text
      .replaceAll(new RegExp(`lesson:${from}(?![\\w-])`, "g"), `lesson:${to}`)
      .replaceAll(`](../${from}.mdx`, `](../${to}.mdx`)
      .replaceAll(`](${name}`, topic === from.split("/")[0] ? `](../${to}.mdx` : `](${name}`);
    if (after.get(file) !== expected) throw new Error(`mv has changed ${file} in another way than it should.`);
  }
}
