import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { close, createIndex } from "pagefind";
import { defineConfig } from "tsup";

/** The script that reads a search index comes with Pagefind's program only, which writes it beside every index. */
async function shipPagefindScript(): Promise<void> {
  const { index } = await createIndex();
  const folder = await mkdtemp(join(tmpdir(), "knowhow-pagefind-"));
  await index?.writeFiles({ outputPath: folder });
  await close();
  await writeFile("dist/pagefind.js", await readFile(join(folder, "pagefind.js")));
  await rm(folder, { recursive: true });
}

export default defineConfig({
  entry: {
    index: "src/index.ts",
    node: "src/node.ts",
    quiz: "src/quiz/index.ts",
    search: "src/search/index.ts",
    publish: "src/publish/index.ts",
    authoring: "src/authoring/index.ts",
    language: "src/language/index.ts",
    "compile-worker": "src/knowledge/compile-worker.ts",
  },
  format: "esm",
  target: "node22",
  clean: true,
  splitting: true,
  onSuccess: shipPagefindScript,
});
