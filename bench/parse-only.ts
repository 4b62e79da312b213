import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";

/**
 * Prints how many milliseconds remark-parse with remark-mdx need to parse all lessons of a folder, and does nothing
 * else in that time: files are read and front matter is cut off before. Call: `node parse-only.ts <folder>`.
 */
const folder = process.argv[2] ?? ".";
const names = await readdir(folder, { recursive: true });
const sources = await Promise.all(
  names
    .filter((name) => name.endsWith(".mdx"))
    .map(async (name) => (await readFile(join(folder, name), "utf8")).replace(/^---\n.*?\n---\n/s, "")),
);
const processor = unified().use(remarkParse).use(remarkMdx).freeze();
const started = performance.now();
for (const source of sources) processor.parse(source);
process.stdout.write(`${performance.now() - started}\n`);
