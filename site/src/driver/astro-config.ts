import { join } from "node:path";
import type { ResolvedConfig } from "@knowhow/core";
import type { AstroInlineConfig } from "astro";
import { knowhow } from "../integration.ts";

/** The folders of one run of Astro, absolute. */
export interface Workplace {
  /** The owner's folder: it holds `content/`, and perhaps `pages/` and `public/`. */
  readonly root: string;
  /** A private folder that Astro takes for its project; nothing is written outside it but the cache. */
  readonly project: string;
  /** Where the site goes, inside `project`. */
  readonly output: string;
  /** What Astro keeps from one run to the next. */
  readonly cache: string;
}

/** How Astro is set up to build or to serve the knowledge base of `config`. */
export async function astroConfig(place: Workplace, config: ResolvedConfig): Promise<AstroInlineConfig> {
  const { default: mdx } = await import("@astrojs/mdx");
  return {
    root: place.project,
    srcDir: place.root,
    publicDir: join(place.root, "public"),
    outDir: place.output,
    cacheDir: place.cache,
    configFile: false,
    logLevel: "error",
    ...(config.site === undefined ? {} : { site: config.site }),
    base: config.base,
    output: "static",
    trailingSlash: "always",
    build: { format: "directory", assets: "assets", inlineStylesheets: "never" },
    devToolbar: { enabled: false },
    markdown: { syntaxHighlight: "prism" },
    integrations: [mdx(), knowhow(place.root, config)],
    vite: {
      cacheDir: join(place.project, ".vite"),
      build: { assetsInlineLimit: 0 },
      worker: { format: "es" },
      optimizeDeps: { noDiscovery: true },
    },
  };
}

/** Keeps Astro to itself: no telemetry, no look for updates, no memory for what is over. To be called before it is loaded. */
export function silenceAstro(env: NodeJS.ProcessEnv): void {
  env.ASTRO_TELEMETRY_DISABLED = "1";
  env.ASTRO_DISABLE_UPDATE_CHECK = "true";
  // The bundler would take memory in pages so huge that 90 MB of them stay nearly empty, and keep 50 MB that it needs for a moment only.
  env.MIMALLOC_ALLOW_THP ??= "0";
  env.MIMALLOC_PURGE_DELAY ??= "0";
}
