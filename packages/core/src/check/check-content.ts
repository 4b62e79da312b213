import { readFileSync } from "node:fs";
import { join } from "node:path";
import { locateField } from "../compile/frontmatter.ts";
import type { Place } from "../compile/problem.ts";
import { withSeverities } from "../compile/severity.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import type { Content } from "../knowledge/read-content.ts";
import type { Diagnostic, Range } from "../model/diagnostic.ts";
import { type Change, factsOf, touched } from "./change.ts";
import { shortFormIds } from "./committed-questions.ts";
import { indexEntries } from "./entry-index.ts";
import type { CheckInput, Finding } from "./rule.ts";
import { rules } from "./rules/index.ts";

/** What checking needs beside the content. */
export interface CheckContext {
  readonly config: ResolvedConfig;
  readonly root: string;
  readonly configFile: CheckInput["configFile"];
  readonly today: string;
  readonly committedQuestions: ReadonlyMap<string, readonly string[]>;
  readonly golden: CheckInput["golden"];
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
    change === undefined ? all : touched(all, change, () => findingsOf(change.before, context, undefined));
  const prefix = config.content.replace(/^\.\//, "").replace(/\/+$/, "");
  const fromRoot = (file: string) =>
    file === "" ? prefix : prefix === "" || prefix === "." ? file : `${prefix}/${file}`;
  const locate = createFieldLocator(join(root, config.content));
  return withSeverities(findings, config)
    .map(
      ({ file, relativeTo, place, related, code, severity, message, hint }): Diagnostic => ({
        code,
        severity,
        message,
        file: relativeTo === "root" ? file : fromRoot(file),
        range: locate(file, place),
        ...(hint === undefined ? {} : { hint }),
        ...(related === undefined
          ? {}
          : {
              related: related.map((one) => ({
                message: one.message,
                file: fromRoot(one.file ?? file),
                range: locate(one.file ?? file, one.place),
              })),
            }),
      }),
    )
    .toSorted(byPlace);
}

function findingsOf(content: Content, context: CheckContext, change: Change | undefined): readonly Finding[] {
  const before = change === undefined ? undefined : factsOf(change.before);
  const { config, configFile, today, golden } = context;
  const given: Omit<CheckInput, "index"> = {
    config,
    entries: factsOf(content),
    located: content.entries,
    files: content.files,
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
  return findings;
}

/** Places of front matter fields are looked up only for what is told, which is little. */
function createFieldLocator(folder: string): (file: string, place: Place) => Range {
  const texts = new Map<string, string>();
  return (file, place) => {
    if (!("field" in place)) return place;
    const text = texts.get(file) ?? readFileSync(join(folder, file), "utf8").replace(/^\uFEFF/, "");
    texts.set(file, text);
    return locateField(text, place.field);
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const { start: left } = a.range;
  const { start: right } = b.range;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return left.line - right.line || left.column - right.column || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
