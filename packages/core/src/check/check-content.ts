import { readFileSync } from "node:fs";
import type { EntryFacts } from "../compile/entry.ts";
import { createFieldLocator } from "../compile/frontmatter.ts";
import { createLineIndex } from "../compile/position.ts";
import { type Place, type ProblemFix, partialOf } from "../compile/problem.ts";
import { withSeverities } from "../compile/severity.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import { pathOnDisk } from "../knowledge/names-on-disk.ts";
import type { Content } from "../knowledge/read-content.ts";
import type { ReadMedia } from "../media/media-facts.ts";
import type { Diagnostic, Fix, Range } from "../model/diagnostic.ts";
import { type Change, factsOf, touched } from "./change.ts";
import { shortFormIds } from "./committed-questions.ts";
import { contentPath } from "./content-path.ts";
import { indexEntries } from "./entry-index.ts";
import type { CheckInput, Finding } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { isServed } from "./served-path.ts";

/** What checking needs beside the content. */
export interface CheckContext {
  readonly config: ResolvedConfig;
  readonly root: string;
  readonly configFile: CheckInput["configFile"];
  readonly today: string;
  readonly committedQuestions: ReadonlyMap<string, readonly string[]>;
  readonly golden: CheckInput["golden"];
  /** Looks at files beside the content. */
  readonly media: ReadMedia;
  /** What editors hold of files that is not saved yet, by file relative to the content folder. Default: nothing. */
  readonly unsaved?: ReadonlyMap<string, string>;
  /** What changed since a commit, where only that is to be told. */
  readonly change?: Change | undefined;
}

/**
 * Tells the mistakes of the content, those of single files and those of the whole, ordered by file and place: all of them,
 * or with a `change` those that it touches.
 */
export function checkContent(content: Content, context: CheckContext): readonly Diagnostic[] {
  const { config, root, change } = context;
  const all = findingsOf(content, context, change);
  const findings =
    change === undefined
      ? all
      : touched(all, change, () => findingsOf(change.before, context, undefined, change.files));
  const places = createPlaces(root, config, context.unsaved);
  return onlyOnce(withSeverities(findings, config))
    .map((finding) => toDiagnostic(finding, places))
    .toSorted(byPlace);
}

function toDiagnostic(finding: Finding, places: Places): Diagnostic {
  const { file, relativeTo, place, related, code, severity, message, hint, fix } = finding;
  const path = relativeTo === "root" ? file : places.fromRoot(partialOf(place) ?? file);
  const located = fix === undefined ? undefined : locateFix(fix, path, places);
  return {
    code,
    severity,
    message,
    file: path,
    range: places.locate(path, place),
    ...(hint === undefined ? {} : { hint }),
    ...(located === undefined ? {} : { fix: located }),
    ...(related === undefined
      ? {}
      : {
          related: related.map((one) => {
            const other = places.fromRoot(partialOf(one.place) ?? one.file ?? file);
            return { message: one.message, file: other, range: places.locate(other, one.place) };
          }),
        }),
  };
}

/** A fix whose places are all there; in a file that has changed meanwhile they may be gone. */
function locateFix({ title, edits }: ProblemFix, file: string, places: Places): Fix | undefined {
  const located = edits.flatMap(({ place, newText }) => {
    const range = "pattern" in place ? places.find(file, place) : places.locate(file, place);
    return range === undefined ? [] : [{ range, newText }];
  });
  return located.length === edits.length ? { title, edits: located } : undefined;
}

function findingsOf(
  content: Content,
  context: CheckContext,
  change: Change | undefined,
  /** Files of which is known only how they are now. */
  changed: ReadonlySet<string> = new Set(),
): readonly Finding[] {
  const before = change === undefined ? undefined : factsOf(change.before, context.config);
  const { config, configFile, today, golden } = context;
  const given: Omit<CheckInput, "index"> = {
    config,
    entries: factsOf(content, config),
    located: content.entries,
    files: content.files,
    outside: content.outside,
    media: (file) => (changed.has(file) ? undefined : context.media(file)),
    isServed: (path) => isServed(context.root, path),
    partials: content.partials,
    configFile,
    today,
    golden,
    before,
    committedQuestions:
      before === undefined
        ? context.committedQuestions
        : new Map(before.map((facts) => [facts.file, shortFormIds(facts)])),
  };
  const input: CheckInput = { ...given, index: indexEntries(given) };
  const findings: Finding[] = content.entries.flatMap(({ file, known }) =>
    known.problems.map((problem) => ({ file, ...problem })),
  );
  for (const rule of rules) findings.push(...rule(input));
  return findings.filter(isOwn(input.entries));
}

/** What a translation has from its original is told there. */
function isOwn(entries: readonly EntryFacts[]): (finding: Finding) => boolean {
  const inherited = new Map(
    entries.flatMap(({ file, inherited: keys = [] }) => (keys.length > 0 ? [[file, keys]] : [])),
  );
  return ({ file, place }) => {
    const key = "field" in place ? place.field[0] : undefined;
    return key === undefined || inherited.get(file)?.includes(String(key)) !== true;
  };
}

/** A mistake in a partial is one, in however many entries it stands. */
function onlyOnce(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ place, code, message }) => {
    if (partialOf(place) === undefined) return true;
    const key = JSON.stringify([place, code, message]);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Looks places up in files, which are read only for what is told: that is little. */
interface Places {
  /** A file of the content folder, from the root. */
  readonly fromRoot: (file: string) => string;
  readonly locate: (file: string, place: Place) => Range;
  readonly find: (file: string, place: { readonly within: Range; readonly pattern: string }) => Range | undefined;
}

function createPlaces(root: string, config: ResolvedConfig, unsaved: CheckContext["unsaved"]): Places {
  const texts = new Map([...(unsaved ?? [])].map(([file, text]) => [contentPath(file, config), text]));
  const textOf = (file: string): string => {
    const known = texts.get(file);
    if (known !== undefined) return known;
    // A partial is told as content names it.
    const text = readFileSync(pathOnDisk(root, file), "utf8").replace(/^\uFEFF/, "");
    texts.set(file, text);
    return text;
  };
  const locators = new Map<string, ReturnType<typeof createFieldLocator>>();
  const locateField = (file: string, field: readonly (string | number)[]): Range => {
    const locate = locators.get(file) ?? createFieldLocator(textOf(file));
    locators.set(file, locate);
    return locate(field);
  };
  return {
    fromRoot: (file) => contentPath(file, config),
    locate: (file, place) =>
      "field" in place ? locateField(file, place.field) : { start: place.start, end: place.end },
    find(file, { within, pattern }) {
      const lines = createLineIndex(textOf(file));
      const start = lines.offset(within.start);
      const match = new RegExp(pattern).exec(textOf(file).slice(start, lines.offset(within.end)));
      return match === null ? undefined : lines.range(start + match.index, start + match.index + match[0].length);
    },
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const { start: left } = a.range;
  const { start: right } = b.range;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return left.line - right.line || left.column - right.column || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
