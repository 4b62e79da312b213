import { createHash } from "node:crypto";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ResolvedConfig } from "@knowhow/core";
import { failure } from "./failure.ts";

/** Throws a usage failure if a file that the configuration's `theme` names is not there. */
export async function checkThemeFiles(root: string, { theme }: ResolvedConfig): Promise<void> {
  const slots = Object.entries(theme.slots).map(([name, file]) => [`slots.${name}`, file] as const);
  for (const [key, file] of [["logo", theme.logo], ["css", theme.css], ...slots] as const) {
    if (file === undefined) continue;
    await access(join(root, file)).catch((error: unknown) => {
      throw failure("usage", `The configuration's theme.${key} names ${file}, and there is no such file.`, error);
    });
  }
}

/** Names the components of `theme.slots` by a hash of them and of where they stand; empty where there are none. */
export async function slotsVersion(root: string, { theme }: ResolvedConfig): Promise<string> {
  const files = Object.entries(theme.slots);
  if (files.length === 0) return "";
  const hash = createHash("sha256").update(JSON.stringify(files));
  for (const [, file] of files) if (file !== undefined) hash.update(await readFile(join(root, file)));
  return hash.digest("hex");
}
