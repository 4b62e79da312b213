import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { findPackageJSON, registerHooks } from "node:module";
import { dirname, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** A module of the owner's, imported as its files are now. */
export interface ImportedCode {
  readonly outcome: { readonly module: unknown } | { readonly failure: unknown };
  /** Its file and those that it imports, packages left out; absolute. */
  readonly files: readonly string[];
  /** Changes with any of those files, and with the packages that they import. */
  readonly version: string;
}

interface Import extends ImportedCode {
  /** The hash of every file that it depends on, by its path. */
  readonly seen: ReadonlyMap<string, string>;
  readonly round: number;
}

/** What Node has in its memory, which keeps a module under its address for good and lets nobody look. */
const imports = new Map<string, Promise<Import>>();

/** Knowhow itself is not the owner's code, wherever it is installed. */
const ownFolder = dirname(findPackageJSON(import.meta.url) ?? fileURLToPath(import.meta.url));

/** Imports the module at `path`: anew where it, or anything that it imports, has changed since the last time. */
export async function importCode(path: string): Promise<ImportedCode> {
  const last = imports.get(path);
  const known = await last;
  if (known !== undefined && isUnchanged(known.seen)) return known;
  // Somebody else may have begun while this waited.
  const begun = imports.get(path);
  if (begun !== undefined && begun !== last) return begun;
  const next = importRound(path, (known?.round ?? 0) + 1);
  imports.set(path, next);
  return next;
}

async function importRound(path: string, round: number): Promise<Import> {
  const suffix = `?version=${round}`;
  const address = pathToFileURL(path).href + suffix;
  const seen = new Map<string, string>([[path, hashOf(path)]]);
  const files = new Set([path]);
  const own = new Set<string>();
  const note = (file: string, isOwn: boolean) => {
    if (!seen.has(file)) seen.set(file, hashOf(file));
    if (isOwn) files.add(file);
  };
  const hooks = registerHooks({
    resolve(specifier, context, nextResolve) {
      const from = context.parentURL;
      const isOwn = from !== undefined && own.has(from);
      let found: ReturnType<typeof nextResolve>;
      try {
        found = nextResolve(specifier, context);
      } catch (cause) {
        if (!isOwn) throw cause;
        // A file that is not there yet may come.
        if (/^\.{0,2}\//.test(specifier)) note(fileURLToPath(new URL(specifier, from)), true);
        if (!/^@knowhow\/core(?:\/|$)/.test(specifier)) throw cause;
        // Where the folder has no packages of its own, the command that reads it has this one.
        found = nextResolve(specifier, { ...context, parentURL: import.meta.url });
      }
      if (found.url === address) own.add(address);
      // While this waits, others import other things.
      if (!isOwn) return found;
      const file = ownerFile(found.url);
      if (file === undefined) {
        const manifest = found.url.startsWith("file:") ? manifestOf(specifier, from) : undefined;
        if (manifest !== undefined) note(manifest, false);
        return found;
      }
      note(file, true);
      // `require` knows files by their path only.
      const url = context.conditions.includes("require") ? found.url : found.url + suffix;
      own.add(url);
      return { ...found, url };
    },
  });
  let outcome: ImportedCode["outcome"];
  try {
    outcome = { module: await import(address) };
  } catch (failure) {
    outcome = { failure };
  } finally {
    hooks.deregister();
  }
  const version = createHash("sha256")
    .update(JSON.stringify([...seen]))
    .digest("base64url");
  return { outcome, files: [...files], version, seen, round };
}

/** The path of a file that the owner of the site may edit; undefined for those of packages and of Node. */
function ownerFile(url: string): string | undefined {
  if (!url.startsWith("file:")) return undefined;
  const file = fileURLToPath(url.replace(/[?#].*$/, ""));
  return file.includes(`${sep}node_modules${sep}`) || file.startsWith(ownFolder + sep) ? undefined : file;
}

function manifestOf(specifier: string, from: string | undefined): string | undefined {
  try {
    return from === undefined ? undefined : findPackageJSON(specifier, from);
  } catch {
    return undefined;
  }
}

function isUnchanged(seen: ReadonlyMap<string, string>): boolean {
  return [...seen].every(([file, hash]) => hashOf(file) === hash);
}

function hashOf(file: string): string {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("base64url");
  } catch {
    return "";
  }
}
