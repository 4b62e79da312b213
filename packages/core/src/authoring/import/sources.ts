import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { cutFrontmatter } from "../../compile/frontmatter.ts";
import { findMistakenMarks } from "../../compile/frontmatter-marks.ts";
import { blankFrontmatter, type Format } from "../../compile/parse.ts";
import { decodeSource } from "../../compile/source.ts";
import { byCodeUnit } from "../../knowledge/content-files.ts";
import { type ImportedFrontMatter, isForeignKey, readForeignFrontMatter } from "./front-matter.ts";
import { fencedCode } from "./markdown/fences.ts";
import { writeAsDirectives } from "./markdown/mkdocs.ts";

/** A folder of documents that another tool made pages of. */
export interface SourceFolder {
  /** Absolute. */
  readonly folder: string;
  /** Folders whose files pages name from the top of their site: `static`, `public`. Absolute. */
  readonly publicFolders: readonly string[];
  /** The folder of the other tool's configuration, beyond which nothing is read. Absolute. */
  readonly project: string;
  /** Every file, relative to the folder, with `/`, sorted. */
  readonly files: readonly string[];
}

/** A document as it was read. */
export interface SourceDocument {
  /** Relative to the folder. */
  readonly file: string;
  readonly text: string;
  /** The text with its front matter blanked, so that offsets stay. */
  readonly blanked: string;
  /** Where its body begins. */
  readonly bodyOffset: number;
  readonly frontMatter: ImportedFrontMatter;
  /** How it is to be read first. */
  readonly format: Format;
}

/** The configuration files of other tools, by which their project is known. */
const projectFiles =
  /^(?:astro\.config\.\w+|docusaurus\.config\.\w+|mkdocs\.ya?ml|hugo\.(?:toml|ya?ml)|package\.json|\.git)$/;

const skipped = /^(?:\.|node_modules$|dist$|build$)/;

/** Lists what lies in a folder, but for what lies in `except`, the content that there is. Links are not followed. */
export function openSourceFolder(folder: string, except: string): SourceFolder {
  const files: string[] = [];
  const pending = [""];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const item of readdirSync(join(folder, at), { withFileTypes: true })) {
      if (skipped.test(item.name)) continue;
      const path = at === "" ? item.name : `${at}/${item.name}`;
      if (item.isDirectory() && join(folder, path) !== except) pending.push(path);
      else if (item.isFile()) files.push(path);
    }
  }
  const project = projectOf(folder);
  const publicFolders = ["public", "static", "src/assets", ".vuepress/public"]
    .flatMap((name) => [join(project, name), join(folder, name)])
    .filter((path) => existsSync(path) && lstatSync(path).isDirectory());
  return { folder, project, publicFolders: [...new Set(publicFolders)], files: files.sort(byCodeUnit) };
}

/** The nearest folder around that holds another tool's configuration; the folder itself where none does. */
function projectOf(folder: string): string {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    if (readdirSync(at).some((name) => projectFiles.test(name))) return at;
  }
  return folder;
}

const otherDocument =
  /\.(?:txt|rst|adoc|asciidoc|textile|org|html?|docx?|odt|rtf|pages|one|ipynb|pptx?|odp|pdf|mdown|mkdn?|mkd)$/i;

/** Whether a file is a document: Markdown or MDX, not one that only others include. */
export function isDocument(file: string): boolean {
  return /\.(?:md|mdx|markdown)$/i.test(file) && !basename(file).startsWith("_");
}

/** Whether a file is a document of another kind, which somebody has to turn into Markdown first. */
export function isOtherDocument(file: string): boolean {
  return otherDocument.test(file) && !basename(file).startsWith("_");
}

/** Whether a file is one that others include. */
export function isForeignPartial(file: string): boolean {
  return /\.mdx?$/i.test(file) && basename(file).startsWith("_");
}

/** Reads a document, or says why it is none. */
export function readDocument(folder: string, file: string): SourceDocument | { readonly problem: string } {
  const source = decodeSource(readFileSync(join(folder, file)));
  if ("problem" in source) return { problem: `${source.problem.message} ${source.problem.hint ?? ""}`.trim() };
  const text = writeAsDirectives(withRightMarks(source.text));
  const block = cutFrontmatter(text);
  return {
    file,
    text,
    blanked: blankFrontmatter(text),
    bodyOffset: block?.bodyOffset ?? 0,
    frontMatter: readForeignFrontMatter(block, text),
    format: extname(file).toLowerCase() === ".mdx" || looksLikeMdx(text) ? "mdx" : "md",
  };
}

/** Front matter between lines that a word processor made of `---` is front matter. */
function withRightMarks(text: string): string {
  return findMistakenMarks(text, isForeignKey).reduceRight(
    (whole, { offset, text: sign }) => `${whole.slice(0, offset)}---${whole.slice(offset + sign.length)}`,
    text,
  );
}

/** Docusaurus reads `.md` as MDX: imports and components tell. */
function looksLikeMdx(text: string): boolean {
  const code = fencedCode(text);
  const found =
    /^(?:import\s[^\r\n]*\sfrom\s+["'][^"'\r\n]+["'];?|[ \t]*<(?:Tabs|TabItem|Admonition|CodeBlock|DocCardList|Details)\b[^\r\n]*)[ \t]*$/gm;
  return [...text.matchAll(found)].some(({ index }) => !code.some(({ start, end }) => index >= start && index < end));
}
