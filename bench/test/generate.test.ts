import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lessonId, makeLesson } from "../generate/lesson.ts";
import { randomFrom } from "../generate/random.ts";
import { word } from "../generate/words.ts";
import { writeKnowhowSite, writePlainLessons } from "../generate.ts";

const entries = 120;
const seed = 3;
let folder: string;
let ownFiles: string[];
let plainFiles: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "knowhow-bench-test-"));
  ownFiles = await writeKnowhowSite({ folder: join(folder, "own"), entries, seed });
  plainFiles = await writePlainLessons({ folder: join(folder, "plain"), entries, seed });
});

afterAll(() => rm(folder, { recursive: true }));

const readAll = (files: readonly string[]) => Promise.all(files.map((file) => readFile(file, "utf8")));

/** The part of a lesson behind its front matter. */
const bodyOf = (source: string) => source.replace(/^---\n.*?\n---\n/s, "");

/** Where the links of a body lead, as written. */
const hrefsOf = (source: string) =>
  [...bodyOf(source).matchAll(/(?<!`)\[[^\]]+\]\(([^)]+)\)/g)].map(([, href]) => href ?? "");

test("the same seed writes the same bytes, another seed others", async () => {
  const again = await writeKnowhowSite({ folder: join(folder, "again"), entries, seed });
  expect(await readAll(again)).toEqual(await readAll(ownFiles));
  expect(again.map((file) => relative(join(folder, "again"), file))).toEqual(
    ownFiles.map((file) => relative(join(folder, "own"), file)),
  );

  const other = await writeKnowhowSite({ folder: join(folder, "other"), entries: 5, seed: seed + 1 });
  expect(await readAll(other)).not.toEqual(await readAll(ownFiles.slice(0, 5)));
});

test("a small base is the beginning of a large one", async () => {
  const small = await writeKnowhowSite({ folder: join(folder, "small"), entries: 30, seed });
  expect(await readAll(small)).toEqual(await readAll(ownFiles.slice(0, 30)));
});

test("no two lessons share an id", () => {
  const ids = Array.from({ length: 10_000 }, (_, number) => lessonId(number, seed));
  expect(new Set(ids).size).toBe(ids.length);
});

test("a lesson has about 400 words, a table, code, a tip and a question", async () => {
  const sources = await readAll(ownFiles);
  const counts = sources.map((source) => bodyOf(source).match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  expect(mean).toBeGreaterThan(360);
  expect(mean).toBeLessThan(440);
  for (const source of sources) {
    expect(source).toMatch(/^\| --- \| --- \| --- \|$/m);
    expect(source).toMatch(/^```(ts|bash|json|python)\n[^`]+\n```$/m);
    expect(source).toContain('<Callout type="tip">');
    expect(source).toContain('<Question id="check">');
    expect(source.match(/^- \[x\] .+\n {2}> .+$/gm)).toHaveLength(1);
    expect(source.match(/^- \[ \] .+\n {2}> .+$/gm)).toHaveLength(3);
  }
});

test("every lesson is valid MDX", async () => {
  const processor = unified().use(remarkParse).use(remarkMdx);
  for (const source of await readAll([...ownFiles, ...plainFiles])) {
    expect(() => processor.parse(bodyOf(source))).not.toThrow();
  }
});

test("the options of a question differ from each other", () => {
  for (let number = 0; number < 2000; number++) {
    const texts = makeLesson(number, seed).question.options.map(({ text }) => text);
    expect(new Set(texts).size).toBe(4);
  }
});

test("every link and ref leads to an earlier lesson", async () => {
  const known = new Set(ownFiles);
  const fileOf = (ref: string) => join(folder, "own/content/lessons", `${ref.replace("lesson:", "")}.mdx`);
  let links = 0;
  for (const [number, source] of (await readAll(ownFiles)).entries()) {
    const file = ownFiles[number] ?? "";
    for (const href of hrefsOf(source)) {
      const [path = ""] = href.split("#");
      const target = path.startsWith("lesson:") ? fileOf(path) : resolve(dirname(file), path);
      expect(known).toContain(target);
      expect(ownFiles.indexOf(target)).toBeLessThan(number);
      links++;
    }
    const refs = [...source.matchAll(/"(lesson:[^"]+)"/g)].map(([, ref]) => ref ?? "");
    for (const ref of refs) expect(ownFiles.indexOf(fileOf(ref))).toBeLessThan(number);
    expect(refs.every((ref) => known.has(fileOf(ref)))).toBe(true);
  }
  expect(links).toBeGreaterThan(2 * entries);
});

test("the plain variant says the same and differs in its links only", async () => {
  const withoutLinks = (source: string) => source.replace(/\]\([^)]+\)/g, "]");
  const own = await readAll(ownFiles);
  const plain = await readAll(plainFiles);
  expect(plain.map(withoutLinks)).toEqual(own.map(withoutLinks));
  for (const href of plain.flatMap(hrefsOf)) {
    const [, path] = /^\/lessons\/([^#]+)\/(#steps)?$/.exec(href) ?? [];
    expect(plainFiles).toContain(join(folder, "plain", `${path}.mdx`));
  }
});

test("a lesson comes back to its words as real ones do: about 195 different ones among the first 400", async () => {
  const different = (await readAll(ownFiles)).map(
    (source) =>
      new Set(
        (
          bodyOf(source)
            .toLowerCase()
            .match(/[\p{L}\p{N}]+/gu) ?? []
        ).slice(0, 400),
      ).size,
  );
  const mean = different.reduce((sum, count) => sum + count, 0) / different.length;
  expect(mean).toBeGreaterThan(185);
  expect(mean).toBeLessThan(205);
});

test("words are used as in real languages: few of them often, most of them seldom", () => {
  const random = randomFrom(seed);
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 200_000; draw++) {
    const drawn = word(random);
    counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
  }
  const sorted = [...counts.values()].sort((a, b) => b - a);
  expect(counts.size).toBeGreaterThan(4000);
  // By Zipf's law the commonest word is as often as the tenth ten times over.
  expect((sorted[0] ?? 0) / (sorted[9] ?? 1)).toBeGreaterThan(8);
  expect((sorted[0] ?? 0) / (sorted[9] ?? 1)).toBeLessThan(12);
});
