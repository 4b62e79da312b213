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
  /** The roots of those whose configuration one of the files belongs to, also where it could not be read. */
  readonly setUpBy: (paths: readonly string[]) => readonly string[];
  /** Opens a knowledge base anew. Throws as `openWorkspace` does. */
  readonly reopen: (root: string) => Promise<Workspace>;
}

const configNames = ["ts", "js", "mjs", "json"].map((ending) => `knowhow.config.${ending}`);

/**
 * Keeps the knowledge bases that are being edited.
 *
 * @param onOpen - Called with each that has been opened, before anybody else has it.
 */
export function createWorkspaces(onOpen: (workspace: Workspace) => Promise<void>): Workspaces {
  const opened = new Map<string, Promise<Workspace>>();
  /** The files of each configuration as far as they are known: of one that cannot be read, those of before. */
  const settings = new Map<string, ReadonlySet<string>>();

  const openAnew = async (root: string): Promise<Workspace> => {
    const named = configNames.map((name) => join(root, name));
    settings.set(root, new Set([...(settings.get(root) ?? []), ...named]));
    const workspace = await openWorkspace({ root });
    settings.set(root, new Set([...workspace.settings, ...named]));
    await onOpen(workspace);
    return workspace;
  };
  const openAt = (root: string): Promise<Workspace> => {
    const known = opened.get(root);
    if (known !== undefined) return known;
    const opening = openAnew(root);
    opened.set(root, opening);
    // Once its configuration is mended it can be opened.
    opening.catch(() => opened.delete(root));
    return opening;
  };
  return {
    async placeOf(uri) {
      const root = rootOf(uri);
      if (root === undefined) return undefined;
      const workspace = await openAt(root);
      const file = fileIn(workspace, uri);
      return file === undefined ? undefined : { workspace, file };
    },
    async open() {
      const all = await Promise.allSettled(opened.values());
      return all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    },
    setUpBy: (paths) => [...settings].flatMap(([root, files]) => (paths.some((path) => files.has(path)) ? [root] : [])),
    reopen(root) {
      opened.delete(root);
      return openAt(root);
    },
  };
}

/** A file of a knowledge base, by its address, relative to the content folder; undefined where it lies elsewhere. */
export function fileIn({ root, config }: Workspace, uri: string): string | undefined {
  const path = pathOf(uri);
  if (path === undefined || rootOf(uri) !== root) return undefined;
  const file = relative(join(root, config.content), path).split(sep).join("/");
  return file.startsWith("../") || file === "" ? undefined : file;
}

/** The folder of the configuration that a file belongs to. */
function rootOf(uri: string): string | undefined {
  const path = pathOf(uri);
  return path === undefined ? undefined : findRoot(dirname(path));
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
