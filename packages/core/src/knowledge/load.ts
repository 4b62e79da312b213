import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Change, type ChangedParts, findChanged, findChangedSince } from "../check/change.ts";
import { checkContent } from "../check/check-content.ts";
import { readCommittedQuestions } from "../check/committed-questions.ts";
import { contentPath } from "../check/content-path.ts";
import { type CheckSummary, summarise } from "../check/report/summary.ts";
import { loadConfig } from "../config/load.ts";
import { configFor, noSuch, withOutputs } from "../config/outputs.ts";
import type { Output, ResolvedConfig } from "../config/schema.ts";
import { openMedia } from "../media/open-media.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { FieldsOf } from "../model/own-fields.ts";
import { compileCacheKey } from "./cache-key.ts";
import { type CompileCache, openCompileCache } from "./compile-cache.ts";
import { readContentBefore, readSourcesBefore, type SourcesBefore } from "./content-before.ts";
import { ContentError } from "./content-error.ts";
import { type GoldenFile, readGoldenFile } from "./golden-file.ts";
import { createKnowledgeBase } from "./knowledge-base.ts";
import { type Content, type Progress, readContent } from "./read-content.ts";
import type { ContentSetting } from "./source-file.ts";
import type { LocalKnowledgeBase } from "./types.ts";

/** Where a knowledge base is, and what reading it may use. */
export interface ReadOptions {
  /** The folder of `knowhow.config.ts`. */
  readonly root: string;
  /** Where compiled entries are kept between runs; default `<root>/.knowhow/cache`, `false` for nowhere. */
  readonly cache?: string | false;
  /**
   * The site of the configuration's `publish` that is read: for its errors alone, and showing what it shows. Default: the
   * errors of all sites, and what the first one shows.
   */
  readonly audience?: string | undefined;
  /** The day for which reviews are judged overdue, `2026-01-31`; default today, by UTC. */
  readonly today?: string;
  /** Told from time to time while files are compiled. */
  readonly onProgress?: Progress;
}

/** How `loadKnowledgeBase` reads. */
export interface LoadOptions extends ReadOptions {
  /** Throw a `ContentError` if there are errors. Default false: `diagnostics` has them. */
  readonly strict?: boolean;
  /** The audiences whose entries are shown; default those of the site. */
  readonly audiences?: readonly string[];
  /** Show drafts too. Default false. */
  readonly drafts?: boolean;
}

/**
 * Reads a knowledge base from its content folder. `C` is the type of its configuration, from which the own fields of its
 * entries are typed: `loadKnowledgeBase<typeof config>({ root: "." })`.
 * Throws a `SetupError` where there is no configuration or content folder, or the configuration is wrong.
 */
export async function loadKnowledgeBase<C = unknown>(options: LoadOptions): Promise<LocalKnowledgeBase<FieldsOf<C>>> {
  const reader = await openReader(options);
  const { content, diagnostics } = await reader.read({ withContent: true });
  if (options.strict && diagnostics.some(({ severity }) => severity === "error")) throw new ContentError(diagnostics);
  const kb: LocalKnowledgeBase = reader.toKnowledgeBase(content, diagnostics, options);
  // Front matter is read with the configuration in the root, which the caller says is of this type.
  return kb as unknown as LocalKnowledgeBase<FieldsOf<C>>;
}

/** A knowledge base for each site of the configuration's `publish`. */
export interface LoadedSites {
  /** All mistakes of all sites. */
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: CheckSummary;
  readonly sites: readonly { readonly output: Output; readonly kb: LocalKnowledgeBase }[];
}

/**
 * Reads the content folder once, and gives a knowledge base for each site that is published from it, or for the one that
 * `audience` names. Throws a `SetupError` as `loadKnowledgeBase` does.
 */
export async function loadSites(options: ReadOptions): Promise<LoadedSites> {
  const reader = await openReader(options);
  const { content, diagnostics } = await reader.read({ withContent: true });
  const sites = [];
  for (const output of reader.config.outputs) {
    const config = withOutputs(reader.config, [output]);
    // Links are compiled with the base, so that a site with another one is read again.
    const read = config.base === reader.config.base ? reader : await openReader({ ...options, audience: output.name });
    const own = read === reader ? content : (await read.read({ withContent: true })).content;
    sites.push({ output, kb: read.toKnowledgeBase(own, diagnostics, { ...options, config }) });
  }
  return { diagnostics, summary: summarise(diagnostics, content.entries.length), sites };
}

/** How `checkKnowledgeBase` checks. */
export interface CheckOptions extends ReadOptions {
  /** Tell only what the change since a revision of git touches: since it and the present state parted. Default: everything. */
  readonly since?: string | undefined;
}

