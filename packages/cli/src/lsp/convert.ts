import type { Diagnostic, Position, Range } from "@knowhow/core";
import type { Completion } from "@knowhow/core/language";
import {
  type CompletionItem,
  CompletionItemKind,
  DiagnosticSeverity,
  InsertTextFormat,
  type Diagnostic as LspDiagnostic,
  type Position as LspPosition,
  type Range as LspRange,
} from "vscode-languageserver";

/** The protocol counts lines and characters from 0, Knowhow from 1; both count UTF-16 units. */
function toLspPosition({ line, column }: Position): LspPosition {
  return { line: line - 1, character: column - 1 };
}

/** A place of the protocol as Knowhow counts. */
export function fromLspPosition({ line, character }: LspPosition): Position {
  return { line: line + 1, column: character + 1 };
}

/** A stretch of a file for the protocol. */
export function toLspRange({ start, end }: Range): LspRange {
  return { start: toLspPosition(start), end: toLspPosition(end) };
}

const severityOf = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** A mistake as an editor shows it; `uriOf` names a file, given relative to the root. */
export function toLspDiagnostic(diagnostic: Diagnostic, uriOf: (file: string) => string): LspDiagnostic {
  const { code, severity, message, hint, range, related = [] } = diagnostic;
  return {
    source: "knowhow",
    code,
    severity: severityOf[severity],
    message: hint === undefined ? message : `${message}\n${hint}`,
    range: toLspRange(range),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((one) => ({
            message: one.message,
            location: { uri: uriOf(one.file), range: toLspRange(one.range) },
          })),
        }),
  };
}

const kindOf = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  entry: CompletionItemKind.Reference,
  block: CompletionItemKind.Class,
  prop: CompletionItemKind.Field,
  file: CompletionItemKind.File,
  anchor: CompletionItemKind.Reference,
} as const satisfies Record<Completion["kind"], CompletionItemKind>;

/** Something to write as an editor offers it; `snippets` says whether it fills in places. */
export function toLspCompletion(completion: Completion, snippets: boolean): CompletionItem {
  const { label, kind, detail, documentation, edit, isSnippet } = completion;
  const newText = isSnippet && !snippets ? edit.newText.replace(/\$\d/g, "") : edit.newText;
  return {
    label,
    kind: kindOf[kind],
    // Editors compare what stands in the range with this: a ref is more than one word to them.
    filterText: label,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: "markdown", value: documentation } }),
    insertTextFormat: isSnippet && snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toLspRange(edit.range), newText },
  };
}
