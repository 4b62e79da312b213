/** From where a report names its files, which the diagnostics name from the root. */
export interface ReportPaths {
  /** The root, seen from there, with `/`: `docs` where the knowledge base is a folder of a repository. Default: the root itself. */
  readonly prefix?: string;
}

/** Names a file as a report does. */
export function reportPath(file: string, { prefix = "" }: ReportPaths): string {
  return prefix === "" ? file : `${prefix}/${file}`;
}
