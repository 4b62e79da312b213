import type { Root, RootContent } from "mdast";
import type { ResolvedConfig } from "../config/schema.ts";
import type { SiteCode } from "../config/site-code.ts";
import type { Location } from "../knowledge/locate.ts";
import type { Range } from "../model/diagnostic.ts";
import type { OutlineItem } from "../model/entry.ts";
import type { Frontmatter } from "../model/index.ts";
import type { Question } from "../model/question.ts";
import type { ScenarioBody } from "../model/scenario.ts";
import { readBlockAnchors, reserveIds } from "./anchors.ts";
import type { BlockNode } from "./blocks/block.ts";
import { checkDepth } from "./depth.ts";
import { cutFrontmatter, readFrontmatter } from "./frontmatter.ts";
import { includePartials } from "./include.ts";
import { leadOf } from "./lead.ts";
import { type AddressUse, type LinkFact, resolveFaq, resolveHref } from "./links.ts";
import { countMinutes, lookingMinutes } from "./minutes.ts";
import { firstLineRange } from "./node-range.ts";
import { readOutline } from "./outline.ts";
import { parseContent } from "./parse.ts";
import type { ReadPartial } from "./partial.ts";
import { plainLine, plainText } from "./plain-text.ts";
import { fileStart } from "./position.ts";
import { error, type Place, type Problem, partialOf } from "./problem.ts";
import { attributeLiteral } from "./props.ts";
import { readerOf } from "./questions/kinds.ts";
import type { QuestionSource } from "./questions/question-source.ts";
import { readQuestions } from "./questions/read-questions.ts";
import { noQuestions, wrapQuizSections } from "./quiz-sections.ts";
import { revisionOf } from "./revision.ts";
import { readScenes, type SceneFact, scenarioOf } from "./scenes.ts";
import { withSeverities } from "./severity.ts";
import { createSlugger } from "./slugger.ts";
import { decodeSource } from "./source.ts";
import { mapSrcset } from "./srcset.ts";
import { readStructure } from "./structure.ts";
import { describeSyntaxError } from "./syntax-error.ts";
import { frontmatterVideo, readVideos, type VideoFact, videoAddresses } from "./video/read-videos.ts";

/** A question, as far as checks need it. */
export interface QuestionFact {
  readonly id: string;
  readonly title: string;
  /** Whether its id is the slug of its heading, so that renaming the heading changes it. */
  readonly shortForm: boolean;
  /** Whether it is well-formed, and yet nothing in it says why the right answer is right. */
  readonly unexplained: boolean;
  /** Whether what it offers can have feedback, which says why. */
  readonly takesFeedback: boolean;
  readonly place: Range;
}

/** Everything about an entry but its body: what lists show and checks compare. */
export interface EntryFacts {
  /** The file, relative to the content folder. */
  readonly file: string;
  readonly location: Location;
  readonly title: string;
  readonly frontmatter: Frontmatter;
  /** Of a translation: the keys that its own front matter has. */
  readonly given?: readonly string[];
  /** Of a translation: keys that the site requires and its own front matter has not. */
  readonly lacking?: readonly string[];
  /** The keys of its front matter whose value is wrong, so that `frontmatter` lacks them; absent where there are none. */
  readonly wrong?: readonly string[];
  /** Of a translation: the keys that it has from its original. */
  readonly inherited?: readonly string[];
  readonly outline: readonly OutlineItem[];
  /** Every anchor that links may lead to. */
  readonly anchors: readonly string[];
  readonly links: readonly LinkFact[];
  readonly videos: readonly VideoFact[];
  readonly questions: readonly QuestionFact[];
  /** The scenes of a scenario, where all could be read. */
  readonly scenes?: readonly SceneFact[];
  readonly minutes: number;
  /** Its first paragraph, or what stands in its place, as plain text; empty where nothing does. */
  readonly lead: string;
}

/** The body of an entry, rendered; that of a scenario has its scenes. */
export interface EntryContent extends Partial<ScenarioBody> {
  readonly html: string;
  readonly text: string;
  readonly markdown: string;
  readonly questions: readonly Question[];
  readonly revision: string;
}

/** What compiling a file gives: facts as far as it could be read, its body where asked for, and its own mistakes. */
export interface CompiledFile {
  readonly facts: EntryFacts | undefined;
  readonly content: EntryContent | undefined;
  readonly problems: readonly Problem[];
  /** The partials that it depends on, with the hash of each, empty where there is none; absent where it includes none. */
  readonly partials?: Readonly<Record<string, string>>;
}

/** What compiling a file depends on beside the file itself. */
export interface CompileOptions {
  readonly code: SiteCode;
  /** Default: there are no partials. */
  readonly readPartial?: ReadPartial;
  readonly withContent: boolean;
}

