import { readFileSync, statSync } from "node:fs";
import { basename, extname, join, relative } from "node:path";
import { slug } from "github-slugger";
import { contentPath } from "../../check/content-path.ts";
import { type CompiledFile, type CompileOptions, compileFile } from "../../compile/entry.ts";
import type { ReadPartial } from "../../compile/partial.ts";
import { createLineIndex } from "../../compile/position.ts";
import type { ResolvedConfig } from "../../config/schema.ts";
import type { SiteCode } from "../../config/site-code.ts";
import type { FileChange } from "../../files/change-files.ts";
import { isWithin } from "../../files/is-within.ts";
import { locate } from "../../knowledge/locate.ts";
import type { LocatedFile } from "../../knowledge/source-file.ts";
import { entryFolders } from "../../model/types.ts";
import { type Analysis, analyse, cut } from "./analyse.ts";
import { writeFrontMatter } from "./front-matter.ts";
import { convertBody } from "./markdown/convert-body.ts";
import type { ImportNote } from "./markdown/pen.ts";
import { planPartials, writePartial } from "./partials.ts";
import { type Plan, type PlanSetting, planDocument, settlePlaces } from "./plan.ts";
import type { ImportedEntry, ImportProblem, ImportReport } from "./report.ts";
import { entryTop, type PlannedEntry, plainAnchor, type ResolveSetting, resolveForeign, routeOf } from "./resolve.ts";
import { isDocument, isOtherDocument, readDocument, type SourceFolder } from "./sources.ts";

/** What documents are imported by. */
export interface ImportDocuments extends Omit<PlanSetting, "top"> {
  /** The folder of the knowledge base. */
  readonly root: string;
  readonly source: SourceFolder;
  readonly code: SiteCode;
  /** The entries that there are. */
  readonly there: readonly LocatedFile[];
  /** Every file of the content folder. */
  readonly files: ReadonlySet<string>;
  readonly onProgress: ((done: number, total: number) => void) | undefined;
}

/** An import, worked out: what it makes, and the changes that make it. */
export interface WorkedOut {
  readonly report: ImportReport;
  readonly changes: readonly FileChange[];
}

/** An entry with its text. */
interface Draft {
  readonly plan: Plan;
  readonly text: string;
  readonly notes: readonly ImportNote[];
  readonly compiled: CompiledFile;
}

/** Works out what the Markdown documents of a folder become. */
export async function importDocuments(options: ImportDocuments): Promise<WorkedOut> {
  const { root, source, config, there } = options;
  const skipped: { readonly source: string; readonly why: string }[] = [];
  const analyses: Analysis[] = [];
  const documents = source.files.filter(isDocument);
  for (const [i, file] of documents.entries()) {
    options.onProgress?.(i, documents.length);
    const document = readDocument(source.folder, file);
    const analysis = "problem" in document ? document : await analyse(document, options);
    if ("problem" in analysis) skipped.push({ source: file, why: analysis.problem });
    else analyses.push(analysis);
  }
  const planned = analyses.flatMap((analysis) => planDocument(analysis, { ...options, top: basename(source.folder) }));
  const settled = settlePlaces(planned, there, config);
  skipped.push(...settled.skipped);

  const inFolder = (file: string) => join(root, contentPath(file, config));
  const media = createMedia(options, inFolder);
  const partials = await planPartials(analyses, source, { ...options, top: basename(source.folder) });
  const places = new Map([...partials].map(([file, partial]) => [file, partial.file]));
  const setting = { source, routes: routesOf(analyses), partials: places, bring: media.bring };
  const draftAll = async (anchors: ReadonlyMap<Plan, PlannedEntry["anchors"]>) => {
    const resolving: ResolveSetting = { ...setting, entries: entriesOf(settled.plans, anchors) };
    const written = [...partials.values()].map((partial) => {
      const made = { ...partial, ...writePartial(partial, resolving) };
      if (!options.files.has(partial.file)) return { ...made, isNew: true, isOther: false };
      const text = readFileSync(inFolder(partial.file), "utf8");
      return { ...made, text, isNew: false, isOther: text !== made.text };
    });
    const readPartial = partialReader(written);
    const drafts: Draft[] = [];
    for (const plan of settled.plans)
      drafts.push(await draft(plan, resolving, { code: options.code, readPartial }, config));
    return { drafts, written };
  };
  // Anchors are known only once every text is written: then links that name one are looked at again.
  const first = await draftAll(new Map());
  const { drafts, written } = await draftAll(
    new Map(first.drafts.map(({ plan, compiled }) => [plan, anchorsOf(plan, compiled)])),
  );

  const entries = drafts.map((draft) => toImported(draft, config));
  const brought = new Set(media.brought().map(({ from }) => from));
  for (const file of source.files.filter(isOtherDocument)) {
    if (brought.has(join(source.folder, file))) continue;
    const why = `A document of the kind “${extname(file).toLowerCase()}” cannot be imported: save it as Markdown first.`;
    skipped.push({ source: file, why });
  }
  for (const { analysis, file, isOther } of written) {
    if (!isOther) continue;
    const why = `${contentPath(file, config)} is there already, and included as it is.`;
    skipped.push({ source: analysis.document.file, why });
  }
  const newPartials = written.filter(({ isNew }) => isNew);
  return {
    report: {
      entries,
      partials: newPartials.map(({ analysis, file, notes }) => ({
        source: analysis.document.file,
        file: contentPath(file, config),
        notes,
      })),
      media: media.brought().map(({ from, to }) => ({
        source: relative(source.folder, from).replaceAll("\\", "/"),
        file: contentPath(to, config),
      })),
      skipped,
    },
    changes: [
      ...newPartials.map(({ file, text }): FileChange => ({ kind: "create", path: inFolder(file), bytes: text })),
      ...drafts.map(({ plan, text }): FileChange => ({ kind: "create", path: inFolder(plan.file), bytes: text })),
      ...media.brought().map(({ from, to }): FileChange => ({ kind: "copy", from, path: inFolder(to) })),
    ],
  };
}

