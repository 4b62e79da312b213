import { relativePath } from "../../check/content-path.ts";
import { joinPath, splitAddress } from "../../compile/links.ts";
import type { ResolvedConfig } from "../../config/schema.ts";
import { parseRef } from "../../knowledge/locate.ts";
import type { WrittenAddress } from "../rewrite/address.ts";
import { namedFile, takenFile } from "./named-file.ts";
import { type Move, newPlace, refsOf } from "./places.ts";

/** What moves, and what there is. */
export interface RewriteSetting {
  readonly move: Move;
  readonly config: ResolvedConfig;
  /** Every file under the content folder. */
  readonly files: ReadonlySet<string>;
  /** The pages of the entries that move, with where each is afterwards; see `pagesOf`. */
  readonly pages: ReadonlyMap<string, string>;
}

/** Keys of the front matter that hold prose or words of their own, never an address. */
const proseKeys: ReadonlySet<string> = new Set([
  ...["title", "summary", "aliases", "tags", "roles", "level", "skills", "contexts", "owner", "audience", "formerly"],
  ...["objective", "answer", "category", "start", "q"],
]);

/** What an address says once everything has moved; undefined where it may stay as it is. */
export function rewriteAddress(address: WrittenAddress, file: string, setting: RewriteSetting): string | undefined {
  const { value, kind, key = "" } = address;
  if (kind === "field" && proseKeys.has(key)) return undefined;
  const suffix = /[?#].*$/s.exec(value)?.[0] ?? "";
  const written = value.slice(0, value.length - suffix.length);
  const ref = parseRef(splitAddress(written.trim()).path);
  if (ref !== undefined) {
    const moving = setting.move.entries.get(`${ref.type}:${ref.id}`);
    return moving === undefined ? undefined : `${refsOf(moving).after}${suffix}`;
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(written) || written.startsWith("//")) return undefined;
  if (written.startsWith("/") && kind === "link") return rewritePage(written, suffix, setting);

  const target = namedFile({ kind, value: written }, file);
  if (target === undefined || (kind !== "link" && !isThere(target, setting))) return undefined;
  const there = placeAfter(target, setting);
  if (written.startsWith("/")) return there === target ? undefined : `/${there}${suffix}`;
  const here = placeAfter(file, setting);
  if (joinPath(here, splitAddress(written).path) === there) return undefined;
  return `${toPath(here, there, written)}${suffix}`;
}

/** Where a file lies once everything has moved; where a translation lacks a partial, where its own would lie. */
function placeAfter(file: string, { move: { entries, places }, config, files }: RewriteSetting): string {
  const place = places.get(file) ?? newPlace(file, entries, config);
  if (place !== undefined) return place;
  const taken = takenFile(file, files, config);
  const moved = taken === undefined || taken === file ? undefined : places.get(taken);
  return moved === undefined ? file : `${file.slice(0, file.length - (taken ?? "").length)}${moved}`;
}

/** Among props and fields, only what names a file or an entry is an address. */
function isThere(target: string, { files, config, move }: RewriteSetting): boolean {
  return takenFile(target, files, config) !== undefined || newPlace(target, move.entries, config) !== undefined;
}

function rewritePage(written: string, suffix: string, { pages }: RewriteSetting): string | undefined {
  const decoded = splitAddress(written).path;
  const page = pages.get(decoded.replace(/\/?$/, "/"));
  if (page === undefined) return undefined;
  return `${decoded.endsWith("/") ? page : page.replace(/\/$/, "")}${suffix}`;
}

/** The way between two files, in the manner in which the author wrote the old one. */
function toPath(from: string, to: string, written: string): string {
  const way = relativePath(from, to);
  const styled = written.startsWith("./") ? way : way.replace(/^\.\//, "");
  const isEncoded = /%[0-9a-f]{2}/i.test(written);
  return isEncoded
    ? encodeURI(styled).replace(/[?#]/g, encodeURIComponent)
    : styled.replace(/[?#]|%(?=[0-9a-f]{2})/gi, encodeURIComponent);
}