/** Compiles the bytes of one content file, which depends on nothing but them, its place, its partials and the configuration. */
export async function compileFile(
  bytes: Uint8Array,
  file: string,
  location: Location,
  config: ResolvedConfig,
  { code, readPartial = () => undefined, withContent }: CompileOptions,
): Promise<CompiledFile> {
  const source = decodeSource(bytes);
  if ("problem" in source) return { facts: undefined, content: undefined, problems: [source.problem] };
  const { text } = source;
  const {
    data,
    keys,
    lacking = [],
    wrong,
    problems: frontmatterProblems,
  } = await readFrontmatter(text, code.frontmatter[location.type], location.locale !== config.defaultLocale);
  const problems: Problem[] = [...frontmatterProblems];

  let tree: Root;
  try {
    tree = parseContent(text, file.endsWith(".mdx") ? "mdx" : "md");
  } catch (thrown) {
    return { facts: undefined, content: undefined, problems: [...problems, await describeSyntaxError(text, thrown)] };
  }
  const tooDeep = checkDepth(tree);
  if (tooDeep !== undefined) return { facts: undefined, content: undefined, problems: [...problems, tooDeep] };

  // A title that is wrong has been told; the id stands in for it, so that the entry's other mistakes are found too.
  const title = data?.title ?? (keys.includes("title") ? location.id : takeTitle(tree));
  if (title === undefined && data !== undefined) {
    problems.push(
      error(
        "no-title",
        "This entry has no title.",
        fileStart,
        "Write “title: …” between two lines of ---, or begin with a heading.",
      ),
    );
  }
  if (data?.title !== undefined) dropRepeatedTitle(tree, data.title);
  const included = await includePartials(tree, { file, text, locale: location.locale, config, readPartial });
  const partials = Object.keys(included.partials).length === 0 ? {} : { partials: included.partials };
  problems.push(...included.problems);
  if (included.problems.some(({ code }) => code === "depth"))
    return { facts: undefined, content: undefined, problems, ...partials };
  const { made, problems: sectionProblems } =
    location.type === "quiz" ? wrapQuizSections(tree) : { made: new Set<never>(), problems: [] };
  const structure = readStructure(tree, text, code.blocks, made);
  const { questions, problems: questionProblems } = readQuestions(structure.blocks, made, text);
  const {
    scenes,
    facts: sceneFacts,
    problems: sceneProblems,
  } = readScenes(structure.blocks, tree, location.type, text);
  // It names the level of a heading as it is written, which the outline changes.
  if (location.type === "quiz" && !structure.blockNames.has("Question")) problems.push(noQuestions(tree));
  const slugger = createSlugger();
  const { ids, problems: idProblems } = reserveIds(structure.blocks, slugger, text);
  for (const id of structure.ownAnchors) slugger.reserve(id);
  const outline = readOutline(structure.headings, questions, slugger);
  const blockAnchors = readBlockAnchors(structure.blocks, slugger);
  const toLink = (href: string, use: AddressUse, place: Place): LinkFact => {
    const target =
      use === "faq"
        ? resolveFaq(href, location, config)
        : resolveHref(href, partialOf(place) ?? file, location, config);
    return { href, use, place, target };
  };
  const links = structure.addresses.map(({ href, use, place }) => toLink(href, use, place));
  const unread = structure.problems.filter((one) => !isToldByQuestion(one, questionProblems));
  problems.push(...sectionProblems, ...unread, ...questionProblems, ...idProblems, ...sceneProblems);
  const told = withSeverities(problems, config);
  if (data === undefined || title === undefined)
    return { facts: undefined, content: undefined, problems: told, ...partials };

  const opening = frontmatterVideo(data);
  if (opening !== undefined) {
    const place = (key: readonly string[]) => ({ field: ["video", ...key] });
    links.push(...videoAddresses(opening).map(({ key, href, use }) => toLink(href, use, place(key))));
  }
  const pictures = structure.addresses.filter(({ use }) => use === "image").length;
  const { videos, minutes: watching } = readVideos(data, structure.blocks, links, text);

  const facts: EntryFacts = {
    file,
    location,
    title,
    frontmatter: data,
    ...(location.locale === config.defaultLocale ? {} : { given: keys }),
    ...(lacking.length === 0 ? {} : { lacking }),
    ...(wrong === undefined ? {} : { wrong }),
    outline,
    anchors: [...outline.map(({ id }) => id), ...ids, ...[...blockAnchors.values()].flat(), ...structure.ownAnchors],
    links,
    videos,
    questions: questions.map(({ id, node, heading, prompt, body, explanation, flawed }) => ({
      id,
      title: plainLine(heading === undefined ? prompt : [heading]),
      shortForm: heading !== undefined,
      unexplained: !flawed && explanation === undefined && readerOf(body.kind).explains?.(body) !== true,
      takesFeedback: readerOf(body.kind).explains !== undefined,
      place: firstLineRange(node, text),
    })),
    ...(sceneFacts === undefined ? {} : { scenes: sceneFacts }),
    minutes:
      ("minutes" in data ? data.minutes : undefined) ??
      countMinutes(tree, answeringMinutes(questions) + watching + lookingMinutes(pictures)),
    lead: leadOf(tree),
  };
  // Code of the site's own shows only when it runs whether it is right.
  const drawsOwn = code.own.some((name) => structure.blockNames.has(name));
  if (!(withContent || drawsOwn) || told.some(({ severity }) => severity === "error"))
    return { facts, content: undefined, problems: told, ...partials };

  // Most checks render nothing, and need not load what renders.
  const { addressKey, render } = await import("./render.ts");
  const urls = new Map<string, string>();
  links.forEach(({ href, target, place }, i) => {
    if (!("url" in target)) return;
    const node = structure.addresses[i]?.node;
    if (node === undefined) urls.set(addressKey(href, partialOf(place)), target.url);
    else if ("url" in node) node.url = target.url;
    else setAddress(node, href, target.url);
  });
  const {
    problems: drawingProblems,
    scenario,
    ...rendered
  } = await render({
    tree,
    text,
    blocks: structure.blocks,
    blockAnchors,
    questions,
    definitions: structure.definitions,
    scenario: scenarioOf(scenes, "start" in data ? data.start : undefined),
    hasRawHtml: structure.hasRawHtml,
    codeLanguages: structure.codeLanguages,
    drawsOwn,
    urls,
    location,
    config,
    video: opening === undefined ? undefined : { ...opening, title },
    elements: code.elements,
  });
  problems.push(...drawingProblems);
  if (drawingProblems.length > 0)
    return { facts, content: undefined, problems: withSeverities(problems, config), ...partials };
  const content: EntryContent = {
    ...rendered,
    ...(location.type === "scenario" ? (scenario ?? noScenes) : {}),
    text: plainText(tree.children),
    markdown: text.slice(cutFrontmatter(text)?.bodyOffset ?? 0).replace(/^\s*\n/, ""),
    revision: revisionOf([title, data, rendered.html]),
  };
  return { facts, content, problems: told, ...partials };
}

