import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CompiledFile, EntryContent, EntryFacts } from "../compile/entry.ts";
import type { Problem } from "../compile/problem.ts";

/** What was compiled of a file, its body read only when asked for. */
export interface KnownFile {
  /** The hash of the bytes that it was compiled from. */
  readonly source: string;
  readonly facts: EntryFacts | undefined;
  readonly problems: readonly Problem[];
  /** Undefined where the body was not compiled: by a check, or because of errors. */
  readonly content: (() => EntryContent) | undefined;
  /** The revision of the body, known without reading it. */
  readonly revision: string | undefined;
}

/** What is known of the files of a content folder, by file; it is plain memory until it is saved. */
export interface CompileCache {
  readonly files: Map<string, KnownFile>;
  /** Whether anything differs from what is on disk. */
  changed: boolean;
}

/** A compiled file as the cache holds it. */
export function toKnownFile(source: string, { facts, problems, content }: CompiledFile): KnownFile {
  return {
    source,
    facts,
    problems,
    content: content === undefined ? undefined : () => content,
    revision: content?.revision,
  };
}

interface StoredFile {
  readonly source: string;
  readonly facts?: EntryFacts;
  readonly problems: readonly Problem[];
  readonly revision?: string;
  /** Where its body begins and how long it is, in bytes, behind the first line. */
  readonly body?: readonly [number, number];
}

interface StoredIndex {
  readonly key: string;
  readonly bytes: number;
  readonly files: Readonly<Record<string, StoredFile>>;
}

const fileName = "compiled.cache";

/**
 * Opens the cache in a folder. `key` names everything beside the sources that a compiled file depends on;
 * a cache with another key, or one that is damaged, counts as empty.
 */
export function openCompileCache(folder: string, key: string): CompileCache {
  const files = new Map<string, KnownFile>();
  const stored = readStored(join(folder, fileName), key);
  if (stored === undefined) return { files, changed: true };
  for (const [file, { source, facts, problems, revision, body }] of Object.entries(stored.index.files)) {
    const content = body === undefined ? undefined : () => parseBody(stored.bodies, body);
    files.set(file, { source, facts, problems, revision, content });
  }
  return { files, changed: false };
}

/** Writes the cache: to a new file that takes the old one's place, so that a killed process leaves either. */
export function saveCompileCache(folder: string, key: string, cache: CompileCache): void {
  if (!cache.changed) return;
  const index: Record<string, StoredFile> = {};
  const bodies: Buffer[] = [];
  let bytes = 0;
  for (const [file, { source, facts, problems, revision, content }] of cache.files) {
    const body = content === undefined ? undefined : Buffer.from(JSON.stringify(content()));
    index[file] = {
      source,
      problems,
      ...(facts && { facts }),
      ...(revision && { revision }),
      ...(body && { body: [bytes, body.length] as const }),
    };
    if (body === undefined) continue;
    bodies.push(body);
    bytes += body.length;
  }
  const path = join(folder, fileName);
  const temporary = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(
      temporary,
      Buffer.concat([
        Buffer.from(`${JSON.stringify({ key, bytes, files: index } satisfies StoredIndex)}\n`),
        ...bodies,
      ]),
    );
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
  cache.changed = false;
}

/** The hash by which sources are compared. */
export function hashSource(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url");
}

function readStored(path: string, key: string): { readonly index: StoredIndex; readonly bodies: Buffer } | undefined {
  try {
    const whole = readFileSync(path);
    const end = whole.indexOf(0x0a);
    // Only this module writes the file, and the key covers its format.
    const index = JSON.parse(whole.toString("utf8", 0, end)) as StoredIndex;
    const bodies = whole.subarray(end + 1);
    return index.key === key && index.bytes === bodies.length ? { index, bodies } : undefined;
  } catch {
    return undefined;
  }
}

function parseBody(bodies: Buffer, [start, length]: readonly [number, number]): EntryContent {
  return JSON.parse(bodies.toString("utf8", start, start + length)) as EntryContent;
}
