import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { SetupError } from "../config/setup-error.ts";
import type { Diagnostic, Range } from "../model/diagnostic.ts";
import { type GoldenQuestion, readGoldenQuestions } from "../search/golden-questions.ts";

/** The file of golden questions as it is written. */
export interface GoldenFile {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** Reads the file of golden questions, given relative to the root; undefined where there is none. */
export async function readGoldenFile(root: string, file: string): Promise<GoldenFile | undefined> {
  const path = resolve(root, file);
  try {
    return { file: relative(root, path).replaceAll("\\", "/"), text: await readFile(path, "utf8") };
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    if (code === "ENOENT") return undefined;
    throw new SetupError(`${join(root, file)} cannot be read (${code}).`, "Check its permissions.");
  }
}

/** Golden questions, and the mistakes in their file. */
export interface GoldenQuestions {
  /** Those that could be read, in their order. */
  readonly questions: readonly GoldenQuestion[];
  /** Each of code `golden`, with its file relative to the root. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads golden questions from a file of one JSON object a line: `{"q": "…", "relevant": ["faq:…"], "locale": "vi"}`, the locale
 * only where it is not the default one. `file` is relative to `root`.
 * Throws a `SetupError` where there is no such file.
 */
export async function loadGoldenQuestions(root: string, file: string): Promise<GoldenQuestions> {
  const golden = await readGoldenFile(root, file);
  if (golden === undefined) {
    throw new SetupError(
      `There is no file ${resolve(root, file)}.`,
      'Create it with a line for each question: {"q": "how do I get my money back", "relevant": ["faq:billing/refunds"]}',
    );
  }
  const { questions, problems } = readGoldenQuestions(golden.text);
  return {
    questions: questions.map(({ line: _, ...question }) => question),
    diagnostics: problems.map(
      ({ code, severity, message, place, hint }): Diagnostic => ({
        code,
        severity,
        message,
        file: golden.file,
        // This format has no front matter: every place is a range.
        range: place as Range,
        ...(hint === undefined ? {} : { hint }),
      }),
    ),
  };
}
