import { told } from "./told.ts";

/** What check says of a body, written as the lesson `a`; line 5 is its first. */
export async function toldOf(
  body: string,
  files: Readonly<Record<string, string>> = {},
  config: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const lines = await told({ "lessons/a.mdx": `---\ntitle: A\n---\n\n${body}\n`, ...files }, config);
  return lines.map((line) => line.replace(/^lessons\/a\.mdx:/, ""));
}
