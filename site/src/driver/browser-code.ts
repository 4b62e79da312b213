import { createHash } from "node:crypto";
import { join } from "node:path";
import type { ResolvedConfig } from "@knowhow/core";
import { pageFailure } from "./page-failure.ts";

/**
 * Names the browser code of the site's own blocks by a hash, packages that it imports included; empty where there is none.
 * Throws a failure with the place of a mistake in it.
 */
export async function browserCodeVersion(root: string, { blocks }: ResolvedConfig): Promise<string> {
  const modules = blocks.flatMap(({ browser }) => (browser === undefined ? [] : [join(root, browser.module)]));
  if (modules.length === 0) return "";
  const { build } = await import("vite");
  try {
    const built = await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: "silent",
      build: { write: false, minify: false, rolldownOptions: { input: modules } },
    });
    const hash = createHash("sha256");
    for (const { output } of [built].flat().filter((one) => "output" in one)) {
      for (const file of output) hash.update(file.type === "chunk" ? file.code : file.source);
    }
    return hash.digest("hex");
  } catch (error) {
    throw error instanceof Error ? pageFailure(error, root, root) : error;
  }
}
