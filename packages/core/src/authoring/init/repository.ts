import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** The git repository that a folder lies in, as far as its own files tell. */
export interface Repository {
  /** Its top folder. */
  readonly top: string;
  /** The way from there to the folder, with `/`; empty if it is the top itself. */
  readonly path: string;
  /** The branch that is published: the remote's default one, else `main` or `master`, else the one checked out. */
  readonly branch: string;
  /** Owner and name on GitHub, where its remote `origin` is there. */
  readonly github: { readonly owner: string; readonly name: string } | undefined;
}

/** Finds the repository of a folder, which need not exist yet. Looks at files only: git need not be installed. */
export function findRepository(folder: string): Repository | undefined {
  for (let top = resolve(folder); ; top = dirname(top)) {
    if (existsSync(join(top, ".git"))) {
      return { top, path: relative(top, resolve(folder)).replaceAll("\\", "/"), ...readGit(top) };
    }
    if (top === dirname(top)) return undefined;
  }
}

/** Where GitHub Pages publishes a repository. */
export function pagesAddress({ owner, name }: { readonly owner: string; readonly name: string }): string {
  const host = `${owner.toLowerCase()}.github.io`;
  return name.toLowerCase() === host ? `https://${host}/` : `https://${host}/${name}/`;
}

function readGit(top: string): Pick<Repository, "branch" | "github"> {
  const read = (file: string) => {
    try {
      return readFileSync(join(top, ".git", file), "utf8");
    } catch {
      // A worktree has a file in the folder's place; nothing depends on what would be there.
      return "";
    }
  };
  const named = (text: string) => /^ref: refs\/(?:heads|remotes\/origin)\/([\w./-]+)\s*$/.exec(text)?.[1];
  const branch =
    named(read("refs/remotes/origin/HEAD")) ??
    ["main", "master"].find((name) => read(`refs/heads/${name}`) !== "") ??
    named(read("HEAD")) ??
    "main";
  const [, owner, name] =
    /\[remote "origin"\][^[]*?\burl\s*=\s*\S*?github\.com[:/]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?\s/.exec(
      `${read("config")}\n`,
    ) ?? [];
  return { branch, github: owner === undefined || name === undefined ? undefined : { owner, name } };
}
