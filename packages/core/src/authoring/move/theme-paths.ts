import { contentPath } from "../../check/content-path.ts";
import type { ResolvedConfig } from "../../config/schema.ts";

/** What the configuration's `theme` writes for a file of the content folder; undefined where it does not name it. */
export function themePathOf(file: string, config: ResolvedConfig): string | undefined {
  const path = contentPath(file, config);
  return Object.values(config.theme).find(
    (value): value is string => typeof value === "string" && value.replace(/^\.\//, "") === path,
  );
}

/** Whether the configuration's `theme` names a file of the content folder. */
export function isTheme(file: string, config: ResolvedConfig): boolean {
  return themePathOf(file, config) !== undefined;
}
