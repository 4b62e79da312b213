import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileFile } from "../compile/entry.ts";
import type { ReadPartial } from "../compile/partial.ts";
import { fileStart } from "../compile/position.ts";
import { error, type Problem } from "../compile/problem.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import type { SiteCode } from "../config/site-code.ts";
import { leadsOut } from "./content-files.ts";
import { type PackedFile, packFile } from "./known-file.ts";
import type { Location } from "./locate.ts";

/** A content file that is an entry. */
export interface LocatedFile {
  /** Relative to the content folder. */
  readonly file: string;
  readonly location: Location;
}

/** How the files of a content folder are compiled. */
export interface ContentSetting {
  /** The folder of the configuration. */
  readonly root: string;
  /** The content folder. */
  readonly folder: string;
  readonly config: ResolvedConfig;
  readonly code: SiteCode;
  readonly withContent: boolean;
}

/** How one reading compiles them. */
export interface CompileSetting extends ContentSetting {
  readonly readPartial: ReadPartial;
}

/** The hash by which a file is known. */
export function sourceHash(bytes: Uint8Array): string {
  return hash("sha1", bytes, "base64url");
}

/** The bytes of a file and their hash, or why it cannot be read. */
export function readSource(
  folder: string,
  file: string,
): { readonly bytes: Uint8Array; readonly source: string } | { readonly problem: Problem } {
  try {
    const bytes = readFileSync(join(folder, file));
    return { bytes, source: sourceHash(bytes) };
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    const hint = "Check its permissions, or where the link leads.";
    return { problem: error("unreadable", `This file cannot be read (${reason}).`, fileStart, hint) };
  }
}

/**
 * The same of a file that content names, which is read as NFC; on the disk its name may lie decomposed, as a Mac writes it.
 * Symbolic links on the way there do not lead out of the folder.
 */
export function readNamed(folder: string, file: string): ReturnType<typeof readSource> {
  const read = readWithin(folder, file);
  const decomposed = file.normalize("NFD");
  return "source" in read || decomposed === file ? read : readWithin(folder, decomposed);
}

function readWithin(folder: string, file: string): ReturnType<typeof readSource> {
  if (!leadsOut(folder, file)) return readSource(folder, file);
  return { problem: error("unreadable", "This is a symbolic link that leads out of the content folder.", fileStart) };
}

/** Reads and compiles one file. */
export async function compileSource(
  { file, location }: LocatedFile,
  { folder, config, ...options }: CompileSetting,
): Promise<PackedFile> {
  const read = readSource(folder, file);
  if ("problem" in read) return packFile("", { facts: undefined, content: undefined, problems: [read.problem] });
  return packFile(read.source, await compileFile(read.bytes, file, location, config, options));
}
