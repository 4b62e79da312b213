import { createProject } from "../../../../test/support/project.ts";
import type { LocalKnowledgeBase } from "../../src/index.ts";
import { type LoadOptions, loadKnowledgeBase } from "../../src/node.ts";
import { today } from "./told.ts";

/** Loads a knowledge base of content files. */
export async function base(
  content: Readonly<Record<string, string>>,
  config: Readonly<Record<string, unknown>> = {},
  options: Partial<LoadOptions> = {},
): Promise<LocalKnowledgeBase> {
  const project = await createProject({
    "knowhow.config.json": JSON.stringify({ title: "Test", ...config }),
    ...Object.fromEntries(Object.entries(content).map(([file, text]) => [`content/${file}`, text])),
  });
  return loadKnowledgeBase({ root: project.root, cache: false, today, ...options });
}

/** The HTML of one body, written as the lesson `a`. */
export async function html(body: string, format: "md" | "mdx" = "mdx"): Promise<string> {
  const kb = await base({ [`lessons/a.${format}`]: `---\ntitle: A\n---\n\n${body}\n` });
  return (await kb.get("lesson", "a"))?.html ?? `no entry: ${kb.diagnostics.map(({ message }) => message).join(" ")}`;
}
