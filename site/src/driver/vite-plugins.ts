import { join } from "node:path";
import { type ResolvedConfig, textsOf } from "@knowhow/core";
import type { Plugin } from "vite";
import { searchTextsOf } from "../locale/search-texts.ts";
import { siteDataExpression } from "./registry.ts";

/** The name of the message by which the development server tells `knowhow:site` that there is newer data. */
export const contentEvent = "knowhow:content";

/**
 * Leaves out what tells browsers of a script's own imports while they load it on demand: for chunks as small as these it
 * weighs more, on every page, than it saves on any.
 */
export function withoutPreloads(): Plugin {
  return {
    name: "knowhow:no-preloads",
    configEnvironment: (name) => (name === "client" ? { build: { modulePreload: false } } : undefined),
  };
}

/**
 * Provides `knowhow:site`, `knowhow:theme`, `knowhow:slots`, `knowhow:elements` and `knowhow:search-texts` to the site of
 * `root`.
 */
export function knowhowModules(root: string, config: ResolvedConfig): Plugin {
  const modules: Readonly<Record<string, string>> = {
    "knowhow:site": siteModule(root, config.theme.logo),
    "knowhow:theme": themeModule(root, config.theme),
    "knowhow:elements": elementsModule(root, config.blocks),
    ...searchTextModules(config),
    "knowhow:slots": slotsModule(root, config.theme.slots),
    "knowhow:accent.css": `:root { --kh-accent: ${config.theme.accent}; }`,
  };
  return {
    name: "knowhow:modules",
    enforce: "pre",
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => (id.startsWith("\0") ? modules[id.slice(1)] : undefined),
  };
}

function siteModule(root: string, logo: string | undefined): string {
  return [
    logo === undefined ? "const logo = undefined;" : `import logo from ${JSON.stringify(`${join(root, logo)}?url`)};`,
    'import { textsOf as textsIn } from "@knowhow/core";',
    "export const assets = { logo };",
    "export const textsOf = (locale) => textsIn(locale, kb.config);",
    "export let kb, shellKey, cacheKey, entryKey, csp, media;",
    `const take = () => { ({ kb, shellKey, cacheKey, entryKey, csp, media } = ${siteDataExpression(root)}); };`,
    "take();",
    // Importers see new values through their bindings, so that an edit loads no module anew.
    `import.meta.hot?.on(${JSON.stringify(contentEvent)}, take);`,
  ].join("\n");
}

/** A module for each locale, so that browsers load the texts of one. */
function searchTextModules(config: ResolvedConfig): Readonly<Record<string, string>> {
  const modules = Object.keys(config.locales).map((locale) => ({
    locale,
    id: `knowhow:search-texts/${locale}`,
    code: `export default ${JSON.stringify(searchTextsOf(textsOf(locale, config)))};`,
  }));
  const loaders = modules.map(({ locale, id }) => `${JSON.stringify(locale)}: () => import(${JSON.stringify(id)})`);
  return {
    "knowhow:search-texts": `export const searchTexts = { ${loaders.join(", ")} };`,
    ...Object.fromEntries(modules.map(({ id, code }) => [id, code])),
  };
}

function themeModule(root: string, { accent, css }: ResolvedConfig["theme"]): string {
  const files = [
    ...(accent === undefined ? [] : ["knowhow:accent.css"]),
    ...(css === undefined ? [] : [join(root, css)]),
  ];
  return files.map((file) => `import ${JSON.stringify(file)};`).join("\n");
}

function slotsModule(root: string, slots: ResolvedConfig["theme"]["slots"]): string {
  const given = Object.entries(slots).flatMap(([name, file]) => (file === undefined ? [] : [[name, file] as const]));
  return [
    ...given.map(([name, file]) => `import ${name} from ${JSON.stringify(join(root, file))};`),
    `export const slots = { ${given.map(([name, file]) => `${name}: { component: ${name}, file: ${JSON.stringify(join(root, file))} }`).join(", ")} };`,
  ].join("\n");
}

function elementsModule(root: string, blocks: ResolvedConfig["blocks"]): string {
  const loaders = blocks.flatMap(({ browser }) =>
    browser === undefined
      ? []
      : [`${JSON.stringify(browser.element)}: () => import(${JSON.stringify(join(root, browser.module))})`],
  );
  return `export const elements = { ${loaders.join(", ")} };`;
}

/**
 * Finds the packages that build a site from the site's own package: a folder of content has none of them installed.
 */
export function resolveFromSitePackage(): Plugin {
  return {
    name: "knowhow:resolve",
    enforce: "pre",
    resolveId: {
      filter: { id: /^(astro|@astrojs\/mdx|@knowhow\/core)(\/|$)/ },
      handler(id, _importer, options) {
        return this.resolve(id, import.meta.filename, { ...options, skipSelf: true });
      },
    },
  };
}