/** What shows as text in place of an option, a question tells by itself. */
function isToldByQuestion({ code, place }: Problem, told: readonly Problem[]): boolean {
  if (code !== "unread-markdown" || !("start" in place)) return false;
  const isSame = (one: Place) => "start" in one && one.file === place.file && one.start.line === place.start.line;
  return told.some((one) => one.code === "question-options" && isSame(one.place));
}

/** A scenario without a scene is an error of the whole, and read all the same. */
const noScenes: ScenarioBody = { start: "", scenes: [] };

/** Writes a URL to the attribute of an HTML tag that holds an address; other attributes may well say the same. */
function setAddress({ name, attributes }: BlockNode, href: string, url: string): void {
  const holder = name === "img" ? "src" : name === "source" ? "srcset" : "href";
  for (const attribute of attributes) {
    if (attribute.type !== "mdxJsxAttribute" || attribute.name.toLowerCase() !== holder) continue;
    const written = attributeLiteral(attribute)?.value;
    attribute.value = holder === "srcset" ? mapSrcset(String(written), (one) => (one === href ? url : one)) : url;
  }
}

function answeringMinutes(questions: readonly QuestionSource[]): number {
  return questions.reduce((sum, { body }) => sum + readerOf(body.kind).minutes(body), 0);
}

/** Takes the title of a file without one from its first heading, which leaves the body if it opens it. */
function takeTitle(tree: Root): string | undefined {
  const heading = tree.children.find((node) => node.type === "heading");
  if (heading === undefined) return undefined;
  if (heading === openingOf(tree) && heading.depth === 1) remove(tree, heading);
  return plainLine([heading]) || undefined;
}

/** A first heading that only repeats the title would stand on the page twice. */
function dropRepeatedTitle(tree: Root, title: string): void {
  const first = openingOf(tree);
  if (first?.type === "heading" && first.depth === 1 && plainLine([first]) === title) remove(tree, first);
}

/** What readers see first: comments and definitions may stand above it. */
function openingOf({ children }: Root): RootContent | undefined {
  return children.find(
    (node) =>
      node.type !== "mdxFlowExpression" &&
      node.type !== "definition" &&
      !(node.type === "html" && /^<!--(?:(?!-->)[\s\S])*-->\s*$/.test(node.value)),
  );
}

function remove({ children }: Root, node: RootContent): void {
  children.splice(children.indexOf(node), 1);
}
