import { countRecords, pagefindEnvironment, type SearchRecord, toPagefindHtml } from "@knowhow/core/search";
import { type PackedPart, packPart } from "./packed-part.ts";

/** Makes a part of an index from the records that it is given. */
export interface PartMaker {
  /** Adds records, in a stable order: Pagefind's bytes follow it. Waits until there is room for more. */
  readonly add: (records: readonly SearchRecord[]) => Promise<void>;
  /** Makes the part of what was added. */
  readonly finish: () => Promise<PackedPart>;
}

/** Pagefind brings search pages, a worker and filters of its own, which this site does without. */
const unused = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.(?:js|css)$|filter\/)/;

/** How many records Pagefind's process is given before it has answered for the first of them. */
const inFlight = 64;

/** From this many records on, Pagefind's process has grown so much that the next part gets a new one. */
const largePart = 500;

/**
 * Begins a part of an index; `language` is the one under which Pagefind keeps it. Pagefind's process stays until `endPagefind`.
 */
export async function beginPart(language: string): Promise<PartMaker> {
  const { createIndex } = await import("pagefind");
  Object.assign(process.env, pagefindEnvironment);
  const { index } = orThrow(await createIndex({ keepIndexUrl: true }));
  if (index === undefined) throw new Error("Pagefind made no index.");
  const all: SearchRecord[] = [];
  const answers: Promise<unknown>[] = [];
  return {
    async add(records) {
      for (const record of records) {
        all.push(record);
        answers.push(index.addHTMLFile({ url: record.url, content: toPagefindHtml(record, language) }).then(orThrow));
        await answers[answers.length - inFlight];
      }
    },
    async finish() {
      await Promise.all(answers);
      // Handed over in one message and written by this process, as Pagefind's own writing of many small files costs it
      // as much processor time again as all the rest.
      const found = index.getFiles();
      // Pagefind's process is at work by now.
      const counted = countRecords(all);
      const files = orThrow(await found).files.filter(({ path }) => !unused.test(path));
      await (all.length < largePart ? index.deleteIndex() : endPagefind());
      return packPart({ files, counted });
    },
  };
}

/** Ends Pagefind's process, if there is one. */
export async function endPagefind(): Promise<void> {
  const { close } = await import("pagefind");
  await close();
}

function orThrow<T extends { readonly errors: readonly string[] }>(response: T): T {
  if (response.errors.length > 0) throw new Error(`Pagefind: ${response.errors.join("; ")}`);
  return response;
}
