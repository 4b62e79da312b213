import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";

/** The packages that decide what a page looks like, with their versions: `["astro@7.3.5"]`. */
export const versions: readonly string[] = ["..", "@knowhow/core", "astro", "@astrojs/mdx"].map(version);

function version(specifier: string): string {
  const file = findPackageJSON(specifier, import.meta.url);
  if (file === undefined) throw new Error(`The package ${specifier} is not installed.`);
  const manifest: { readonly name: string; readonly version: string } = JSON.parse(readFileSync(file, "utf8"));
  return `${manifest.name}@${manifest.version}`;
}
