import { relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { type Failure, failure } from "./failure.ts";

/**
 * The failure of a page that Astro could not compile or render, told with its place in the owner's folder `root`.
 * `project` is the folder that Astro took for its own.
 */
export function pageFailure(error: Error, root: string, project: string): Failure {
  const first = firstOf(error);
  const place = placeOf(first, root, project);
  // Behind the first line come frames and traces through the tools.
  const [line = ""] = stripVTControlCharacters(first.message).split("\n", 1);
  // Files are the owner's, and told from where they are.
  const message = line.replace(/^\[[\w:-]+\] |^\d+:\d+: /, "").replaceAll(relative(project, root) + sep, "");
  return failure("failed", place === undefined ? message : `${place}: ${message}`, error);
}

/** The bundler wraps the errors of the pages into one. */
function firstOf(error: Error): Error {
  const [first] = "errors" in error && Array.isArray(error.errors) ? error.errors : [];
  return first instanceof Error ? first : error;
}

/** Astro says `loc`, Vite `id`; for a page that failed while it ran, `id` is its path from the project. */
function placeOf(error: Error, root: string, project: string): string | undefined {
  const { loc, id } = error as { readonly loc?: unknown; readonly id?: unknown };
  const location = typeof loc === "object" && loc !== null ? (loc as Readonly<Record<string, unknown>>) : {};
  const file = [location.file, id].find((one): one is string => typeof one === "string" && one !== "");
  if (file === undefined) return placeInFrame(error, root);
  const path = file.startsWith("file:") ? fileURLToPath(file) : resolve(project, file.split("?", 1)[0] ?? file);
  const position = [location.line, location.column].filter((one) => typeof one === "number");
  return [relative(root, path), ...position].join(":");
}

/** The bundler's parser names its place only in the frame that it draws, relative to the current directory. */
function placeInFrame({ message }: Error, root: string): string | undefined {
  const [, path, position] = /\[ (.+?):(\d+:\d+) \]/.exec(stripVTControlCharacters(message)) ?? [];
  return path === undefined ? undefined : `${relative(root, resolve(path))}:${position}`;
}
