import { compileFile } from "../../compile/entry.ts";
import type { Format } from "../../compile/parse.ts";
import type { ResolvedConfig } from "../../config/schema.ts";
import { builtInCode, type SiteCode } from "../../config/site-code.ts";
import { locate } from "../../knowledge/locate.ts";
import type { EntryType } from "../../model/types.ts";
import { applyEdits, type Edit } from "../rewrite/edit.ts";
import { type ConvertedBody, convertBody, needsBlocks, type ParsedBody, parseBody } from "./markdown/convert-body.ts";
import type { ImportNote, Resolve } from "./markdown/pen.ts";
import type { SourceDocument } from "./sources.ts";
import { fileOf } from "./targets.ts";

/** A way to read a document and to write it. */
interface Attempt {
  readonly from: Format;
  readonly to: Format;
}

/** How a document is converted best. */
export interface Analysis {
  readonly document: SourceDocument;
  readonly body: ParsedBody;
  readonly to: Format;
  readonly minutes: number;
  /** What had to be given up for it. */
  readonly notes: readonly ImportNote[];
}

/** What documents are judged by. */
export interface AnalyseSetting {
  readonly type: EntryType;
  readonly config: ResolvedConfig;
  readonly code: SiteCode;
}

const keep: Resolve = () => ({ kind: "keep" });

/** Finds the way of converting a document that leaves the fewest mistakes, the first that leaves none; or says why it cannot be read. */
export async function analyse(
  document: SourceDocument,
  setting: AnalyseSetting,
): Promise<Analysis | { readonly problem: string }> {
  let markdown: ParsedBody;
  try {
    markdown = parseBody(document.blanked, "md");
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
  let best: (Analysis & { readonly mistakes: number }) | undefined;
  for (const { from, to } of attempts(document, markdown)) {
    const tried = await attempt(document, { from, to }, setting);
    if (tried === undefined) continue;
    if (best === undefined || tried.mistakes < best.mistakes) best = tried;
    if (best.mistakes === 0) break;
  }
  if (best === undefined) return { problem: "It cannot be read as Markdown." };
  if (document.format === "mdx" && best.body.from === "md") {
    const message = "This is no valid MDX: it was read as Markdown, and its components were taken out.";
    return { ...best, notes: [{ line: 1, message }] };
  }
  return best;
}

function attempts({ format }: SourceDocument, body: ParsedBody): readonly Attempt[] {
  const markdown: Attempt[] = needsBlocks(body)
    ? [
        { from: "md", to: "mdx" },
        { from: "md", to: "md" },
      ]
    : [{ from: "md", to: "md" }];
  return format === "mdx" ? [{ from: "mdx", to: "mdx" }, ...markdown] : markdown;
}

async function attempt(document: SourceDocument, { from, to }: Attempt, { type, config, code }: AnalyseSetting) {
  try {
    const body = parseBody(document.blanked, from);
    const { edits } = convertBody(body, to, keep);
    const text = `---\ntitle: Title\n---\n\n${cut(document, body, { start: document.bodyOffset, end: body.text.length }, edits)}`;
    const file = fileOf({ locale: config.defaultLocale, path: "imported" }, type, `.${to}`, config);
    const location = locate(file, config);
    if (location === undefined) return undefined;
    // Bodies are compared; what the site requires of front matter lacks in each of them.
    const { facts, problems } = await compileFile(Buffer.from(text), file, location, config, {
      code: { ...code, frontmatter: builtInCode.frontmatter },
      withContent: false,
    });
    // Partials have no place yet.
    const told = problems.filter((problem) => problem.severity === "error" && problem.code !== "broken-include");
    const mistakes = told.length + (facts === undefined ? 100 : 0);
    return { document, body, to, minutes: facts?.minutes ?? 0, mistakes, notes: [] };
  } catch {
    return undefined;
  }
}

/** The text of a stretch of a document, with its edits made. What was blanked for parsing is there again, unless an edit replaces it. */
export function cut(
  document: SourceDocument,
  body: ParsedBody,
  { start, end }: { readonly start: number; readonly end: number },
  edits: ConvertedBody["edits"],
): string {
  const within: readonly Edit[] = edits
    .filter(
      (edit) =>
        edit.start >= start && edit.end <= end && !(edit.start === end && edit.end === end && end < body.text.length),
    )
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return applyEdits(document.text.slice(start, end), within);
}
