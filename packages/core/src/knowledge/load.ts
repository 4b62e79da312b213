import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkContent } from "../check/check-content.ts";
import { readCommittedQuestions } from "../check/committed-questions.ts";
import { type CheckSummary, summarise } from "../check/report/summary.ts";
import { loadConfig } from "../config/load.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { compileCacheKey } from "./cache-key.ts";
import { openCompileCache } from "./compile-cache.ts";
import { ContentError } from "./content-error.ts";
import { readGoldenFile } from "./golden-file.ts";
import { createKnowledgeBase } from "./knowledge-base.ts";
import { type Content, type Progress, readContent } from "./read-content.ts";
import type { LocalKnowledgeBase } from "./types.ts";

/** Where a knowledge base is, and what reading it may use. */
export interface ReadOptions {
  /** The folder of `knowhow.config.ts`. */
  readonly root: string;
  /** Where compiled entries are kept between runs; default `<root>/.knowhow/cache`, `false` for nowhere. */
  readonly cache?: string | false;
  /** The day for which reviews are judged overdue, `2026-01-31`; default today, by UTC. */
  readonly today?: string;
  /** Told from time to time while files are compiled. */
  readonly onProgress?: Progress;
}

/** How `loadKnowledgeBase` reads. */
export interface LoadOptions extends ReadOptions {
  /** Throw a `ContentError` if there are errors. Default false: `diagnostics` has them. */
  readonly strict?: boolean;
  /** The audiences whose entries are shown; default the configuration's `publish`. */
  readonly audiences?: readonly string[];
  /** Show drafts too. Default false. */
  readonly drafts?: boolean;
}

/**
 * Reads a knowledge base from its content folder.
 * Throws a `SetupError` where there is no configuration or content folder, or the configuration is wrong.
 */
export async function loadKnowledgeBase(options: LoadOptions): Promise<LocalKnowledgeBase> {
  const reader = await openReader(options);
  const { content, diagnostics } = await reader.read({ withContent: true });
  if (options.strict && diagnostics.some(({ severity }) => severity === "error")) throw new ContentError(diagnostics);
  return reader.toKnowledgeBase(content, diagnostics, options);
}

/** What a check tells. */
export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: CheckSummary;
}

/** Checks the content of a knowledge base without rendering it; throws a `SetupError` as `loadKnowledgeBase` does. */
export async function checkKnowledgeBase(options: ReadOptions): Promise<CheckResult> {
  const { content, diagnostics } = await (await openReader(options)).read({ withContent: false });
  return { diagnostics, summary: summarise(diagnostics, content.entries.length) };
}

/** Reads the same content folder again and again, compiling only what changed. */
export interface Reader {
  readonly config: ResolvedConfig;
  readonly folder: string;
  readonly read: (what: {
    readonly withContent: boolean;
  }) => Promise<{ readonly content: Content; readonly diagnostics: readonly Diagnostic[] }>;
  readonly toKnowledgeBase: (
    content: Content,
    diagnostics: readonly Diagnostic[],
    options: LoadOptions,
  ) => LocalKnowledgeBase;
}

/** Opens a content folder for reading. */
export async function openReader(options: ReadOptions): Promise<Reader> {
  const root = resolve(options.root);
  const { config, file, code } = await loadConfig(root);
  const folder = join(root, config.content);
  const cacheFolder = options.cache === false ? undefined : resolve(options.cache ?? join(root, ".knowhow/cache"));
  const cache = openCompileCache(cacheFolder, compileCacheKey(config, code));
  return {
    config,
    folder,
    async read({ withContent }) {
      const content = await readContent({ root, folder, config, code, withContent }, cache, options.onProgress);
      const diagnostics = checkContent(content, {
        config,
        root,
        configFile: { file, text: readFileSync(join(root, file), "utf8") },
        today: options.today ?? new Date().toISOString().slice(0, 10),
        committedQuestions: await readCommittedQuestions(folder, config, code),
        golden: await readGoldenFile(root, config.golden),
      });
      cache.save();
      return { content, diagnostics };
    },
    toKnowledgeBase: (content, diagnostics, { audiences = config.publish, drafts = false }) =>
      createKnowledgeBase(content, config, root, diagnostics, { audiences, drafts }),
  };
}
