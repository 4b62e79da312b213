import type { Element, ElementContent, ElementData, Nodes as HastNodes, Root as HastRoot } from "hast";
import { sanitize } from "hast-util-sanitize";
import type { Code, Definition, FootnoteDefinition, Heading, Root, RootContent, Text } from "mdast";
import { defaultHandlers, type Handler, type State, toHast } from "mdast-util-to-hast";
import { htmlToHast } from "satteri";
import { visitParents } from "unist-util-visit-parents";
import type { ResolvedConfig } from "../config/schema.ts";
import type { Location } from "../knowledge/locate.ts";
import { textsOf } from "../locale/texts-of.ts";
import type { Prose, Question } from "../model/question.ts";
import type { ScenarioBody } from "../model/scenario.ts";
import type { VideoSource } from "../model/video.ts";
import type { Block, BlockNode, DrawBlock } from "./blocks/block.ts";
import { DrawingFailure, withElements } from "./blocks/draw-own.ts";
import { h } from "./h.ts";
import { createHighlighter } from "./highlight.ts";
import { firstLineRange } from "./node-range.ts";
import { plainText } from "./plain-text.ts";
import { error, type Problem } from "./problem.ts";
import { withoutIds } from "./questions/hast.ts";
import { toQuestion } from "./questions/kinds.ts";
import type { QuestionSource } from "./questions/question-source.ts";
import { type ScenarioSource, toScenario } from "./scenes.ts";
import { mapSrcset } from "./srcset.ts";
import { anchorOf, type ReadBlock, readTagAttributes } from "./structure.ts";
import { toHtml } from "./to-html.ts";
import { drawVideo } from "./video/draw-video.ts";

/** What rendering needs of a parsed and checked file. */
export interface RenderInput {
  readonly tree: Root;
  /** The file's text, for the places of mistakes. */
  readonly text: string;
  readonly blocks: ReadonlyMap<BlockNode, ReadBlock>;
  readonly blockAnchors: ReadonlyMap<BlockNode, readonly string[]>;
  readonly questions: readonly QuestionSource[];
  readonly definitions: readonly (Definition | FootnoteDefinition)[];
  readonly scenario: ScenarioSource | undefined;
  readonly hasRawHtml: boolean;
  /** The languages of its blocks of code, in lower case. */
  readonly codeLanguages: ReadonlySet<string>;
  /** Whether blocks of the site's own stand in it, whose code may take what they hold apart. */
  readonly drawsOwn: boolean;
  /** Resolved URLs by `addressKey`, for addresses that have no node of their own. */
  readonly urls: ReadonlyMap<string, string>;
  readonly location: Location;
  readonly config: Pick<ResolvedConfig, "locales" | "texts">;
  /** The video of the front matter, which opens the body. */
  readonly video: (VideoSource & { readonly title: string }) | undefined;
  /** The custom elements that blocks of the site's own may draw. */
  readonly elements: readonly string[];
}

/** The body of an entry, and what is wrong with the blocks of the site's own in it. */
export interface Rendered {
  readonly html: string;
  readonly questions: readonly Question[];
  readonly scenario: ScenarioBody | undefined;
  readonly problems: readonly Problem[];
}

const highlighter = createHighlighter();

/** How much code of an entry is highlighted, in UTF-16 units: more would take its time, and a reader's, too. */
const longestCode = 60_000;

