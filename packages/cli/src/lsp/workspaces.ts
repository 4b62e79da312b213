import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openWorkspace, type Workspace } from "@knowhow/core/language";

/** A file of a knowledge base. */
export interface PlacedFile {
  readonly workspace: Workspace;
  /** Relative to the content folder, with `/`. */
  readonly file: string;
}

/** The knowledge bases whose files an editor has open, by their root. */
export interface Workspaces {
  /** The knowledge base that a file belongs to, by its address; undefined where it belongs to none. Throws as `openWorkspace` does. */
  readonly placeOf: (uri: string) => Promise<PlacedFile | undefined>;
  /** Those that are open. */
  readonly open: () => Promise<readonly Workspace[]>;
  /** Forgets a knowledge base, so that it is opened anew. */
  readonly forget: (root: string) => void;
}

const configNames = ["ts", "js", "mjs", "json"].map((ending) => `knowhow.config.${ending}`);

/** Keeps the knowledge bases that are being edited. */
export function createWorkspaces(): Workspaces {
  const opened = new Map<string, Promise<Workspace>>();
  const openAt = (root: string): Promise<Workspace> => {
    const known = opened.get(root);
    if (known !== undefined) return known;
    const opening = openWorkspace({ root });
    opened.set(root, opening);
    // Once its configuration is mended it can be opened.
    opening.catch(() => opened.delete(root));
    return opening;
  };
  return {
    async placeOf(uri) {
      const path = pathOf(uri);
      const root = path === undefined ? undefined : findRoot(dirname(path));
      if (path === undefined || root === undefined) return undefined;
      const workspace = await openAt(root);
      const file = relative(join(workspace.root, workspace.config.content), path).split(sep).join("/");
      return file.startsWith("../") || file === "" ? undefined : { workspace, file };
    },
    async open() {
      const all = await Promise.allSettled(opened.values());
      return all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    },
    forget: (root) => void opened.delete(root),
  };
}

/** The path of a file's address; editors also have documents that are no files. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** The address of a file of a workspace, named relative to its root. */
export function uriIn(workspace: Workspace, file: string): string {
  return pathToFileURL(join(workspace.root, file)).href;
}

/** The nearest folder upwards with a configuration. */
function findRoot(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const at = folder;
    if (configNames.some((name) => existsSync(join(at, name)))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
