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
  return {
    name: "knowhow:dev",
    apply: "serve",
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
