import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ResolvedConfig } from "../config/schema.ts";
import type { SiteCode } from "../config/site-code.ts";
import { textsOf } from "../locale/texts-of.ts";

/** The packages whose versions change what compiling gives. */
const compilerPackages = [
  "d3-hierarchy",
  "hast-util-raw",
  "hast-util-sanitize",
  "hastscript",
  "highlight.js",
  "js-yaml",
  "mdast-util-to-hast",
  "property-information",
  "satteri",
  "yaml",
  "zod",
] as const;

/** Names everything beside its source that a compiled file depends on: this program, its libraries, the configuration and its code. */
export function compileCacheKey(config: ResolvedConfig, code: SiteCode): string {
  // For whom a site is, where it lies and what its pages say decide what is shown, not what it is compiled to.
  const { publish, outputs, site, texts, ...compiled } = config;
  const contentTexts = Object.keys(config.locales).map((locale) => textsOf(locale, config).content);
  return createHash("sha256")
    .update(programVersion())
    .update(JSON.stringify([compiled, contentTexts, code.version]))
    .digest("base64url");
}

let version: string | undefined;

function programVersion(): string {
  version ??= JSON.stringify([ownCode(), compilerPackages.map(packageVersion)]);
  return version;
}

/** A hash of this program's own files, which stand beside each other once it is built. */
function ownCode(): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  const hash = createHash("sha256");
  for (const name of readdirSync(folder)
    .filter((one) => /\.[jt]s$/.test(one))
    .sort())
    hash.update(readFileSync(join(folder, name)));
  return hash.digest("base64url");
}

function packageVersion(name: string): string {
  for (
    let folder = dirname(fileURLToPath(import.meta.resolve(name)));
    folder !== dirname(folder);
    folder = dirname(folder)
  ) {
    try {
      const described: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      if (
        typeof described === "object" &&
        described !== null &&
        "name" in described &&
        described.name === name &&
        "version" in described
      ) {
        return String(described.version);
      }
    } catch {
      // No package.json here: it stands further up.
    }
  }
  return "unknown";
}
