import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { type Lesson, type LessonLink, lessonId, makeLesson, roles } from "./generate/lesson.ts";
import { lessonToMdx, type WriteLink } from "./generate/mdx.ts";
import { capitalised } from "./generate/words.ts";

/** The seed of every published figure. */
export const defaultSeed = 20261122;

/** What to write and where. */
export interface Material {
  /** The folder to write into; made where it is missing. */
  readonly folder: string;
  /** How many lessons. */
  readonly entries: number;
  /** Default: {@link defaultSeed}. */
  readonly seed?: number;
}

/** How many files are written at once: enough to keep a disk busy, few enough for any limit of open files. */
const batch = 64;

async function writeLessons(
  { folder, entries, seed = defaultSeed }: Material,
  writeLink: WriteLink,
): Promise<string[]> {
  const files = Array.from({ length: entries }, (_, number) => join(folder, `${lessonId(number, seed)}.mdx`));
  for (const topic of new Set(files.map((file) => dirname(file)))) await mkdir(topic, { recursive: true });
  for (let start = 0; start < entries; start += batch) {
    await Promise.all(
      files.slice(start, start + batch).map((file, offset) => {
        const lesson = makeLesson(start + offset, seed);
        return writeFile(
          file,
          lessonToMdx(lesson, writeLink, (number) => `lesson:${lessonId(number, seed)}`),
        );
      }),
    );
  }
  return files;
}

const steps = (link: LessonLink) => (link.toSteps ? "#steps" : "");

/**
 * Writes a Knowhow site: `knowhow.config.json` and `content/lessons/<topic>/<slug>.mdx`.
 * Returns the lessons' files, in the order of their numbers.
 */
export async function writeKnowhowSite(material: Material): Promise<string[]> {
  const { folder, seed = defaultSeed } = material;
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, "knowhow.config.json"),
    JSON.stringify({
      title: "Benchmark",
      site: "https://kb.example.com/",
      roles: Object.fromEntries(roles.map((role) => [role, { label: capitalised(role) }])),
    }),
  );
  return writeLessons({ ...material, folder: join(folder, "content/lessons") }, (from: Lesson, link) => {
    const id = lessonId(link.target, seed);
    if (link.written === "ref") return `lesson:${id}${steps(link)}`;
    const path = id.startsWith(`${from.topic}/`) ? id.slice(from.topic.length + 1) : `../${id}`;
    return `${path}.mdx${steps(link)}`;
  });
}

/**
 * Writes the same lessons for a plain Astro content collection, into `folder` itself: links are page URLs, as Astro
 * resolves no others. Returns the lessons' files, in the order of their numbers.
 */
export async function writePlainLessons(material: Material): Promise<string[]> {
  const { seed = defaultSeed } = material;
  return writeLessons(material, (_, link) => `/lessons/${lessonId(link.target, seed)}/${steps(link)}`);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      entries: { type: "string", default: "1000" },
      out: { type: "string" },
      seed: { type: "string", default: String(defaultSeed) },
      plain: { type: "boolean", default: false },
    },
  });
  if (values.out === undefined) {
    process.stderr.write("Say where to write the lessons: node bench/generate.ts --entries 1000 --out <folder>\n");
    process.exitCode = 2;
  } else {
    const write = values.plain ? writePlainLessons : writeKnowhowSite;
    await write({ folder: values.out, entries: Number(values.entries), seed: Number(values.seed) });
  }
}
