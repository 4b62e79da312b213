import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import { cleanUp } from "./cleanup.ts";

/** A folder served over HTTP. */
export type StaticHost = {
  /** The address of the folder, with a slash at its end: `http://127.0.0.1:40123/help/`. */
  readonly url: string;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/**
 * Serves a folder on a free port of the loopback address, as a plain static host does: files, `index.html` of folders,
 * `404.html` for the rest, and no headers of its own (no CSP). Files are read anew for every request.
 *
 * @param options.base - The path under which the folder lies, such as `/help/`; `/` unless told.
 *   Paths outside it are answered with a bare 404.
 */
export async function serve(folder: string, options: { readonly base?: string } = {}): Promise<StaticHost> {
  const base = `/${(options.base ?? "").split("/").filter(Boolean).join("/")}/`.replace("//", "/");
  const files = sirv(folder, { dev: true, etag: true });

  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    if (!url.startsWith(base)) {
      response.writeHead(404).end();
      return;
    }
    request.url = url.slice(base.length - 1);
    files(request, response, () => notFound(folder, response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });

  const close = cleanUp(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo; // `listen` with a port never yields a pipe's name.
  return { url: `http://127.0.0.1:${port}${base}`, close, [Symbol.asyncDispose]: close };
}

async function notFound(folder: string, response: ServerResponse): Promise<void> {
  const page = await readFile(join(folder, "404.html")).catch(() => undefined);
  response.writeHead(404, page ? { "Content-Type": "text/html;charset=utf-8" } : {}).end(page);
}
