import type { Log, Region, ReportingDescriptor, Result, Fix as SarifFix } from "sarif";
import { fileStart } from "../../compile/position.ts";
import type { Diagnostic, Fix, Range, Severity } from "../../model/diagnostic.ts";
import { type DiagnosticCode, meaningOf } from "../../model/diagnostic-codes.ts";
import { type ReportPaths, reportPath } from "./report-paths.ts";
import { toldBy, type Verbosity } from "./verbosity.ts";

/** What a SARIF report says of the program that wrote it. */
export interface SarifOptions extends ReportPaths, Verbosity {
  /** The version of Knowhow. */
  readonly version: string;
  /** The address of the manual's pages, without a last `/`, where it is published: rules link to theirs. */
  readonly manual?: string | undefined;
}

const levels = { error: "error", warning: "warning", info: "note" } as const satisfies Record<Severity, string>;

/** The name that tools give to the folder of the checkout; they know where it is. */
const uriBaseId = "%SRCROOT%";

/** The report of a check as SARIF 2.1.0, with the codes that were told as its rules: for code scanning and for tools that collect findings. */
export function formatSarif(diagnostics: readonly Diagnostic[], options: SarifOptions): string {
  const told = toldBy(diagnostics, options);
  const codes = [...new Set(told.map(({ code }) => code))].toSorted();
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Knowhow",
            semanticVersion: options.version,
            rules: codes.map((code) => ruleOf(code, options)),
          },
        },
        // Tells this report from those of other tools for the same commit.
        automationDetails: { id: "knowhow/check/" },
        originalUriBaseIds: { [uriBaseId]: { description: { text: "The folder of the checkout." } } },
        columnKind: "utf16CodeUnits",
        results: told.map((one) => resultOf(one, codes, options)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: DiagnosticCode, { manual }: SarifOptions): ReportingDescriptor {
  const { meaning, severity } = meaningOf(code);
  return {
    id: code,
    shortDescription: { text: meaning },
    fullDescription: { text: meaning },
    help: { text: `What it means, an example, and how to mend it: “${code}” in the manual of Knowhow.` },
    defaultConfiguration: { level: levels[severity] },
    ...(manual === undefined ? {} : { helpUri: `${manual}/lessons/knowhow/rules/${code}/` }),
  };
}

function resultOf(diagnostic: Diagnostic, codes: readonly DiagnosticCode[], paths: ReportPaths): Result {
  const { code, severity, message, hint, file, range, related = [], fix } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: [{ physicalLocation: placeOf(file, range, paths) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((one, i) => ({
            id: i + 1,
            message: { text: one.message },
            physicalLocation: placeOf(one.file, one.range, paths),
          })),
        }),
    ...(fix === undefined ? {} : { fixes: [fixOf(file, fix, paths)] }),
  };
}

function fixOf(file: string, { title, edits }: Fix, paths: ReportPaths): SarifFix {
  const { artifactLocation } = placeOf(file, fileStart, paths);
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation,
        replacements: edits.map(({ range, newText }) => ({
          deletedRegion: regionOf(range),
          insertedContent: { text: newText },
        })),
      },
    ],
  };
}

function placeOf(file: string, range: Range, paths: ReportPaths) {
  return { artifactLocation: { uri: uriOf(reportPath(file, paths)), uriBaseId }, region: regionOf(range) };
}

function uriOf(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function regionOf({ start, end }: Range): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
