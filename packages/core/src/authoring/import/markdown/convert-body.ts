import type { Definition, Heading, Nodes, Root } from "mdast";
import { markdownToMdast, mdxToMdast } from "satteri";
import { checkDepth } from "../../../compile/depth.ts";
import type { Format } from "../../../compile/parse.ts";
import { plainText } from "../../../compile/plain-text.ts";
import { createLineIndex } from "../../../compile/position.ts";
import type { Edit } from "../../rewrite/edit.ts";
import { comment } from "./comment.ts";
import { convertJsx, escaped, noBlock, readText } from "./components.ts";
import { convertAlert, isAlert } from "./convert-alert.ts";
import { convertDirective } from "./convert-directive.ts";
import { isDirective } from "./directive.ts";
import { convertHtml } from "./html.ts";
import { convertAddress, convertImageReference, convertReference } from "./links.ts";
import { type ComponentTag, mask } from "./mask.ts";
import type { ImportNote, Pen, Resolve } from "./pen.ts";
import { escapeFirstWord, escapeText, fenceCode } from "./plain-markdown.ts";
import { convertTextLinks } from "./text-links.ts";

/** A file of another tool, parsed. */
export interface ParsedBody {
  /** What was parsed: what no parser takes is blanked. */
  readonly text: string;
  readonly tree: Root;
  readonly from: Format;
  readonly masked: readonly Edit[];
  readonly components: readonly ComponentTag[];
  /** The text before anything was blanked. */
  readonly source: string;
  readonly headings: readonly SourceHeading[];
}

/** A heading that stands in no other block. */
export interface SourceHeading {
  readonly depth: number;
  readonly text: string;
  /** The anchor that its author gave it by hand. */
  readonly id: string | undefined;
  readonly start: number;
  readonly end: number;
  /** Whether it is text only, so that nothing is lost where it becomes the title. */
  readonly isPlain: boolean;
  /** Whether it is the first thing that readers see. */
  readonly isFirst: boolean;
}

/** Parses a file with its front matter blanked; throws where it is no MDX, if that is what it is read as. */
export function parseBody(text: string, from: Format): ParsedBody {
  const masked = mask(text, from === "mdx");
  const features = { directive: true, frontmatter: false } as const;
  // The trees of satteri are standard mdast; its own type only names its nodes anew.
  const tree = (
    from === "mdx" ? mdxToMdast(masked.text, { features }) : markdownToMdast(masked.text, { features })
  ) as Root;
  const tooDeep = checkDepth(tree);
  if (tooDeep !== undefined) throw new Error(tooDeep.message);
  const headings = tree.children.flatMap((node): SourceHeading[] => {
    if (node.type !== "heading") return [];
    const start = node.position?.start.offset ?? 0;
    return [
      {
        depth: node.depth,
        text: plainText([node]),
        id: masked.headingIds.get(start),
        start,
        end: node.position?.end.offset ?? start,
        isPlain: isPlainHeading(node),
        isFirst: tree.children.find(({ type }) => type !== "mdxjsEsm") === node,
      },
    ];
  });
  return { text: masked.text, source: text, tree, from, masked: masked.edits, components: masked.components, headings };
}

function isPlainHeading(node: Heading): boolean {
  return node.children.every(({ type }) => type === "text" || type === "inlineCode");
}

/** Whether a file has something that only blocks can show. */
export function needsBlocks({ tree, text }: ParsedBody): boolean {
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isDirective(node) || (node.type === "blockquote" && isAlert(node, text))) return true;
    if ("children" in node) stack.push(...node.children);
  }
  return false;
}

/** What a node stands in, at any depth. */
interface Within {
  readonly link: boolean;
  readonly alert: boolean;
}

/** What a conversion gives: edits of the text, and what to look at by hand. */
export interface ConvertedBody {
  readonly edits: readonly Edit[];
  readonly notes: readonly ImportNote[];
}

/**
 * Converts what other tools write to what Knowhow takes; everything else keeps its place and its bytes.
 * `standsAlone`: a part of it will be an entry of its own, so that links name their addresses themselves.
 */
