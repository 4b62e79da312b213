import { readFileSync, realpathSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname } from "node:path";

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

/** Their folders. */
export const packageFolders: readonly string[] = manifests.map((file) => dirname(file));
