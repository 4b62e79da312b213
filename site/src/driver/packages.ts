import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import { dirname, join, sep } from "node:path";

/** The version of an installed package: `astro@7.3.5`; of this one for `..`. */
export function versionOf(specifier: string): string {
  const { name, version }: { readonly name: string; readonly version: string } = JSON.parse(
    readFileSync(manifestOf(specifier), "utf8"),
  );
  return `${name}@${version}`;
}

function manifestOf(specifier: string): string {
  const file = findPackageJSON(specifier, import.meta.url);
  if (file === undefined) throw new Error(`The package ${specifier} is not installed.`);
  return realpathSync(file);
}

/** The packages that decide what a site looks like: this one, and those that it is made with. */
const specifiers = ["..", "@knowhow/core", "astro", "@astrojs/mdx", "pagefind"];
const manifests = specifiers.map(manifestOf);

/** Their versions: `["astro@7.3.5"]`. */
export const packageVersions: readonly string[] = specifiers.map(versionOf);

/** The folders that they and what they need are installed in. */
export const packageFolders: readonly string[] = [
  ...new Set(
    manifests.map((file) => {
      const installed = file.indexOf(`${sep}node_modules${sep}`);
      return installed < 0 ? dirname(file) : file.slice(0, installed + "/node_modules".length);
    }),
  ),
];

/** Names the code that a site is made with: the packages' versions, and a hash of the files of this one and of core. */
export async function codeVersion(): Promise<string> {
  const [site = "", core = ""] = manifests.map((file) => dirname(file));
  const files = await Promise.all([join(site, "src"), join(core, "dist")].map(filesUnder));
  const hash = createHash("sha256").update(JSON.stringify(packageVersions));
  for (const file of files.flat()) hash.update(file).update(await readFile(file));
  return hash.digest("hex");
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
