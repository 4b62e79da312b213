import { join, resolve } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { configFiles } from "../config/load.ts";
import { type LoadOptions, openReader, type Reader } from "./load.ts";
import type { LocalKnowledgeBase } from "./types.ts";

/** How `watchKnowledgeBase` reads and whom it tells. */
export interface WatchOptions extends LoadOptions {
  /** Told the new knowledge base after files changed, or the error where it cannot be read at all. */
  readonly onChange: (change: { readonly kb: LocalKnowledgeBase } | { readonly error: Error }) => void;
}

/** A knowledge base that is followed. */
export interface Watched {
  readonly kb: LocalKnowledgeBase;
  readonly close: () => Promise<void>;
}

/** Waits for the rest of a save of many files; short enough not to be felt. */
const settleMs = 30;

/** Reads a knowledge base and follows its files; an edit compiles what changed and tells the new one. */
export async function watchKnowledgeBase(options: WatchOptions): Promise<Watched> {
  const root = resolve(options.root);
  let reader = await openReader(options);
  const kb = await load(reader, options);
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let again = false;
  let closed = false;
  let configChanged = false;

  let settings = new Set(await configFiles(root));
  const watcher: FSWatcher = watch(followed(root, reader, settings), {
    ignoreInitial: true,
    ignored: (path) => /[\\/](?:\.git|node_modules|\.knowhow)(?:[\\/]|$)/.test(path),
  });
  watcher.on("all", (_event, path) => {
    configChanged ||= settings.has(resolve(path));
    clearTimeout(timer);
    timer = setTimeout(refresh, settleMs);
  });
  await new Promise<void>((ready) => watcher.once("ready", ready));
  return {
    kb,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await watcher.close();
    },
  };

  async function refresh(): Promise<void> {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      if (configChanged) {
        configChanged = false;
        // Also where it is wrong now: the file to mend may be a new one.
        settings = new Set([...settings, ...(await configFiles(root))]);
        watcher.add([...settings]);
        reader = await openReader(options);
        watcher.add(followed(root, reader, settings));
      }
      const next = await load(reader, options);
      if (!closed) options.onChange({ kb: next });
    } catch (cause) {
      if (!closed) options.onChange({ error: cause instanceof Error ? cause : new Error(String(cause)) });
    } finally {
      busy = false;
      if (again) {
        again = false;
        void refresh();
      }
    }
  }
}

function followed(root: string, { folder, config }: Reader, settings: ReadonlySet<string>): string[] {
  return [folder, ...settings, join(root, config.golden)];
}

async function load(reader: Reader, options: LoadOptions): Promise<LocalKnowledgeBase> {
  const { content, diagnostics } = await reader.read({ withContent: true });
  return reader.toKnowledgeBase(content, diagnostics, options);
}
