import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { lock } from "@knowhow/core/node";
import { type PreparedMedia, prepareMedia } from "../media/prepare-media.ts";
import { writeSiteFiles } from "../publish/write-site-files.ts";
import { openPartCache } from "../search-index/part-cache.ts";
import { writeSearchIndex } from "../search-index/write-index.ts";
import { openAstroCache } from "./astro-cache.ts";
import { astroConfig, silenceAstro } from "./astro-config.ts";
import { browserCodeVersion } from "./browser-code.ts";
import { copyMedia } from "./copy-media.ts";
import { failureFromSystem } from "./failure.ts";
import { checkNavPages } from "./nav-pages.ts";
import { claimOutput, finishSwap, signOutput, swapOutput } from "./output.ts";
import { codeVersion } from "./packages.ts";
import { pageFailure } from "./page-failure.ts";
import { type BuiltPage, pageRendering } from "./page-rendering.ts";
import { privateFolders } from "./private-folders.ts";
import { forgetSiteData, publishSiteData } from "./registry.ts";
import { siteData } from "./site-data.ts";
import { checkThemeFiles, slotsVersion } from "./theme-files.ts";

/** What a build needs. */
export interface BuildOptions {
  /** The folder of the knowledge base. */
  readonly root: string;
  /** The knowledge base, loaded and without errors. */
  readonly kb: LocalKnowledgeBase;
  /** The folder of the site, relative to `root`. Default `dist`. */
  readonly out?: string;
  /** Called when another build of this root runs, for which this one waits. */
  readonly onWait?: () => void;
  /** Called as pages get rendered. */
  readonly onPages?: (rendered: number, all: number) => void;
}

/** What a build made. */
export interface BuildSummary {
  /** The folder of the site, absolute. */
  readonly out: string;
  readonly pages: number;
  /** How many results search can give. */
  readonly searchRecords: number;
}

/**
 * Publishes a knowledge base as a static site. The site that was there stays until the new one is whole.
 *
 * While it runs, the current directory of the process is a private folder: Astro writes beside it.
 * Throws a failure (see `failureKind`) where the folder is not to be replaced or the system refuses.
 */
export async function buildSite(options: BuildOptions): Promise<BuildSummary> {
  const root = resolve(options.root);
  const { kb } = options;
  const folders = privateFolders(root);
  try {
    const claim = () => claimOutput(root, resolve(root, kb.config.content), resolve(root, options.out ?? "dist"));
    await claim();
    await checkThemeFiles(root, kb.config);
    const release = await lock(folders.lockFile, options.onWait ?? (() => undefined));
    try {
      await finishSwap(folders.journal);
      const out = await claim();
      const site = await makeSite(root, kb, options.onPages);
      await swapOutput(root, site.folder, out);
      return { out, pages: site.pages, searchRecords: site.searchRecords };
    } finally {
      await finishSwap(folders.journal);
      await rm(folders.build, { recursive: true, force: true });
      await release();
    }
  } catch (error) {
    throw failureFromSystem(error) ?? error;
  }
}

/** Makes the whole site in a private folder. */
async function makeSite(root: string, kb: LocalKnowledgeBase, onPages: BuildOptions["onPages"]) {
  const folders = privateFolders(root);
  const folder = join(folders.build, "site");
  const index = join(folders.build, "index");
  await rm(folders.build, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const code = await codeVersion();
  const cache = openPartCache(folders.searchCache);
  const media = await prepareMedia(kb, folders.mediaCache);
  // Pagefind is a process of its own, which indexes while this one renders.
  const searchIndex = writeSearchIndex(index, { kb, cache, code });
  const written = renderPages(root, kb, folder, { code, media }, onPages).then(async ({ pages, plan }) => {
    await writeSiteFiles({ kb, folder, pages: plan, imageCache: folders.imageCache });
    return pages;
  });
  const [pages, searchRecords] = await bothSettled(written, searchIndex);
  await rename(index, join(folder, "pagefind"));
  await copyMedia(kb, media.drawings, folder);
  await media.write(folder);
  await checkNavPages(folder, kb.config);
  await signOutput(folder);
  return { folder, pages, searchRecords };
}

async function renderPages(
  root: string,
  kb: LocalKnowledgeBase,
  output: string,
  { code, media }: { readonly code: string; readonly media: PreparedMedia },
  onPages: BuildOptions["onPages"],
) {
  const folders = privateFolders(root);
  const cacheFolder = join(folders.cache, "astro");
  const [browserCode, slots] = await Promise.all([browserCodeVersion(root, kb.config), slotsVersion(root, kb.config)]);
  const cache = await openAstroCache(cacheFolder, code + browserCode + slots);
  const config = await astroConfig({ root, project: folders.build, output, cache: cacheFolder }, kb.config);
  let pages = 0;
  let plan: readonly BuiltPage[] = [];
  const rendering = pageRendering({
    onPages: (rendered, all) => {
      pages = all;
      onPages?.(rendered, all);
    },
    onPlan: (planned) => {
      plan = planned;
    },
  });
  const cwd = process.cwd();
  silenceAstro(process.env);
  process.chdir(folders.build);
  publishSiteData(root, siteData(kb, media));
  try {
    // Astro takes half a second to load, which commands that build nothing need not wait for.
    const { build } = await import("astro");
    await build({
      ...config,
      // What fails is thrown, and told once.
      logLevel: "silent",
      integrations: [...(config.integrations ?? []), rendering],
      experimental: { incrementalBuild: true },
      // The compiled pages run in a folder from which no package can be found.
      vite: { ...config.vite, ssr: { noExternal: true } },
    });
  } catch (error) {
    throw failureFromSystem(error) ?? (error instanceof Error ? pageFailure(error, root, folders.build) : error);
  } finally {
    forgetSiteData(root);
    process.chdir(cwd);
  }
  await cache.keep();
  return { pages, plan };
}

/** Waits for both even when one fails: what is still running must not write into a folder that is being removed. */
async function bothSettled<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b]);
  return [await a, await b];
}
