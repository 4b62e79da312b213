import type { Nodes, Root, RootContent } from "mdast";
import type { MdxJsxFlowElement } from "mdast-util-mdx-jsx";
import { contentPath } from "../check/content-path.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import { include } from "./blocks/include.ts";
import { checkDepth } from "./depth.ts";
import { cutFrontmatter } from "./frontmatter.ts";
import { type FileRange, firstLineRange, type Source } from "./node-range.ts";
import { parseContent } from "./parse.ts";
import { namePartial, type ReadPartial } from "./partial.ts";
import { createLineIndex, fileStart } from "./position.ts";
import { error, inPartial, type Problem } from "./problem.ts";
import { propPlace, readProps } from "./props.ts";
import { decodeSource, maxBytes } from "./source.ts";
import { describeSyntaxError } from "./syntax-error.ts";
import { walk } from "./walk.ts";

/** Partials in partials: more levels than anybody can follow. */
const mostLevels = 10;

/** What putting partials in their places gives, beside the tree that has been changed. */
export interface Included {
  readonly problems: readonly Problem[];
  /** The files that decide what is in the tree, with the hash of each, empty where there is none. */
  readonly partials: Readonly<Record<string, string>>;
}

/** What including needs to know of the entry. */
export interface IncludingEntry {
  /** Relative to the content folder. */
  readonly file: string;
  readonly text: string;
  readonly locale: string;
  readonly config: ResolvedConfig;
  readonly readPartial: ReadPartial;
}

/** A file that is being put in its place, and the `<Include>` that named it. */
interface Link {
  readonly file: string;
  readonly place: FileRange;
}

/**
 * Puts the content of partials in the place of every `<Include>` of an entry, at any depth. Their nodes know the file that
 * they come from. What cannot be included is left out and told.
 */
export async function includePartials(root: Root, entry: IncludingEntry): Promise<Included> {
  const problems: Problem[] = [];
  const partials: Record<string, string> = {};
  let bytes = 0;
  let count = 0;
  // Most entries include nothing, and need no walk to find that out.
  if (entry.text.includes("<Include")) await expand(root, []);
  if (count > 0) {
    const tooDeep = checkDepth(root);
    if (tooDeep !== undefined) problems.push(tooDeep);
  }
  return { problems, partials };

  async function expand(tree: Root, chain: readonly Link[]): Promise<void> {
    for (const { node, siblings } of findIncludes(tree)) {
      const content = (await contentOf(node, chain)) ?? [];
      siblings.splice(siblings.indexOf(node), 1, ...content);
    }
  }

  async function contentOf(
    node: MdxJsxFlowElement,
    chain: readonly Link[],
  ): Promise<readonly RootContent[] | undefined> {
    const place = firstLineRange(node, entry.text);
    const { props, problems: propProblems } = readProps(node, include, entry.text);
    problems.push(...propProblems);
    if (props === undefined) return undefined;
    const children = (node.children as readonly RootContent[]).filter(({ type }) => type !== "mdxFlowExpression");
    problems.push(...(include.check?.(props, { node, children, place, ancestors: [] }) ?? []));
    const found = find(String(props.file), node);
    if (found === undefined) return undefined;
    const start = chain.findIndex(({ file }) => file === found.file);
    if (start >= 0) {
      problems.push(tellCycle([...chain.slice(start + 1), { file: found.file, place }], entry.config));
      return undefined;
    }
    if (chain.length === mostLevels) {
      const message = `Partials include each other more than ${mostLevels} levels deep here.`;
      problems.push(error("broken-include", message, place, "Include what is needed directly."));
      return undefined;
    }
    bytes += found.bytes.length;
    count++;
    if (bytes > maxBytes) {
      const message = `With its partials this entry has more than ${maxBytes / 1e6} MB.`;
      problems.push(error("file-too-large", message, place, "Split it into several entries."));
      return undefined;
    }
    const tree = await parsePartial(found.file, found.bytes);
    if (tree === undefined) return undefined;
    await expand(tree, [...chain, { file: found.file, place }]);
    return tree.children;
  }

  function find(
    written: string,
    node: MdxJsxFlowElement,
  ): { readonly file: string; readonly bytes: Uint8Array } | undefined {
    const from = node.data?.source?.file ?? entry.file;
    const place = propPlace(node, "file", entry.text) ?? firstLineRange(node, entry.text);
    const named = namePartial(written, from, entry.locale, entry.config);
    if ("problem" in named) {
      problems.push(error("broken-include", named.problem, place, named.hint));
      return undefined;
    }
    const file = named.files.find(exists);
    const read = file === undefined ? undefined : entry.readPartial(file);
    if (file !== undefined && read !== undefined) return { file, bytes: read.bytes };
    const beside = written.startsWith("/") ? undefined : namePartial(`/${written}`, from, entry.locale, entry.config);
    const meant = beside !== undefined && "files" in beside && beside.files.some(exists);
    problems.push(
      error(
        "broken-include",
        `There is no partial ${contentPath(named.files.at(-1) ?? written, entry.config)}.`,
        place,
        meant
          ? `Did you mean “/${written}”?`
          : "Create it, or correct the path: it goes from this file, or with / in front from the content folder.",
      ),
    );
    return undefined;
  }

  function exists(file: string): boolean {
    partials[file] ??= entry.readPartial(file)?.hash ?? "";
    return partials[file] !== "";
  }

  async function parsePartial(file: string, content: Uint8Array): Promise<Root | undefined> {
    const tell = (problem: Problem) => problems.push(inPartial(problem, file));
    const decoded = decodeSource(content);
    if ("problem" in decoded) {
      tell(decoded.problem);
      return undefined;
    }
    const { text } = decoded;
    if (cutFrontmatter(text) !== undefined) {
      const place = createLineIndex(text).range(0, 3);
      const hint = "Delete it: a partial has no page, and each entry says about itself what holds for it.";
      tell(error("partial-front-matter", "A partial has no front matter.", place, hint));
    }
    let tree: Root;
    try {
      tree = parseContent(text, file.endsWith(".mdx") ? "mdx" : "md");
    } catch (thrown) {
      tell(await describeSyntaxError(text, thrown));
      return undefined;
    }
    const tooDeep = checkDepth(tree);
    if (tooDeep !== undefined) {
      tell(tooDeep);
      return undefined;
    }
    markSource(tree, { file, text }, `-p${count}`);
    return tree;
  }
}

