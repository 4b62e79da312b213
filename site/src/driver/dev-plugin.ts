import { unwatchFile, watchFile } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, dirname } from "node:path";
import type { Diagnostic, LocalKnowledgeBase } from "@knowhow/core";
import sirv from "sirv";
import type { Plugin, ViteDevServer } from "vite";
import { serveSiteFile } from "./dev-files.ts";
import type { DevSearch } from "./dev-search.ts";
import { contentEvent } from "./vite-plugins.ts";

/** The name of the message that takes the mistakes to the open pages, and of the one by which a page asks for them. */
const mistakesEvent = "knowhow:mistakes";
const helloEvent = "knowhow:hello";

/** Serves search, media and what else is no page, and brings mistakes to the open pages. `newest` gives the knowledge base of the moment. */
export function devPlugin(root: string, newest: () => LocalKnowledgeBase, search: DevSearch): Plugin {
  let endWaiting = (): void => {};
  return {
    name: "knowhow:dev",
    apply: "serve",
    buildEnd: () => endWaiting(),
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        search
          .serve(request, response)
          .then(async (served) => {
            if (served || (await serveSiteFile(root, newest(), request, response))) return;
            serveMedia(newest(), request, response, next);
          })
          .catch(next);
      });
      endWaiting = loadReturned(server);
      server.ws.on(helloEvent, (_data, client) => client.send(mistakesEvent, mistakesOf(newest())));
    },
  };
}

function serveMedia(
  kb: LocalKnowledgeBase,
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): void {
  // Astro has taken the base off.
  const url = `${kb.config.base}${(request.url ?? "").slice(1).split("?", 1)[0]}`;
  const media = kb.media.find((one) => one.url === url);
  if (media === undefined) {
    next();
  } else {
    request.url = `/${encodeURI(basename(media.path))}`;
    sirv(dirname(media.path), { dev: true })(request, response, next);
  }
}

/** How often to look whether a deleted module is there again, in milliseconds. */
const lookAfter = 500;

/**
 * Has modules of the owner's that were deleted and are there again (another branch was checked out, and this one) loaded anew:
 * else the server goes on saying that they cannot be imported, as it no longer watches them. Returns what ends the waiting.
 */
function loadReturned({ environments, watcher }: ViteDevServer): () => void {
  const missing = new Set<string>();
  const forget = (path: string): void => {
    missing.delete(path);
    unwatchFile(path);
  };
  const loadAnew = (): void => {
    for (const { moduleGraph, hot } of Object.values(environments)) {
      moduleGraph.invalidateAll();
      hot.send({ type: "full-reload" });
    }
  };
  watcher.on("unlink", (path) => {
    const file = path.replaceAll("\\", "/");
    if (missing.has(path) || !Object.values(environments).some((one) => one.moduleGraph.getModulesByFile(file))) return;
    missing.add(path);
    watchFile(path, { interval: lookAfter, persistent: false }, ({ nlink }) => {
      if (nlink === 0) return;
      forget(path);
      loadAnew();
    });
  });
  return () => missing.forEach(forget);
}

/** Makes the open pages show the newest content, and its mistakes. */
export function refresh(server: ViteDevServer, kb: LocalKnowledgeBase): void {
  for (const environment of Object.values(server.environments)) {
    environment.hot.send(contentEvent, {});
    // Astro remembers what getStaticPaths gave.
    environment.hot.send("astro:content-changed", {});
  }
  server.ws.send(mistakesEvent, mistakesOf(kb));
  server.ws.send({ type: "full-reload" });
}

function mistakesOf(kb: LocalKnowledgeBase): readonly Diagnostic[] {
  return kb.diagnostics.filter(({ severity }) => severity === "error");
}
