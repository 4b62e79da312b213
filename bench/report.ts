/** What a figure counts. */
export type Unit = "times" | "bytes" | "ms";

/** One line of the benchmark's table: a figure and the goal that it is held against. */
export interface Line {
  /** What was measured: `cold build of 5,000, memory`. */
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly goal: { readonly kind: "atMost" | "atLeast"; readonly value: number };
  /** What the figure was worked out from, for readers. */
  readonly basis: string;
}

/** A line that could not be measured, and why. */
export interface BrokenLine {
  readonly name: string;
  readonly error: string;
}

/** Whether a figure reaches its goal. */
export function isMet({ value, goal }: Line): boolean {
  return goal.kind === "atMost" ? value <= goal.value : value >= goal.value;
}

/** Milliseconds as readers want them: `430 ms`, `11.2 s`. */
export function formatMs(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** Bytes as readers want them, a KB being 1,000: `29.4 KB`, `640 MB`, `3.02 GB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} KB`;
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}

/** A figure with its unit. */
export function formatValue(value: number, unit: Unit): string {
  switch (unit) {
    case "bytes":
      return formatBytes(value);
    case "ms":
      return formatMs(value);
    case "times":
      return `${value.toFixed(value < 10 ? 2 : 1)}×`;
  }
}

/** The lines as a table in plain text, a row each: what, figure, goal, verdict, what the figure comes from. */
export function formatTable(lines: readonly (Line | BrokenLine)[]): string {
  const rows = lines.map((line) =>
    "error" in line
      ? [line.name, "-", "-", "not measured", line.error]
      : [
          line.name,
          formatValue(line.value, line.unit),
          `${line.goal.kind === "atMost" ? "≤" : "≥"} ${formatValue(line.goal.value, line.unit)}`,
          isMet(line) ? "met" : "MISSED",
          line.basis,
        ],
  );
  const table = [["", "figure", "goal", "verdict", "from"], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
