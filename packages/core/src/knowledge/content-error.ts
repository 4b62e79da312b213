import type { Diagnostic } from "../model/diagnostic.ts";

/** The content has errors, and the caller asked for none. */
export class ContentError extends Error {
  override readonly name = "ContentError";
  /** All mistakes, warnings included. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const [first] = errors;
    const where =
      first === undefined
        ? ""
        : `: ${first.file}:${first.range.start.line}:${first.range.start.column}: ${first.message}`;
    super(`The content has ${errors.length} ${errors.length === 1 ? "error" : "errors"}${where}`);
    this.diagnostics = diagnostics;
  }
}
