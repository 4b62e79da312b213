import { access } from "node:fs/promises";
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