/** The documents by the addresses that the other tool gives their pages. */
function routesOf(analyses: readonly Analysis[]): ReadonlyMap<string, string> {
  const routes = new Map<string, string>();
  for (const { document } of analyses) {
    const { file, frontMatter } = document;
    const slug = frontMatter.rest.find(({ key }) => key === "slug")?.source.replace(/^slug:\s*["']?|["']\s*$/g, "");
    const route = routeOf(file);
    if (!routes.has(route)) routes.set(route, file);
    if (slug !== undefined) {
      const folder = route.slice(0, route.lastIndexOf("/") + 1);
      routes.set(routeOf(slug.startsWith("/") ? slug : `${folder}${slug}`), file);
    }
  }
  return routes;
}

/** Reads partials that are not written yet. */
function partialReader(written: readonly { readonly file: string; readonly text: string }[]): ReadPartial {
  const texts = new Map(written.map(({ file, text }) => [file, text]));
  return (file) => {
    const text = texts.get(file);
    return text === undefined ? undefined : { bytes: Buffer.from(text), hash: file };
  };
}

function entriesOf(
  plans: readonly Plan[],
  anchors: ReadonlyMap<Plan, PlannedEntry["anchors"]>,
): ReadonlyMap<string, readonly PlannedEntry[]> {
  const entries = new Map<string, PlannedEntry[]>();
  for (const plan of plans) {
    const { file } = plan.analysis.document;
    const entry = { file: plan.file, anchors: anchors.get(plan) };
    const known = entries.get(file);
    if (known === undefined) entries.set(file, [entry]);
    else known.push(entry);
  }
  return entries;
}

async function draft(
  plan: Plan,
  setting: ResolveSetting,
  compiling: Omit<CompileOptions, "withContent">,
  config: ResolvedConfig,
): Promise<Draft> {
  const { analysis, part, file, heading, fields, steps, isFirst } = plan;
  const { document, body, to } = analysis;
  const isSplit = part.start > document.bodyOffset || part.end < body.text.length;
  const { edits, notes } = convertBody(
    body,
    to,
    (href, what) => resolveForeign(href, what, document.file, file, setting),
    isSplit,
  );
  const kept =
    heading === undefined
      ? edits
      : [
          ...edits.filter((edit) => edit.end <= heading.start || edit.start >= heading.end),
          { start: heading.start, end: heading.end, text: "" },
        ];
  const content = cut(document, body, part, kept)
    .replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, "")
    .trimEnd();
  const rest = isFirst ? document.frontMatter.rest : [];
  const end = /\r\n|\n|\r/.exec(document.text)?.[0] ?? "\n";
  const front = writeFrontMatter({ ...fields, status: "draft", ...(steps.length === 0 ? {} : { steps }) }, rest, end);
  const text = content === "" ? front : `${front}${end}${content}${end}`;

  const lines = createLineIndex(body.text);
  const [from, until] = [lines.position(part.start).line, lines.position(part.end).line];
  const inPart = notes.filter(
    ({ line }) => !isSplit || (line >= from && line < until) || (line === until && part.end === body.text.length),
  );
  const told: ImportNote[] = isFirst ? [...analysis.notes, ...notesOnFrontMatter(plan)] : [];
  const location = locate(file, config);
  const compiled: CompiledFile =
    location === undefined
      ? { facts: undefined, content: undefined, problems: [] }
      : await compileFile(Buffer.from(text), file, location, config, { ...compiling, withContent: false });
  return { plan, text, notes: [...told, ...inPart], compiled };
}

function notesOnFrontMatter({ analysis }: Plan): readonly ImportNote[] {
  const { mistake, rest } = analysis.document.frontMatter;
  if (mistake !== undefined) {
    return [
      {
        line: mistake.line,
        message: `The front matter could not be read, and stays in the entry as a comment: ${mistake.message}`,
      },
    ];
  }
  const keys = rest.map(({ key }) => key).filter((key) => key !== "");
  return keys.length === 0
    ? []
    : [{ line: 1, message: `Not taken over from the front matter, and kept in it as a comment: ${keys.join(", ")}.` }];
}

/** The anchors of an entry by every way in which a link may name them. */
function anchorsOf({ analysis, part, heading }: Plan, { facts }: CompiledFile): PlannedEntry["anchors"] {
  const anchors = new Map<string, string>();
  if (heading !== undefined) {
    for (const way of [heading.id, slug(heading.text), plainAnchor(slug(heading.text))]) {
      if (way !== undefined) anchors.set(way, entryTop);
    }
  }
  for (const anchor of facts?.anchors ?? [])
    if (!anchors.has(plainAnchor(anchor))) anchors.set(plainAnchor(anchor), anchor);
  for (const anchor of facts?.anchors ?? []) anchors.set(anchor, anchor);
  for (const { id, text, start } of analysis.body.headings) {
    if (id === undefined || start < part.start || start >= part.end || start === heading?.start) continue;
    const now = facts?.outline.find((item) => item.text === text)?.id;
    if (now !== undefined) anchors.set(id, now);
  }
  return anchors;
}

function toImported({ plan, notes, compiled }: Draft, config: ResolvedConfig): ImportedEntry {
  const problems = compiled.problems.flatMap(({ code, severity, message, hint, place }): ImportProblem[] => {
    if (severity === "info") return [];
    const line = "start" in place ? place.start.line : 1;
    return [{ code, severity, message, line, ...(hint === undefined ? {} : { hint }) }];
  });
  const minutes = compiled.facts?.minutes ?? 0;
  if (minutes > config.budget.error) {
    problems.push({
      code: "too-long",
      severity: "error",
      message: `This entry takes ${minutes} minutes; the limit is ${config.budget.error}.`,
      hint: plan.isFirst
        ? "Split it: import it with --split, which makes an entry of every ## heading."
        : "Split it by hand: one task an entry.",
      line: 1,
    });
  }
  return {
    source: plan.analysis.document.file,
    file: contentPath(plan.file, config),
    ref: `${plan.type}:${plan.id}`,
    type: plan.type,
    title: String(plan.fields.title ?? plan.id),
    notes,
    problems,
  };
}

/** Finds places for the files that documents use, each in the folders that it had; one that lies there already is used. */
function createMedia({ source, type, into, config, files }: ImportDocuments, inFolder: (file: string) => string) {
  const places = new Map<string, string>();
  const taken = new Set<string>();
  return {
    bring: (path: string): string | undefined => {
      const known = places.get(path);
      if (known !== undefined) return known;
      const place = mediaPlace(path, source, type, into, config);
      if (files.has(place)) return isSameFile(path, inFolder(place)) ? place : undefined;
      if (taken.has(place)) return undefined;
      taken.add(place);
      places.set(path, place);
      return place;
    },
    brought: () => [...places].map(([from, to]) => ({ from, to })),
  };
}

/** Whether two files hold the same; most that differ do so in size. */
function isSameFile(one: string, other: string): boolean {
  return statSync(one).size === statSync(other).size && readFileSync(one).equals(readFileSync(other));
}

function mediaPlace(
  path: string,
  source: SourceFolder,
  type: "lesson" | "faq",
  into: string,
  config: ResolvedConfig,
): string {
  const base = [...source.publicFolders, source.folder, source.project].find((folder) => isWithin(path, folder));
  const isBeside = base === source.folder;
  const parts = relative(base ?? source.project, path)
    .split(/[\\/]/)
    .map((part) => part.replace(/^\.+/, ""));
  const [first = ""] = parts;
  const locale = isBeside && parts.length > 1 && Object.hasOwn(config.locales, first) ? parts.shift() : undefined;
  const prefix = locale === undefined || locale === config.defaultLocale ? [] : [locale];
  return [...prefix, entryFolders[type], ...(into === "" ? [] : [into]), ...(isBeside ? [] : ["media"]), ...parts].join(
    "/",
  );
}
