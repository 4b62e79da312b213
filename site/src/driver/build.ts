import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Ref } from "@knowhow/core";
import type { LocalKnowledgeBase } from "@knowhow/core/node";
import { lock } from "@knowhow/core/node";
import { type OnMedia, prepareMedia } from "../media/prepare-media.ts";
import { writeSiteFiles } from "../publish/write-site-files.ts";
import { openPartCache } from "../search-index/part-cache.ts";
import { writeSearchIndex } from "../search-index/write-index.ts";
import { astroConfig, silenceAstro, type Workplace } from "./astro-config.ts";
import { copyMedia } from "./copy-media.ts";
import { failureFromSystem } from "./failure.ts";
import { openFileWriter } from "./file-writer.ts";
import { type FormerSite, openFormerSite, type SiteWriter } from "./former-site.ts";
import { checkNavPages } from "./nav-pages.ts";
import { claimOutput, finishSwap, signOutput, swapOutputs } from "./output.ts";
import { codeVersion } from "./packages.ts";
import { pageFailure } from "./page-failure.ts";
import { type BuiltPage, pageRendering } from "./page-rendering.ts";
import { privateFolders, siteCaches } from "./private-folders.ts";
import { forgetSiteData, publishSiteData } from "./registry.ts";
import { type SiteData, siteData } from "./site-data.ts";
import { checkThemeFiles } from "./theme-files.ts";

/** A site that is to be made. */
export interface SiteToBuild {
  /** Its name, where several are published; undefined for the only one. */
  readonly name?: string | undefined;
  /** What it shows: loaded and without errors. */
  readonly kb: LocalKnowledgeBase;
  /** Its folder, relative to the root. */
  readonly out: string;
}

/** What a build needs. */
export interface BuildOptions {
  /** The folder of the knowledge base. */
  readonly root: string;
  readonly sites: readonly SiteToBuild[];
  /** Called when another build of this root runs, for which this one waits. */
  readonly onWait?: () => void;
  /** Called as the files beside the content of a site get ready: photographs take their time. */
  readonly onMedia?: (ready: number, all: number, site: SiteToBuild) => void;
  /** Called as the pages of a site get rendered. */
  readonly onPages?: (rendered: number, all: number, site: SiteToBuild) => void;
}

/** What a build made of a site. */
export interface BuildSummary {
  /** The folder of the site, absolute. */
  readonly out: string;
  readonly pages: number;
  /** How many results search can give. */
  readonly searchRecords: number;
}

/**
 * Publishes a knowledge base as static sites, one after the other, in the order in which they are given. The sites that
 * were there stay until all new ones are whole.
 *
 * While it runs, the current directory of the process is a private folder: Astro writes beside it.
 * Throws a failure (see `failureKind`) where a folder is not to be replaced or the system refuses.
 */
export async function buildSites(options: BuildOptions): Promise<readonly BuildSummary[]> {
  const root = resolve(options.root);
  const { sites } = options;
  const folders = privateFolders(root);
  try {
    for (const { kb } of sites) await checkThemeFiles(root, kb.config);
    const release = await lock(folders.lockFile, options.onWait ?? (() => undefined));
    try {
      await finishSwap(folders.journal);
      const outs = await Promise.all(
        sites.map(({ kb, out }) => claimOutput(root, resolve(root, kb.config.content), resolve(root, out))),
      );
      await rm(folders.build, { recursive: true, force: true });
      const made = [];
      for (const [i, site] of sites.entries()) {
        const progress: SiteProgress = {
          onMedia: (ready, all) => options.onMedia?.(ready, all, site),
          onPages: (rendered, all) => options.onPages?.(rendered, all, site),
        };
        const files = openFileWriter();
        const former = openFormerSite(siteCaches(root, site.name).list, outs[i] ?? "", files);
        const workplace = join(folders.build, String(i));
        const { folder, ...counts } = await makeSite(root, site, workplace, former, progress).finally(files.close);
        made.push({ staged: { folder, out: outs[i] ?? "" }, former, counts });
      }
      await swapOutputs(
        root,
        made.map(({ staged }) => staged),
      );
      for (const { former } of made) former.replaced();
      return made.map(({ staged, counts }) => ({ out: staged.out, ...counts }));
    } finally {
      await finishSwap(folders.journal);
      await rm(folders.build, { recursive: true, force: true });
      await release();
    }
  } catch (error) {
    throw failureFromSystem(error) ?? error;
  }
}

type OnPages = (rendered: number, all: number) => void;

interface SiteProgress {
  readonly onMedia: OnMedia;
  readonly onPages: OnPages;
}

/** Makes a whole site in a private folder. */
async function makeSite(
  root: string,
  { kb, name }: SiteToBuild,
  workplace: string,
  former: FormerSite,
  { onMedia, onPages }: SiteProgress,
) {
  const caches = siteCaches(root, name);
  const folder = join(workplace, "site");
  const index = join(workplace, "index");
  await mkdir(folder, { recursive: true });
  const code = await codeVersion();
  const cache = openPartCache(caches.search);
  const media = await prepareMedia(kb, caches.media, onMedia);
  // Pagefind is a process of its own, which indexes while this one renders.
  const searchIndex = writeSearchIndex(former.into(index, "pagefind/"), { kb, cache, code });
  const place = { root, project: workplace, output: folder, cache: caches.astro };
  const data = siteData(kb, media);
  const writer = former.into(folder);
  const written = renderPages(place, data, writer, onPages).then(async ({ pages, plan }) => {
    const entryKey = (ref: Ref, locale: string) => `${code} ${data.entryKey(ref, locale)}`;
    await writeSiteFiles({ kb, folder, writer, pages: plan, entryKey, imageCache: caches.images });
    return pages;
  });
  const [pages, searchRecords] = await bothSettled(written, searchIndex);
  await former.settled();
  await rename(index, join(folder, "pagefind"));
  await copyMedia(kb, media, folder);
  await checkNavPages(folder, kb.config);
  await signOutput(folder);
  return { folder, pages, searchRecords };
}

async function renderPages(place: Workplace, data: SiteData, writer: SiteWriter, onPages: OnPages) {
  const { root, project } = place;
  silenceAstro(process.env);
  const config = await astroConfig(place, data.kb.config);
  let pages = 0;
  let plan: readonly BuiltPage[] = [];
  const rendering = pageRendering({
    writer,
    hasSlots: Object.keys(data.kb.config.theme.slots).length > 0,
    onPages: (rendered, all) => {
      pages = all;
      onPages(rendered, all);
    },
    onPlan: (planned) => {
      plan = planned;
    },
  });
  const cwd = process.cwd();
  process.chdir(project);
  publishSiteData(root, data);
  try {
    // Astro takes half a second to load, which commands that build nothing need not wait for.
    const { build } = await import("astro");
    await build({
      ...config,
      // What fails is thrown, and told once.
      logLevel: "silent",
      integrations: [...(config.integrations ?? []), rendering],
      // The compiled pages run in a folder from which no package can be found.
      vite: { ...config.vite, ssr: { noExternal: true } },
    });
  } catch (error) {
    throw failureFromSystem(error) ?? (error instanceof Error ? pageFailure(error, root, project) : error);
  } finally {
    forgetSiteData(root);
    process.chdir(cwd);
  }
  return { pages, plan };
}

/** Waits for both even when one fails: what is still running must not write into a folder that is being removed. */
async function bothSettled<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b]);
  return [await a, await b];
}
