import type { Output } from "@knowhow/core";

/** What a command says about where sites lie. */
export interface SiteFolder {
  /** The site or audience that was asked for; undefined for all, or the first. */
  readonly audience: string | undefined;
  /** The folder that was asked for: of the site, or of all together. */
  readonly out: string | undefined;
}

/** The folder of a site, relative to the root. */
export function folderOf({ name, folder }: Output, { audience, out }: SiteFolder): string {
  if (out === undefined) return folder;
  return audience === undefined && name !== undefined ? `${out}/${name}` : out;
}
