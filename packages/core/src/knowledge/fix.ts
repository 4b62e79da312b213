import { chmodSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { applyEdits, compatibleFixes } from "../check/apply-edits.ts";
import type { Diagnostic, Fix, Range } from "../model/diagnostic.ts";
import type { DiagnosticCode } from "../model/diagnostic-codes.ts";
import { type CheckOptions, type CheckResult, openReader, resultOf } from "./load.ts";
import { pathOnDisk } from "./names-on-disk.ts";
import { sourceHash } from "./source-file.ts";

/** A mistake that was mended. */
export interface FixedMistake {
  readonly code: DiagnosticCode;
  /** Relative to the root. */
  readonly file: string;
  /** Where it stood. */
  readonly range: Range;
  /** What was done, as one would ask for it: `Write “level”`. */
  readonly title: string;
}

/** A file with mistakes that can be mended, and was not written. */
export interface UnfixedFile {
  /** Relative to the root. */
  readonly file: string;
  /** Why, as a whole sentence. */
  readonly reason: string;
}

/** What mending gives: what was mended, and what remains. */
export interface FixResult extends CheckResult {
  readonly fixed: readonly FixedMistake[];
  readonly unfixed: readonly UnfixedFile[];
}

/** Mending one mistake may bring the next one of its file to light, but not for ever. */
const mostRounds = 20;

/**
 * Mends every mistake whose correction needs no judgement, and checks again. Each file is written whole or not at all, and
 * one that changed since it was checked is left alone. Throws as `checkKnowledgeBase` does.
 */
export async function fixKnowledgeBase(options: CheckOptions): Promise<FixResult> {
  const root = resolve(options.root);
  const reader = await openReader(options);
  const fixed: FixedMistake[] = [];
  const unfixed = new Map<string, string>();
  for (let round = 1; ; round++) {
    const read = await reader.read({ withContent: false, since: options.since });
    const sources = new Map<string, string>();
    for (const { file, known } of read.content.entries) {
      sources.set(reader.pathOf(file), known.source);
      for (const [partial, source] of Object.entries(known.partials ?? {})) sources.set(reader.pathOf(partial), source);
    }
    if (read.golden !== undefined) sources.set(read.golden.file, sourceHash(Buffer.from(read.golden.text)));
    let wrote = false;
    for (const [file, diagnostics] of byFile(read.diagnostics)) {
      if (unfixed.has(file) || round > mostRounds) continue;
      const fixes = compatibleFixes(diagnostics);
      const reason = write(pathOnDisk(root, file), sources.get(file), fixes);
      if (reason !== undefined) {
        unfixed.set(file, reason);
        continue;
      }
      wrote = true;
      fixed.push(...fixes.map(({ code, range, title }) => ({ code, file, range, title })));
    }
    if (wrote) continue;
    return { ...resultOf(read), fixed, unfixed: [...unfixed].map(([file, reason]) => ({ file, reason })) };
  }
}

type FixableMistake = Diagnostic & Fix;

/** The diagnostics of each file that can be mended, together with their fixes. */
function byFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly FixableMistake[]> {
  const fixable = diagnostics.flatMap(({ fix, ...diagnostic }) =>
    fix === undefined ? [] : [{ ...diagnostic, ...fix }],
  );
  return Map.groupBy(fixable, ({ file }) => file);
}

/** Writes a file with its fixes in the place of the old one; returns why it was left alone, where it was. */
function write(path: string, source: string | undefined, fixes: readonly Fix[]): string | undefined {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    const stat = lstatSync(path);
    if (stat.isSymbolicLink()) return "It is a symbolic link; mend the file that it leads to.";
    const bytes = readFileSync(path);
    if (sourceHash(bytes) !== source) return "It has changed while it was being checked; try again.";
    const whole = bytes.toString("utf8");
    const mark = whole.startsWith("\uFEFF") ? "\uFEFF" : "";
    writeFileSync(
      temporary,
      mark +
        applyEdits(
          whole.slice(mark.length),
          fixes.flatMap(({ edits }) => edits),
        ),
    );
    chmodSync(temporary, stat.mode);
    renameSync(temporary, path);
    return undefined;
  } catch (cause) {
    rmSync(temporary, { force: true });
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    return `It cannot be written (${code}).`;
  }
}