/** What a check tells. */
export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  /** With `since`, the number of entries is that of the changed ones. */
  readonly summary: CheckSummary;
}

/**
 * Checks the content of a knowledge base without rendering it. Throws a `SetupError` as `loadKnowledgeBase` does, and where
 * it cannot be known what changed since a revision.
 */
export async function checkKnowledgeBase(options: CheckOptions): Promise<CheckResult> {
  return resultOf(await (await openReader(options)).read({ withContent: false, since: options.since }));
}

/** What a check tells of what was read. */
export function resultOf({ content, diagnostics, change }: ReadResult): CheckResult {
  const checked =
    change === undefined || change.everything
      ? content.entries
      : content.entries.filter(({ file }) => change.files.has(file));
  return { diagnostics, summary: summarise(diagnostics, checked.length) };
}

/** What reading a content folder gives. */
export interface ReadResult {
  readonly content: Content;
  readonly diagnostics: readonly Diagnostic[];
  readonly golden: GoldenFile | undefined;
  /** What changed since the revision that was asked for. */
  readonly change: Change | undefined;
}

/** Reads the same content folder again and again, compiling only what changed. */
export interface Reader {
  readonly config: ResolvedConfig;
  readonly folder: string;
  readonly read: (what: { readonly withContent: boolean; readonly since?: string | undefined }) => Promise<ReadResult>;
  /** What changed since a commit, with the bodies of the entries. */
  readonly changeFrom: (commit: string, now: Content) => Promise<Change>;
  /** A file of the content folder, from the root. */
  readonly pathOf: (file: string) => string;
  readonly toKnowledgeBase: (
    content: Content,
    diagnostics: readonly Diagnostic[],
    /** Default: the reader's own configuration. */
    options: LoadOptions & { readonly config?: ResolvedConfig },
  ) => LocalKnowledgeBase;
}

/** Opens a content folder for reading. */
export async function openReader(options: ReadOptions): Promise<Reader> {
  const root = resolve(options.root);
  const { config: whole, file, code } = await loadConfig(root);
  const config = configFor(whole, options.audience);
  const folder = join(root, config.content);
  const cacheFolder = options.cache === false ? undefined : resolve(options.cache ?? join(root, ".knowhow/cache"));
  // What is compiled has the base in it; most sites share theirs.
  const ownFolder = config.base === whole.base ? "" : `site-${config.outputs[0]?.name}`;
  let cache: CompileCache | undefined;
  const change = async (parts: ChangedParts, sources: SourcesBefore, now: Content, setting: ContentSetting) => ({
    ...parts,
    before: await readContentBefore(now, parts.content, sources, setting),
    files: new Set(parts.content.map(({ file }) => file)),
  });
  return {
    config,
    folder,
    async read({ withContent, since }) {
      const setting = { root, folder, config, code, withContent };
      // Git works while the cache and the content are read.
      const committed = since === undefined ? readCommittedQuestions(folder, config, code) : undefined;
      const changing = since === undefined ? undefined : findChangedSince(since, setting);
      changing?.catch(toldLater);
      cache ??= openCompileCache(cacheFolder && join(cacheFolder, ownFolder), compileCacheKey(config, code));
      const parts = await changing;
      const reading = parts === undefined ? undefined : readSourcesBefore(folder, parts.content);
      reading?.catch(toldLater);
      const content = await readContent(setting, cache, options.onProgress);
      const sources = await reading;
      const changed =
        parts === undefined || sources === undefined ? undefined : await change(parts, sources, content, setting);
      const golden = await readGoldenFile(root, config.golden);
      const diagnostics = checkContent(content, {
        config,
        root,
        configFile: { file, text: readFileSync(join(root, file), "utf8") },
        today: options.today ?? new Date().toISOString().slice(0, 10),
        committedQuestions: (await committed) ?? new Map(),
        golden,
        media: await openMedia(folder, content.files),
        change: changed,
      });
      cache.save();
      return { content, diagnostics, golden, change: changed };
    },
    async changeFrom(commit, now) {
      const setting = { root, folder, config, code, withContent: true };
      const parts = await findChanged({ commit }, setting);
      return change(parts, await readSourcesBefore(folder, parts.content), now, setting);
    },
    pathOf: (file) => contentPath(file, config),
    toKnowledgeBase(content, diagnostics, { config: shown = config, audiences = shown.publish, drafts = false }) {
      const unknown = audiences.find((audience) => !shown.audiences.includes(audience));
      if (unknown !== undefined) throw noSuch("audience", unknown, shown.audiences);
      return createKnowledgeBase(content, shown, root, diagnostics, { audiences, drafts });
    },
  };
}

/** What was begun is awaited in its turn, and what became of it told then. */
function toldLater(): void {}
