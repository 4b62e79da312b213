import type { ResolvedConfig } from "../config/schema.ts";
import type { Severity } from "../model/diagnostic.ts";
import type { DiagnosticCode } from "../model/diagnostic-codes.ts";

/** Gives problems the severity that the configuration's `rules` say; those that are off are left out. */
export function withSeverities<P extends { readonly code: DiagnosticCode; readonly severity: Severity }>(
  problems: readonly P[],
  { rules }: Pick<ResolvedConfig, "rules">,
): readonly P[] {
  return problems.flatMap((problem) => {
    const severity = rules[problem.code] ?? problem.severity;
    if (severity === "off") return [];
    return severity === problem.severity ? [problem] : [{ ...problem, severity }];
  });
}
