import { readFileSync, realpathSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, sep } from "node:path";

/** The packages that decide what a page looks like: this one, and those that it is made with. */
const manifests = ["..", "@knowhow/core", "astro", "@astrojs/mdx"].map((specifier) => {
  const file = findPackageJSON(specifier, import.meta.url);
  if (file === undefined) throw new Error(`The package ${specifier} is not installed.`);
  return realpathSync(file);
});

/** Their versions: `["astro@7.3.5"]`. */
export const packageVersions: readonly string[] = manifests.map((file) => {
  const { name, version }: { readonly name: string; readonly version: string } = JSON.parse(readFileSync(file, "utf8"));
  return `${name}@${version}`;
});

/** The folders that they and what they need are installed in. */
export const packageFolders: readonly string[] = [
  ...new Set(
    manifests.map((file) => {
      const installed = file.indexOf(`${sep}node_modules${sep}`);
      return installed < 0 ? dirname(file) : file.slice(0, installed + "/node_modules".length);
    }),
  ),
];
