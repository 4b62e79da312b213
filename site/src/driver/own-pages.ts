import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { AstroPrerenderer, PathWithRoute } from "astro";
import type { SiteWriter } from "./former-site.ts";

/** What making the pages of a site takes. */
export interface PageMaking {
  readonly render: AstroPrerenderer["render"];
  /** The folder of the compiled pages. */
  readonly compiled: URL;
  /** The address of the site's home. */
  readonly home: URL;
  /** Whether components of the owner's stand in the pages: they may show pictures that Astro makes when all pages are rendered. */
  readonly hasSlots: boolean;
  readonly writer: SiteWriter;
}

/**
 * Makes the pages of `paths` whose `cacheKey` says what they show, and returns the other paths. Those that were made of the
 * same code before are taken over.
 */
export async function makeOwnPages(
  paths: readonly PathWithRoute[],
  { render, compiled, home, hasSlots, writer }: PageMaking,
): Promise<PathWithRoute[]> {
  const code = await codeOfPages(compiled);
  const others: PathWithRoute[] = [];
  for (const path of paths) {
    const { pathname, route, cacheKey } = path;
    if (cacheKey === undefined || route.type !== "page" || route.origin === "project") {
      others.push(path);
      continue;
    }
    const place = pathname.replace(/^\/|\/$/g, "").replace(/.$/, "$&/");
    const file = `${place}index.html`;
    const key = `${code} ${cacheKey}`;
    if (writer.take(file, key)) continue;
    const request = new Request(new URL(encodeURI(place), home));
    const result = await render(request, { routeData: route, collectMetadata: hasSlots }).catch((error: unknown) => {
      throw withPlace(error, route.component);
    });
    const { response, metadata } = result instanceof Response ? { response: result } : result;
    const pictures = [...(metadata?.staticImages ?? []), ...(metadata?.referencedImages ?? [])];
    writer.write(file, new Uint8Array(await response.arrayBuffer()), pictures.length === 0 ? key : undefined);
    // The search index is fed between pages.
    await nextTurn();
    await writer.room();
  }
  return others;
}

/** Names the compiled pages, and the files whose addresses they hold, by a hash. */
async function codeOfPages(compiled: URL): Promise<string> {
  const files = (await readdir(compiled, { recursive: true })).filter((name) => name.endsWith(".mjs")).sort();
  // What times and lists are written like is Node's.
  const hash = createHash("sha256").update(process.version);
  for (const file of files) {
    const code = await readFile(new URL(file, compiled), "utf8");
    // Made anew in each build, for what static sites have not.
    hash.update(code.replace(/"key":"[^"]*"/, ""));
  }
  return hash.digest("base64url");
}

/** As Astro tells where a page failed. */
function withPlace(error: unknown, component: string): unknown {
  if (error instanceof Error && !("id" in error)) return Object.assign(error, { id: component });
  return error;
}
