import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkContent } from "../check/check-content.ts";
import { readCommittedQuestions } from "../check/committed-questions.ts";
import type { EntryFacts } from "../compile/entry.ts";
import { compileFile } from "../compile/entry.ts";
import type { ReadPartial } from "../compile/partial.ts";
import { configFiles, loadConfig } from "../config/load.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import type { SiteCode } from "../config/site-code.ts";
import { compileCacheKey } from "../knowledge/cache-key.ts";
import { openCompileCache } from "../knowledge/compile-cache.ts";
import { byCodeUnit } from "../knowledge/content-files.ts";
import { readGoldenFile } from "../knowledge/golden-file.ts";
import { type KnownFile, packFile, unpackFile } from "../knowledge/known-file.ts";
import { locate } from "../knowledge/locate.ts";
import { withNamesOnDisk } from "../knowledge/names-on-disk.ts";
import { type Content, partialsOf, type ReadEntry, readContent } from "../knowledge/read-content.ts";
import { readNamed, sourceHash } from "../knowledge/source-file.ts";
import { openMedia } from "../media/open-media.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

/** A knowledge base that is being edited: what lies on the disk, under what editors hold that is not saved yet. */
export interface Workspace {
  readonly root: string;
  readonly config: ResolvedConfig;
  /** The blocks that authors may write, the site's own included. */
  readonly code: SiteCode;
  /** The files that the configuration is made of, absolute: when one changes, open the workspace anew. */
  readonly settings: ReadonlySet<string>;
  /** Takes the text of a file in an editor, named relative to the content folder; `undefined` goes back to what is on the disk. */
  readonly hold: (file: string, text: string | undefined) => Promise<void>;
  /** Reads what has changed on the disk. */
  readonly refresh: () => Promise<void>;
  /** All mistakes of the knowledge base as it is held. */
  readonly diagnose: () => readonly Diagnostic[];
  /** The text of a file, held or on the disk; undefined where there is none. */
  readonly text: (file: string) => string | undefined;
  /** What is known of all entries, in the order of their files. */
  readonly entries: () => readonly EntryFacts[];
  /** Every file of the content folder, relative to it. */
  readonly files: () => ReadonlySet<string>;
}

/** How a workspace is opened. */
export interface WorkspaceOptions {
  /** The folder of the configuration. */
  readonly root: string;
  /** The day for which reviews are judged overdue, `2026-01-31`; default today, by UTC. */
  readonly today?: string;
}

/** Opens the knowledge base in a folder for editing; throws a `SetupError` as `loadKnowledgeBase` does. */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const root = resolve(options.root);
  const { config, file: configFile, code } = await loadConfig(root);
  const folder = join(root, config.content);
  const cache = openCompileCache(join(root, ".knowhow/cache"), compileCacheKey(config, code));
  const held = new Map<string, string>();
  let entries = new Map<string, ReadEntry>();
  let files: ReadonlySet<string> = new Set();
  let outside: readonly string[] = [];
  let beside = await readBeside();

  const textOf = (file: string): string | undefined => {
    const text = held.get(file);
    if (text !== undefined) return text;
    const path = join(folder, file);
    return existsSync(path) ? readFileSync(path, "utf8").replace(/^\uFEFF/, "") : undefined;
  };
  const readPartial: ReadPartial = (file) => {
    const text = held.get(file);
    if (text !== undefined) {
      const bytes = encoder.encode(text);
      return { bytes, hash: sourceHash(bytes) };
    }
    const read = readNamed(folder, file);
    return "source" in read ? { bytes: read.bytes, hash: read.source } : undefined;
  };

  const compile = async (file: string): Promise<void> => {
    const location = locate(file, config);
    const text = textOf(file);
    if (location === undefined) return;
    if (text === undefined) {
      entries.delete(file);
      return;
    }
    const compiled = await compileFile(encoder.encode(text), file, location, config, {
      code,
      readPartial,
      withContent: false,
    });
    const isNew = !entries.has(file);
    entries.set(file, { file, location, known: toKnown(compiled) });
    if (isNew) entries = new Map([...entries].sort(([a], [b]) => byCodeUnit(a, b)));
  };
  const includersOf = (partial: string): readonly string[] =>
    [...entries.values()].filter(({ known }) => known.partials?.[partial] !== undefined).map(({ file }) => file);

  const refresh = async (): Promise<void> => {
    const content = await readContent({ root, folder, config, code, withContent: false }, cache);
    cache.save();
    entries = new Map(content.entries.map((entry) => [entry.file, entry]));
    files = content.files;
    outside = content.outside;
    beside = await readBeside();
    for (const file of held.keys()) await recompile(file);
  };
  const recompile = async (file: string): Promise<void> => {
    await compile(file);
    for (const includer of includersOf(file)) await compile(includer);
  };
  await refresh();

  return {
    root,
    config,
    code,
    settings: new Set(await configFiles(root)),
    async hold(file, text) {
      if (text === undefined) held.delete(file);
      else held.set(file, text);
      await recompile(file);
    },
    refresh,
    diagnose() {
      const all = withNamesOnDisk([...entries.values()], allFiles(), config);
      const content: Content = { entries: all, files: allFiles(), outside, partials: partialsOf(all) };
      return checkContent(content, {
        config,
        root,
        configFile: { file: configFile, text: beside.configText },
        today: options.today ?? new Date().toISOString().slice(0, 10),
        committedQuestions: beside.committedQuestions,
        golden: beside.golden,
        media: beside.media,
        unsaved: held,
      });
    },
    text: textOf,
    entries: () => [...entries.values()].flatMap(({ known }) => known.facts ?? []),
    files: allFiles,
  };

  /** A file that was never saved is there for whoever links to it. */
  function allFiles(): ReadonlySet<string> {
    return held.size === 0 ? files : new Set([...files, ...held.keys()]);
  }

  async function readBeside() {
    return {
      configText: readFileSync(join(root, configFile), "utf8"),
      committedQuestions: await readCommittedQuestions(folder, config, code),
      golden: await readGoldenFile(root, config.golden),
      media: await openMedia(folder, files),
    };
  }
}

const encoder = new TextEncoder();

/** What an editor holds is known like what is read from the disk, and kept nowhere. */
function toKnown(compiled: Awaited<ReturnType<typeof compileFile>>): KnownFile {
  return unpackFile(packFile("", compiled).meta, undefined, () => new Uint8Array());
}
