import type { Format } from "../../../compile/parse.ts";

/** A text that stays in the file for its author, and is not shown to readers. */
export function comment(text: string, format: Format): string {
  const inside = text.trim();
  return format === "mdx" ? `{/* ${inside.replaceAll("*/", "* /")} */}` : `<!-- ${inside.replaceAll("--", "- -")} -->`;
}
