/** What a new entry is written from. */
export interface TemplateInput {
  /** Already as YAML. */
  readonly title: string;
  /** Today, `2026-01-31`. */
  readonly today: string;
}

/** The text of a new entry in each language that templates are written in. */
export type Template = Readonly<Record<"en" | "vi", (input: TemplateInput) => string>>;