function findIncludes(tree: Root): readonly { readonly node: MdxJsxFlowElement; readonly siblings: Nodes[] }[] {
  const found: { readonly node: MdxJsxFlowElement; readonly siblings: Nodes[] }[] = [];
  walk(tree, (node, parent) => {
    // One in a sentence is told when the blocks are read.
    if (node.type !== "mdxJsxFlowElement" || node.name !== "Include") return;
    if (parent !== undefined && "children" in parent) found.push({ node, siblings: parent.children });
  });
  return found;
}

/** Says of every node where it comes from, and keeps its footnotes and definitions apart from those of other files. */
function markSource(tree: Root, source: Source, suffix: string): void {
  walk(tree, (node) => {
    node.data = { ...node.data, source };
    switch (node.type) {
      case "definition":
      case "footnoteDefinition":
      case "footnoteReference":
      case "imageReference":
      case "linkReference":
        node.identifier += suffix;
    }
  });
}

/** Tells a cycle once, however one gets into it: at the `<Include>` that leads to the file that comes first by name. */
function tellCycle(cycle: readonly Link[], config: ResolvedConfig): Problem {
  const first = cycle.reduce((least, { file }, i) => (file < (cycle[least]?.file ?? file) ? i : least), 0);
  const turned = [...cycle.slice(first + 1), ...cycle.slice(0, first + 1)];
  const last = turned.at(-1);
  const files = [last, ...turned].map((one) => contentPath(one?.file ?? "", config));
  const problem = error(
    "include-cycle",
    `${files[0]} includes itself: ${files.join(" → ")}.`,
    last?.place ?? fileStart,
    "Take one of these includes out.",
  );
  if (turned.length === 1) return problem;
  return {
    ...problem,
    related: turned.slice(0, -1).map(({ file, place }) => ({
      message: `Includes ${contentPath(file, config)}`,
      place,
    })),
  };
}
