/** The kinds of callout that there are. */
export type CalloutType = "note" | "tip" | "warning" | "danger";

/** What other tools call their admonitions. */
const types: Readonly<Record<string, CalloutType>> = {
  note: "note",
  info: "note",
  important: "note",
  abstract: "note",
  seealso: "note",
  secondary: "note",
  tip: "tip",
  success: "tip",
  hint: "tip",
  check: "tip",
  warning: "warning",
  caution: "warning",
  attention: "warning",
  warn: "warning",
  danger: "danger",
  error: "danger",
  failure: "danger",
  bug: "danger",
};

/** The callout for an admonition of another tool; undefined where it is none that is known. */
export function calloutType(name: string): CalloutType | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(types, key) ? types[key] : undefined;
}