/** Renders the body of an entry to sanitised HTML, its questions and scenes to data. */
export async function render(input: RenderInput): Promise<Rendered> {
  const { ref, locale } = input.location;
  const { locales } = input.config;
  const texts = textsOf(locale, input.config).content;
  const schema = withElements(input.elements);
  const problems: Problem[] = [];
  const questionOf = new Map<unknown, QuestionSource>(input.questions.map((question) => [question.node, question]));
  const data = new Map<string, Question>();
  let scenario: ScenarioBody | undefined;
  const urlFrom = (file: string | undefined) => (href: string) => input.urls.get(addressKey(href, file)) ?? href;
  const languageName = (tag: string) => locales[tag]?.label ?? ownName(tag);

  const direction = locales[locale]?.dir ?? "ltr";
  const drawings = await loadDrawings(input.blocks.values());
  await highlighter.load(input.codeLanguages);
  // Its parser is large, and most files have no raw HTML.
  const raw = input.hasRawHtml ? (await import("hast-util-raw")).raw : undefined;

  const drawBlock: Handler = (state, node: BlockNode) => {
    const found = input.blocks.get(node);
    if (found === undefined) return drawTag(state, node);
    const convert = (nodes: readonly unknown[]) =>
      state.all({ type: "root", children: nodes as RootContent[] }) as ElementContent[];
    const repeat = (nodes: readonly unknown[]) => withoutFootnotes(state, () => convert(nodes));
    const prose = (nodes: readonly RootContent[]): Prose => ({
      html: finish({ type: "root", children: repeat(nodes) }),
      text: plainText(nodes),
    });
    const question = questionOf.get(node);
    if (question !== undefined) data.set(question.id, toQuestion(question, prose));
    // Scenes do not hold scenes, so that the first one tells of all.
    if (found.block.name === "Scene" && input.scenario !== undefined) scenario ??= toScenario(input.scenario, prose);
    try {
      return drawings.get(found.block)?.(found.props, {
        children: () => state.all(node as never) as ElementContent[],
        convert,
        repeat: (nodes) => withoutIds(repeat(nodes)),
        locale,
        texts,
        question,
        anchors: input.blockAnchors.get(node) ?? [],
        level: found.level,
        ref,
        scenario: input.scenario,
        url: urlFrom(node.data?.source?.file),
        direction,
        languageName,
      });
    } catch (cause) {
      if (!(cause instanceof DrawingFailure)) throw cause;
      problems.push(error("block-render", cause.message, firstLineRange(node, input.text), cause.hint));
      return [];
    }
  };
  const nothing: Handler = () => undefined;

  // Highlighted code is nothing but text in spans with classes. It goes into the HTML as it is, since it would be half of what
  // there is to sanitise; only raw HTML, and code of the site's own, need a tree that has it.
  const highlighted: string[] = [];
  let lightable = longestCode;
  const drawCode: Handler = (_state, { lang, value }: Code) => {
    const language = lang?.toLowerCase();
    const written =
      language === undefined || value.length > lightable ? undefined : highlighter.highlight(language, value);
    if (written === undefined) return drawPre(["hljs"], [{ type: "text", value }]);
    lightable -= value.length;
    const className = ["hljs", `language-${language}`];
    if (input.hasRawHtml || input.drawsOwn) return drawPre(className, readHtml(written));
    return drawPre(className, [], { highlighted: highlighted.push(written) - 1 });
  };

  const drawRoot: Handler = (state) => {
    // Nobody asks what is drawn for its place in the file.
    state.patch = () => undefined;
    for (const node of input.definitions) {
      const definitions: Map<string, Definition | FootnoteDefinition> =
        node.type === "definition" ? state.definitionById : state.footnoteById;
      const id = node.identifier.toUpperCase();
      if (!definitions.has(id)) definitions.set(id, node);
    }
    return state.wrap(state.all(input.tree) as ElementContent[], false);
  };

  // Given the whole tree, the library walks it once more for definitions, which takes longer than turning it into hast.
  const hast = toHast(
    { type: "root", children: [] },
    {
      allowDangerousHtml: input.hasRawHtml,
      clobberPrefix: "",
      footnoteLabel: texts.footnotes,
      footnoteBackLabel: texts.backToText,
      handlers: {
        root: drawRoot,
        heading: drawHeading,
        text: drawText,
        code: drawCode,
        mdxJsxFlowElement: drawBlock,
        mdxJsxTextElement: drawBlock,
        mdxFlowExpression: nothing,
        mdxTextExpression: nothing,
        mdxjsEsm: nothing,
      },
    },
  );
  const opening =
    input.video &&
    drawVideo(input.video, { ...input.video, shown: false }, [], {
      locale,
      texts,
      url: urlFrom(undefined),
      languageName,
    });
  const body = hast.type === "root" ? hast.children : [hast];
  const html = finish({ type: "root", children: opening === undefined ? body : [opening, ...body] } as HastRoot);
  return { html, questions: input.questions.flatMap(({ id }) => data.get(id) ?? []), scenario, problems };

  function finish(tree: HastNodes): string {
    const whole = raw?.(tree) ?? tree;
    if (input.urls.size > 0 || input.hasRawHtml) resolveTags(whole);
    return toHtml(sanitize(whole, schema), highlighted);
  }

  /** Addresses and anchors in raw HTML have no node of their own in the Markdown tree, so they are resolved here. */
  function resolveTags(tree: HastNodes): void {
    const urls = new Map<string, string>();
    for (const [key, url] of input.urls) {
      const href = key.slice(0, key.lastIndexOf("\n"));
      // Nobody knows from which file a tag of raw HTML comes; the entry's own is the likeliest.
      if (key === addressKey(href, undefined) || !urls.has(href)) urls.set(href, url);
    }
    visitParents(tree, "element", (element: Element) => {
      for (const property of ["href", "src"] as const) {
        const written = element.properties[property];
        const url = typeof written === "string" ? urls.get(written) : undefined;
        if (url !== undefined) element.properties[property] = url;
      }
      const anchor = anchorOf(element.tagName, element.properties);
      if (anchor !== undefined) element.properties.id = anchor;
      const { srcSet } = element.properties;
      if (srcSet !== undefined && srcSet !== null)
        element.properties.srcSet = mapSrcset(String(srcSet), (written) => urls.get(written) ?? written);
    });
  }
}

