import { resolve } from "node:path";
import type { LocalKnowledgeBase } from "@knowhow/core";
import { watchKnowledgeBase } from "@knowhow/core/node";
import { refresh } from "./dev-plugin.ts";
import { createDevSearch } from "./dev-search.ts";
import { startAstro } from "./dev-server.ts";
import { failureFromSystem } from "./failure.ts";
import { keepLastGood } from "./last-good.ts";
import { checkPort } from "./listen.ts";
import { siteCaches } from "./private-folders.ts";
import { forgetSiteData, publishSiteData } from "./registry.ts";
import type { RunningServer } from "./running-server.ts";
import { devSiteData } from "./site-data.ts";
import { checkThemeFiles } from "./theme-files.ts";

/** What the development server needs, and whom it tells. */
export interface DevOptions {
  /** The folder of the knowledge base. */
  readonly root: string;
  /** The site that is served, where several are published; default: the first. */
  readonly audience?: string | undefined;
  /** Shows drafts, too, each marked as one. Default false. */
  readonly drafts?: boolean | undefined;
  /** 0 takes any free port. */
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  /** Told the knowledge base at the start and after every edit, mistakes and all. */
  readonly onContent: (kb: LocalKnowledgeBase) => void;
  /** Told the address of the home page from now on, when an edit of the configuration changes it. */
  readonly onMove: (url: string) => void;
  /** Told why an edit could not be followed, such as a mistake in the configuration. */
  readonly onError: (error: unknown) => void;
}

/**
 * Serves a knowledge base while it is being written: an edit shows in the open pages, search follows a moment later.
 * While it runs, the current directory of the process is a private folder, as for `buildSites`.
 */
export async function startDev(options: DevOptions): Promise<RunningServer> {
  const root = resolve(options.root);
  const closers: (() => unknown)[] = [() => forgetSiteData(root)];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    await checkPort(options.port, options.host);
    const early: LocalKnowledgeBase[] = [];
    let follow = (kb: LocalKnowledgeBase): void => void early.push(kb);
    const watched = await watchKnowledgeBase({
      root,
      audience: options.audience,
      drafts: options.drafts ?? false,
      onChange: (change) => ("kb" in change ? follow(change.kb) : options.onError(change.error)),
    });
    closers.push(watched.close);
    const search = createDevSearch(siteCaches(root, options.audience).search, options.onError);
    closers.push(search.close);

    let kb = watched.kb;
    const show = async (next: LocalKnowledgeBase, previous?: LocalKnowledgeBase) => {
      options.onContent(next);
      kb = await keepLastGood(next, previous);
      publishSiteData(root, devSiteData(kb));
      search.update(kb);
    };
    const serve = async (port: number) => {
      await checkThemeFiles(root, kb.config);
      return startAstro({ root, config: kb.config, port, host: options.host, newest: () => kb, search });
    };
    await show(kb);
    let server = await serve(options.port);
    const host = options.host.includes(":") ? `[${options.host}]` : options.host;
    const address = () => `http://${host}:${server.port}${kb.config.base}`;
    closers.push(() => server.stop());

    // Edits that come while one is being shown wait their turn.
    let turn: Promise<void> = Promise.resolve();
    follow = (next) => {
      turn = turn
        .then(async () => {
          const previous = kb;
          if (JSON.stringify(previous.config) === JSON.stringify(next.config)) {
            await show(next, previous);
            refresh(server.vite, kb);
          } else {
            // The configuration decides which routes there are, and the base of their addresses.
            const before = address();
            await server.stop();
            await show(next);
            server = await serve(server.port);
            if (address() !== before) options.onMove(address());
          }
        })
        .catch(options.onError);
    };
    closers.push(() => turn);
    for (const next of early) follow(next);
    return { url: address(), close };
  } catch (error) {
    await close();
    throw failureFromSystem(error) ?? error;
  }
}
