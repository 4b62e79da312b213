import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";

/**
 * Prints how many milliseconds remark-parse with remark-mdx need to parse all lessons of a folder, and does nothing
 * else in that time: files are read and front matter is cut off before. With `gfm` as the last argument it reads tables and task
 * lists too, as `check` does. Call: `node parse-only.ts <folder> [gfm]`.
 */
const [, , folder = ".", dialect] = process.argv;
const names = await readdir(folder, { recursive: true });
const sources = await Promise.all(
  names
    .filter((name) => name.endsWith(".mdx"))
    .map(async (name) => (await readFile(join(folder, name), "utf8")).replace(/^---\n.*?\n---\n/s, "")),
);
const markdown = unified().use(remarkParse);
const processor = (dialect === "gfm" ? markdown.use(remarkGfm) : markdown).use(remarkMdx).freeze();
const started = performance.now();
for (const source of sources) processor.parse(source);
process.stdout.write(`${performance.now() - started}\n`);
