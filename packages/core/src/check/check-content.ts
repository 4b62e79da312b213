import { readFileSync } from "node:fs";
import { join } from "node:path";
import { locateField } from "../compile/frontmatter.ts";
import type { Place } from "../compile/problem.ts";
import { withSeverities } from "../compile/severity.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import type { Content } from "../knowledge/read-content.ts";
import type { Diagnostic, Range } from "../model/diagnostic.ts";
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
}

/** Tells every mistake of the content: those of single files and those of the whole, ordered by file and place. */
export function checkContent(
  { entries, files }: Content,
  { config, root, configFile, today, committedQuestions, golden }: CheckContext,
): readonly Diagnostic[] {
  const given: Omit<CheckInput, "index"> = {
    config,
    entries: firstOfEach(entries).flatMap(({ known }) => known.facts ?? []),
    located: entries,
    files,
    configFile,
    today,
    committedQuestions,
    golden,
  };
  const input: CheckInput = { ...given, index: indexEntries(given) };
  const findings: Finding[] = entries.flatMap(({ file, known }) =>
    known.problems.map((problem) => ({ file, ...problem })),
  );
  for (const rule of rules) findings.push(...rule(input));

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

/** Of files that are the same entry, the first counts; the others are told as mistakes. */
function firstOfEach(entries: Content["entries"]): Content["entries"] {
  const seen = new Set<string>();
  return entries.filter(({ location }) => {
    const key = `${location.locale} ${location.ref}`;
    return seen.has(key) ? false : seen.add(key);
  });
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
