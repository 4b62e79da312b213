import { told } from "./told.ts";

/** Of the files that tests put beside an entry, most are used by none of them. */
export const spareFiles = { rules: { "unused-media": "off" } } as const;

/** What check says of a body, written as the lesson `a`; line 5 is its first. `files` need not be used. */
export async function toldOf(
  body: string,
  files: Readonly<Record<string, string>> = {},
  config: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const lines = await told(
    { "lessons/a.mdx": `---\ntitle: A\n---\n\n${body}\n`, ...files },
    { ...spareFiles, ...config },
  );
  return lines.map((line) => line.replace(/^lessons\/a\.mdx:/, ""));
}
