import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A question and the ids of the documents that answer it; none: the right answer is "I don't know". */
export interface GoldenQuery {
  readonly q: string;
  readonly relevant: readonly string[];
}

/** A document of a retrieval set. */
export interface SetDocument {
  readonly id: string;
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly text: string;
}

/** A retrieval set: documents, and questions with the documents that answer them. */
export interface RetrievalSet {
  readonly name: string;
  readonly language: string;
  readonly documents: readonly SetDocument[];
  readonly queries: readonly GoldenQuery[];
}

/** Reads all sets of a folder, in the order of their names; undefined where the folder is not there. */
export function readSets(folder: string): readonly RetrievalSet[] | undefined {
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "set.json")))
    .map((entry) => readSet(join(folder, entry.name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readSet(folder: string): RetrievalSet {
  const about = JSON.parse(readFileSync(join(folder, "set.json"), "utf8")) as { name: string; lang: string };
  return {
    name: about.name,
    language: about.lang,
    documents: readLines<SetDocument>(join(folder, "docs.jsonl")),
    queries: readLines<GoldenQuery>(join(folder, "queries.jsonl")),
  };
}

function readLines<T>(file: string): readonly T[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as T);
}
