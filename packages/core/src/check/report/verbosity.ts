import type { Diagnostic } from "../../model/diagnostic.ts";

/** How much a report tells. */
export interface Verbosity {
  /** Whether infos are told one by one; default false: they are only counted. */
  readonly verbose?: boolean;
}

/** The diagnostics that a report tells. */
export function toldBy(diagnostics: readonly Diagnostic[], { verbose = false }: Verbosity): readonly Diagnostic[] {
  return verbose ? diagnostics : diagnostics.filter(({ severity }) => severity !== "info");
}
