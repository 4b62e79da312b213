import { join, resolve } from "node:path";
import type { FSWatcher } from "chokidar";
import { configFiles } from "../config/load.ts";
import type { FieldsOf, NoFields, OwnFields } from "../model/own-fields.ts";
import {
  type CheckOptions,
  type CheckResult,
  type LoadOptions,
  openReader,
  type Reader,
  type ReadOptions,
  resultOf,
} from "./load.ts";
import type { LocalKnowledgeBase } from "./types.ts";

/** How `watchKnowledgeBase` reads and whom it tells. `F` are the own fields of the site. */
export interface WatchOptions<F extends OwnFields = NoFields> extends LoadOptions {
  /** Told the new knowledge base after files changed, or the error where it cannot be read at all. */
  readonly onChange: (change: { readonly kb: LocalKnowledgeBase<F> } | { readonly error: Error }) => void;
}

/** A knowledge base that is followed. `F` are the own fields of the site. */
export interface Watched<F extends OwnFields = NoFields> {
  readonly kb: LocalKnowledgeBase<F>;
  readonly close: () => Promise<void>;
}

/** How `watchCheck` checks and whom it tells. */
export interface WatchCheckOptions extends CheckOptions {
  /** Told what a check finds after files changed, or the error where they cannot be checked at all. */
  readonly onChange: (change: { readonly result: CheckResult } | { readonly error: Error }) => void;
}

/** A check that is repeated. */
export interface WatchedCheck {
  /** What the first check found. */
  readonly result: CheckResult;
  readonly close: () => Promise<void>;
}

/**
 * Reads a knowledge base and follows its files; an edit compiles what changed and tells the new one. `C` is the type of its
 * configuration, as for `loadKnowledgeBase`: `watchKnowledgeBase<typeof config>({ … })`. Throws as that does.
 */
export async function watchKnowledgeBase<C = unknown>(
  options: WatchOptions<FieldsOf<C>>,
): Promise<Watched<FieldsOf<C>>> {
  const { first, close } = await follow(
    options,
    async (reader) => {
      const { content, diagnostics } = await reader.read({ withContent: true });
      const kb: LocalKnowledgeBase = reader.toKnowledgeBase(content, diagnostics, options);
      // Front matter is read with the configuration in the root, which the caller says is of this type.
      return kb as unknown as LocalKnowledgeBase<FieldsOf<C>>;
    },
    (change) => options.onChange("next" in change ? { kb: change.next } : change),
  );
  return { kb: first, close };
}

/** Checks a knowledge base and follows its files; an edit compiles what changed, and everything is checked again. */
export async function watchCheck(options: WatchCheckOptions): Promise<WatchedCheck> {
  const { since } = options;
  const { first, close } = await follow(
    options,
    async (reader) => resultOf(await reader.read({ withContent: false, since })),
    (change) => options.onChange("next" in change ? { result: change.next } : change),
  );
  return { result: first, close };
}

/** Waits for the rest of a save of many files; short enough not to be felt. */
const settleMs = 30;

/** Loads from a content folder, and again after each change in it. */
async function follow<T>(
  options: ReadOptions,
  load: (reader: Reader) => Promise<T>,
  tell: (change: { readonly next: T } | { readonly error: Error }) => void,
): Promise<{ readonly first: T; readonly close: () => Promise<void> }> {
  const root = resolve(options.root);
  let reader = await openReader(options);
  let timer: NodeJS.Timeout | undefined;
  // Until the first time is over, too.
  let busy = true;
  let again = false;
  let closed = false;
  let configChanged = false;

  let settings = new Set(await configFiles(root));
  const { watch } = await import("chokidar");
  const watcher: FSWatcher = watch(followed(root, reader, settings), {
    ignoreInitial: true,
    ignored: (path) => /[\\/](?:\.git|node_modules|\.knowhow)(?:[\\/]|$)/.test(path),
  });
  const close = async () => {
    closed = true;
    clearTimeout(timer);
    await watcher.close();
  };
  watcher.on("all", (_event, path) => {
    configChanged ||= settings.has(resolve(path));
    clearTimeout(timer);
    timer = setTimeout(refresh, settleMs);
  });
  try {
    // Followed before they are read, so that no edit falls in between.
    await new Promise<void>((ready) => watcher.once("ready", ready));
    const first = await load(reader);
    goOn();
    return { first, close };
  } catch (cause) {
    await close();
    throw cause;
  }

  function goOn(): void {
    busy = false;
    if (!again || closed) return;
    again = false;
    void refresh();
  }

  async function refresh(): Promise<void> {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const isConfigNew = configChanged;
    configChanged = false;
    try {
      if (isConfigNew) {
        // Also where it is wrong now: the file to mend may be a new one.
        settings = new Set([...settings, ...(await configFiles(root))]);
        watcher.add([...settings]);
        reader = await openReader(options);
        watcher.add(followed(root, reader, settings));
      }
      const next = await load(reader);
      if (!closed) tell({ next });
    } catch (cause) {
      // What was read with the configuration of before would hide that nobody can read the one of now.
      configChanged ||= isConfigNew;
      if (!closed) tell({ error: cause instanceof Error ? cause : new Error(String(cause)) });
    } finally {
      goOn();
    }
  }
}

function followed(root: string, { folder, config }: Reader, settings: ReadonlySet<string>): string[] {
  return [folder, ...settings, join(root, config.golden)];
}