export function convertBody(body: ParsedBody, to: Format, resolve: Resolve, standsAlone = false): ConvertedBody {
  const { text, tree, from } = body;
  const edits: Edit[] = to === "mdx" ? [...body.masked] : body.masked.filter((edit) => edit.text === "");
  const notes: ImportNote[] = [];
  const lines = createLineIndex(text);
  const pen: Pen = {
    text,
    from,
    to,
    resolve,
    put: (start, end, replacement) => edits.push({ start, end, text: replacement }),
    note: (at, message) => notes.push({ line: lines.position(at).line, message }),
  };
  const imported = importedFiles(tree);
  const definitions = definitionsOf(tree);
  const skipped = new Set<unknown>();

  const visit = (node: Nodes, parent: Nodes | undefined, within: Within): void => {
    if (skipped.has(node) || !convertNode(node, parent, within) || !("children" in node)) return;
    const inner = {
      link: within.link || node.type === "link",
      alert: within.alert || (node.type === "blockquote" && isAlert(node, text)),
    };
    for (const child of node.children) visit(child, node, inner);
  };

  /** Converts one node; false where what it holds is done with. */
  const convertNode = (node: Nodes, parent: Nodes | undefined, within: Within): boolean => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    if (isDirective(node)) {
      skipped.add(convertDirective(node, parent, pen));
      return true;
    }
    switch (node.type) {
      case "paragraph":
        escapeFirstWord(start, pen);
        return true;
      case "text":
        escapeText(node, pen);
        if (!within.link) convertTextLinks(node, pen);
        return true;
      case "blockquote":
        if (isAlert(node, text)) convertAlert(node, pen);
        return true;
      case "code":
        fenceCode(node, within.alert, pen);
        return true;
      case "html":
        convertHtml(node, within.link, pen);
        return true;
      case "link":
      case "image":
      case "definition":
        convertAddress(node, within.link, pen);
        return true;
      case "linkReference":
      case "imageReference": {
        const definition = definitions.get(node.identifier);
        if (definition === undefined) return true;
        if (node.type === "imageReference" && convertImageReference(node, definition, within.link, pen)) return true;
        if (standsAlone) convertReference(node, definition, pen);
        return true;
      }
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        return convertJsx(node, parent, within.link, imported, pen);
      case "mdxjsEsm":
        pen.put(start, start + text.slice(start, end).trimEnd().length, comment(text.slice(start, end), to));
        return true;
      case "mdxFlowExpression":
      case "mdxTextExpression":
        convertExpression(node.value, node.type === "mdxTextExpression", start, end);
        return true;
      default:
        return true;
    }
  };

  const convertExpression = (value: string, isInline: boolean, start: number, end: number): void => {
    if (value.replace(/\/\*[\s\S]*?\*\//g, "").trim() === "") return;
    const written = readText(value);
    if (written !== undefined) {
      pen.put(start, end, written.trim() === "" ? written : escaped(written));
      return;
    }
    pen.note(start, `{${shortened(value)}} is code, which content cannot have: write what it stands for.`);
    const source = text.slice(start, end);
    pen.put(start, end, isInline && !/[`\r\n]/.test(source) ? `\`${source}\`` : comment(source, to));
  };

  visit(tree, undefined, { link: false, alert: false });
  for (const { name, start, end } of body.components) {
    const tag = body.source.slice(start, end);
    if (!tag.startsWith("</")) pen.note(start, noBlock(name));
    // As of other components: what a tag says beside its name stays.
    pen.put(start, end, /^<\/?\w+\s*>$/.test(tag) ? "" : comment(tag, to));
  }
  return { edits, notes: notes.toSorted((a, b) => a.line - b.line) };
}

function definitionsOf(tree: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  for (const node of tree.children) {
    if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  }
  return definitions;
}

/** Files that a text imports, by the name that it gives them. */
export function importedFiles(tree: Root): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const node of tree.children) {
    if (node.type !== "mdxjsEsm") continue;
    for (const [, name, file] of node.value.matchAll(/\bimport\s+(\w+)\s+from\s+["']([^"']+)["']/g)) {
      if (name !== undefined && file !== undefined) files.set(name, file);
    }
  }
  return files;
}

function shortened(code: string): string {
  const line = code.trim().split("\n", 1)[0] ?? "";
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
