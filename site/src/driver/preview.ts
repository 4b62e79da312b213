import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, sep } from "node:path";
import type { ResolvedConfig } from "@knowhow/core";
import { contentSecurityPolicy } from "../csp.ts";
import { failure } from "./failure.ts";
import { listen } from "./listen.ts";
import type { RunningServer } from "./running-server.ts";

/** What a preview needs. */
export interface PreviewOptions {
  /** The folder of the built site, absolute. */
  readonly folder: string;
  readonly config: ResolvedConfig;
  /** 0 takes any free port. */
  readonly port: number;
}

/**
 * Serves a built site as a good web server would: under its base, with its Content-Security-Policy, its 404 page, and
 * folders that redirect to their slash. Files are read anew for each request, so that a new build shows at once.
 */
export async function startPreview({ folder, config, port }: PreviewOptions): Promise<RunningServer> {
  if (!(await isFile(join(folder, "index.html")))) {
    throw failure("usage", `There is no site in ${folder}. Make it with knowhow build.`);
  }
  // Loading what speaks HTTP takes longer than starting any other command.
  const [{ createServer }, { default: sirv }] = await Promise.all([import("node:http"), import("sirv")]);
  const files = sirv(folder, { dev: true, etag: true, setHeaders: nameType });
  const headers = new Map([
    ["Content-Security-Policy", contentSecurityPolicy(config.csp)],
    ["X-Content-Type-Options", "nosniff"],
  ]);
  const server = createServer(async (request, response) => {
    response.setHeaders(headers);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    const way = route(request, config.base);
    if ("redirect" in way) return redirect(response, way.redirect);
    if (way.path === undefined) return notFound(folder, response);
    if (await isFolder(folder, way.path)) return redirect(response, slashed(request.url ?? "/"));
    request.url = way.path;
    files(request, response, () => notFound(folder, response));
  });
  const taken = await listen(server, port, "localhost");
  return {
    url: `http://localhost:${taken}${config.base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Where a request leads: below the base, to the home page for the bare host, else nowhere. */
function route(request: IncomingMessage, base: string): { readonly path?: string } | { readonly redirect: string } {
  const url = request.url ?? "/";
  if (url.startsWith(base)) return { path: `/${url.slice(base.length)}` };
  const path = url.split("?", 1)[0] ?? "";
  return path === "/" || `${path}/` === base ? { redirect: base + url.slice(path.length) } : {};
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { Location: location }).end();
}

function slashed(url: string): string {
  const query = url.indexOf("?");
  return query < 0 ? `${url}/` : `${url.slice(0, query)}/${url.slice(query)}`;
}

async function notFound(folder: string, response: ServerResponse): Promise<void> {
  const page = await readFile(join(folder, "404.html")).catch(() => "There is nothing here.");
  response.writeHead(404, { "Content-Type": "text/html;charset=utf-8" }).end(page);
}

/** The parts of a search index have endings that no list of types knows; text is taken for UTF-8 only where that is said. */
function nameType(response: ServerResponse, path: string): void {
  if (/\.(pagefind|pf_\w+)$/.test(path)) response.setHeader("Content-Type", "application/octet-stream");
  const text = /\.(md|txt)$/.exec(path)?.[1];
  if (text !== undefined)
    response.setHeader("Content-Type", `text/${text === "md" ? "markdown" : "plain"};charset=utf-8`);
}

async function isFolder(folder: string, url: string): Promise<boolean> {
  const path = decode(url.split(/[?#]/, 1)[0] ?? "");
  const target = join(folder, path);
  // A second slash would make the first folder a host in the address that is redirected to.
  if (path.endsWith("/") || path.startsWith("//") || !target.startsWith(folder + sep)) return false;
  return (await stat(target).catch(() => undefined))?.isDirectory() === true;
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll("\0", "");
  } catch {
    return path;
  }
}
