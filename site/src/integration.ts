import { fileURLToPath } from "node:url";
import type { ResolvedConfig } from "@knowhow/core";
import type { AstroIntegration } from "astro";
import { knowhowModules, resolveFromSitePackage, withoutPreloads } from "./driver/vite-plugins.ts";
import { routesOf } from "./routes/table.ts";

/** From `src/` and, packed, from `dist/` alike: Vite compiles the pages from their sources. */
const routesFolder = new URL("../src/routes/", import.meta.url);

/** The browser code of every page. Astro loses a `<script>` of an `.astro` file on another branch of the disk than its project. */
const browserCode = fileURLToPath(new URL("../src/client/main.ts", import.meta.url));
const devClient = fileURLToPath(new URL("../src/driver/dev-client.ts", import.meta.url));

/**
 * Makes an Astro site the knowledge base of `root`: adds its routes in every locale and the modules that they import.
 * Its data must have been published for `root` before a page is rendered.
 */
export function knowhow(root: string, config: ResolvedConfig): AstroIntegration {
  const prefixes = Object.keys(config.locales)
    .filter((locale) => locale !== config.defaultLocale)
    .map((locale) => locale.toLowerCase());
  return {
    name: "@knowhow/site",
    hooks: {
      "astro:config:setup": ({ command, injectRoute, injectScript, updateConfig }) => {
        for (const { pattern, file } of routesOf(prefixes)) {
          injectRoute({ pattern, entrypoint: new URL(file, routesFolder), prerender: true });
        }
        injectScript("page", `import ${JSON.stringify(browserCode)};`);
        if (command === "dev") injectScript("page", `import ${JSON.stringify(devClient)};`);
        updateConfig({
          vite: { plugins: [withoutPreloads(), resolveFromSitePackage(), knowhowModules(root, config)] },
        });
      },
    },
  };
}