/** How each of the blocks is drawn. */
async function loadDrawings(blocks: Iterable<ReadBlock>): Promise<ReadonlyMap<Block, DrawBlock>> {
  const drawings = new Map<Block, DrawBlock>();
  for (const { block } of blocks) {
    if (drawings.has(block)) continue;
    drawings.set(block, typeof block.render === "function" ? block.render : await block.render.load());
  }
  return drawings;
}

/** What a language calls itself. */
function ownName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
}

/** Names an address by what was written, and by the partial that it was written in. */
export function addressKey(href: string, partial: string | undefined): string {
  return `${href}\n${partial ?? ""}`;
}

/** Draws what the page has already or will have: footnotes are counted, and lead back, from the page alone. */
function withoutFootnotes<T>(state: State, draw: () => T): T {
  const counts = [...state.footnoteCounts];
  const { length } = state.footnoteOrder;
  const drawn = draw();
  state.footnoteCounts.clear();
  for (const [id, count] of counts) state.footnoteCounts.set(id, count);
  state.footnoteOrder.length = length;
  return drawn;
}

function drawTag(state: State, node: BlockNode): ElementContent | ElementContent[] {
  const children = state.all(node as never) as ElementContent[];
  if (node.name === null || !/^[a-z]/.test(node.name)) return children;
  const { properties } = readTagAttributes(node);
  const id = anchorOf(node.name, properties);
  return {
    type: "element",
    tagName: node.name,
    properties: { ...properties, ...(id === undefined ? {} : { id }) },
    children,
  };
}

function drawHeading(state: State, node: Heading): Element {
  const id = node.data?.anchor;
  const properties = id === undefined ? {} : { id };
  return { type: "element", tagName: `h${node.depth}`, properties, children: state.all(node) as ElementContent[] };
}

/** Only text of several lines has space at their ends to lose. */
function drawText(state: State, node: Text): ElementContent {
  return /[\r\n]/.test(node.value)
    ? (defaultHandlers.text(state, node) as ElementContent)
    : { type: "text", value: node.value };
}

function drawPre(className: string[], children: ElementContent[], data?: ElementData): Element {
  return h("pre", { tabIndex: 0 }, [{ ...h("code", { className }, children), ...(data && { data }) }]);
}

/** HTML that was written here as hast. */
function readHtml(html: string): ElementContent[] {
  // A carriage return by itself would be read as a line feed.
  const { children } = htmlToHast(html.replaceAll("\r", "&#xD;"), { fragment: true }) as HastRoot;
  return children as ElementContent[];
}
