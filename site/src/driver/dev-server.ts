import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { LocalKnowledgeBase, ResolvedConfig } from "@knowhow/core";
import type { AstroIntegration } from "astro";
import type { ViteDevServer } from "vite";
import { astroConfig, silenceAstro } from "./astro-config.ts";
import { devPlugin } from "./dev-plugin.ts";
import type { DevSearch } from "./dev-search.ts";
import { listenFailure } from "./listen.ts";
import { packageFolders } from "./packages.ts";
import { privateFolders } from "./private-folders.ts";

/** Astro's development server for a knowledge base. */
export interface AstroServer {
  readonly vite: ViteDevServer;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Starts Astro's development server; the data of `root` has been published. */
export async function startAstro(options: {
  readonly root: string;
  readonly config: ResolvedConfig;
  readonly port: number;
  readonly host: string;
  readonly newest: () => LocalKnowledgeBase;
  readonly search: DevSearch;
}): Promise<AstroServer> {
  const { root, port, host } = options;
  const { folder, cache } = privateFolders(root);
  const project = join(folder, "dev");
  await mkdir(project, { recursive: true });
  silenceAstro(process.env);
  process.chdir(project);

  let vite: ViteDevServer | undefined;
  const integration: AstroIntegration = {
    name: "knowhow:dev",
    hooks: {
      "astro:server:setup": ({ server }) => {
        vite = server;
      },
    },
  };
  const config = await astroConfig(
    { root, project, output: join(project, "site"), cache: join(cache, "astro-dev") },
    options.config,
  );
  try {
    const { dev } = await import("astro");
    const server = await dev({
      ...config,
      server: { port, host },
      integrations: [...(config.integrations ?? []), integration],
      vite: {
        ...config.vite,
        plugins: [devPlugin(root, options.newest, options.search)],
        server: { strictPort: true, fs: { strict: true, allow: [root, ...packageFolders] } },
      },
    });
    if (vite === undefined) throw new Error("Astro has started without its server.");
    return { vite, port: server.address.port, stop: () => server.stop() };
  } catch (error) {
    await vite?.close();
    throw (error instanceof Error && listenFailure(error, port, host)) || error;
  }
}
