import { createProject } from "../../../../test/support/project.ts";
import { checkKnowledgeBase } from "../../src/node.ts";

/** The day of every check in these tests. */
export const today = "2026-11-22";

/**
 * Checks content and tells each mistake on a line: `file:line:column severity code: message → hint`.
 * Infos, which are worth knowing and no mistakes, are told with `{ infos: true }` only.
 */
export async function told(
  content: Readonly<Record<string, string | Uint8Array>>,
  config: Readonly<Record<string, unknown>> = {},
  { infos = false }: { readonly infos?: boolean } = {},
): Promise<readonly string[]> {
  const project = await createProject({
    "knowhow.config.json": JSON.stringify({ title: "Test", ...config }),
    ...Object.fromEntries(Object.entries(content).map(([file, text]) => [`content/${file}`, text])),
  });
  const { diagnostics } = await checkKnowledgeBase({ root: project.root, cache: false, today });
  const shown = diagnostics.filter(({ severity }) => infos || severity !== "info");
  return shown.map(
    ({ file, range, severity, code, message, hint }) =>
      `${file.replace(/^content\//, "")}:${range.start.line}:${range.start.column} ${severity} ${code}: ${message}${hint === undefined ? "" : ` → ${hint}`}`,
  );
}

/** A lesson with front matter and a body. */
export function lesson(frontmatter: string, body = "Text."): string {
  return `---\ntitle: A lesson\n${frontmatter}\n---\n\n${body}\n`;
}
