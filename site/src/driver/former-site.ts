import { linkSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { FileWriter } from "./file-writer.ts";
import { isThere } from "./write-files.ts";

/** Puts the files of a site into a folder. A file that is there already, because the owner has one of that name, stays. */
export interface SiteWriter {
  /**
   * Takes a file over from the site before, if it was made under the same key there and nobody has touched it since; says
   * whether it is there now. A key names everything that a file is made from.
   */
  readonly take: (path: string, key: string) => boolean;
  /** Writes a file, as `FileWriter.write` does; the next build can take over what has a key. */
  readonly write: (path: string, content: string | Uint8Array, key?: string) => void;
  /** Waits until there is room for more to be written. */
  readonly room: () => Promise<void>;
}

/** The site that stands where a new one will, as far as it is known what its files were made from. */
export interface FormerSite {
  /** Writes into `folder`, which will be the folder `place` of the new site: `pagefind/`, or empty for the site itself. */
  readonly into: (folder: string, place?: string) => SiteWriter;
  /** Waits until all files of the new site are written. */
  readonly settled: () => Promise<void>;
  /** Remembers what the files of the new site were made from, once it stands in the place of the former one. */
  readonly replaced: () => void;
}

/** What is remembered of a file: what it was made from, and how it looked when it was written. */
interface Remembered {
  readonly key: string;
  readonly seen: string;
}

/**
 * Opens the site in the folder `out`; `list` is the file, outside of it, that remembers what its files were made from.
 *
 * Its unchanged files become the new site's by a second name: making thousands of small files is what a build waits for longest.
 */
export function openFormerSite(list: string, out: string, files: FileWriter): FormerSite {
  const former = readList(list, out);
  const taken = new Map<string, Remembered>();
  const written = new Map<string, string>();
  const places = new Map<string, string>();
  return {
    into(folder, place = "") {
      const made = new Set<string>();
      places.set(folder, place);
      return {
        take(path, key) {
          const known = former.get(place + path);
          const source = join(out, place, path);
          if (known?.key !== key || known.seen !== look(source)) return false;
          const file = join(folder, path);
          const parent = dirname(file);
          if (!made.has(parent)) mkdirSync(parent, { recursive: true });
          made.add(parent);
          try {
            linkSync(source, file);
          } catch (error) {
            // Where the system knows no second names, it is written.
            return isThere(error);
          }
          taken.set(place + path, known);
          return true;
        },
        write(path, content, key) {
          files.write(join(folder, path), content);
          if (key !== undefined) written.set(place + path, key);
        },
        room: files.room,
      };
    },
    async settled() {
      for (const file of await files.settled()) {
        for (const [folder, place] of places) written.delete(place + relative(folder, file).split(sep).join("/"));
      }
    },
    replaced() {
      const lines = [out];
      for (const [path, { key, seen }] of taken) lines.push(path, key, seen);
      for (const [path, key] of written) lines.push(path, key, look(join(out, path)));
      writeList(list, lines);
    },
  };
}

/** How a file looks from outside: it changes when somebody writes to it, not when it is moved or comes out of an archive. */
function look(file: string): string {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats?.isFile() ? `${stats.size} ${stats.mtimeMs}` : "";
}

function readList(list: string, out: string): ReadonlyMap<string, Remembered> {
  const former = new Map<string, Remembered>();
  try {
    const lines = readFileSync(list, "utf8").split("\n");
    for (let at = 1; lines[0] === out && at + 2 < lines.length; at += 3) {
      const [path = "", key = "", seen = ""] = lines.slice(at, at + 3);
      former.set(path, { key, seen });
    }
  } catch {
    // Nothing is remembered: everything is made.
  }
  return former;
}

/** A list that cannot be written costs the next build time. */
function writeList(list: string, lines: readonly string[]): void {
  const temporary = `${list}.${process.pid}`;
  try {
    mkdirSync(dirname(list), { recursive: true });
    writeFileSync(temporary, lines.join("\n"));
    renameSync(temporary, list);
  } catch {
    rmSync(temporary, { force: true });
  }
}
