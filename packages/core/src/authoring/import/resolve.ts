import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, extname, join, posix, relative } from "node:path";
import { relativePath } from "../../check/content-path.ts";
import { linkProtocols } from "../../compile/html-list.ts";
import { splitAddress } from "../../compile/links.ts";
import { isWithin } from "../../files/is-within.ts";
import type { Addressed, Resolution } from "./markdown/pen.ts";
import type { SourceFolder } from "./sources.ts";

/** In the place of an anchor: the heading has become the title, and the link leads to the top of the page. */
export const entryTop = "";

/** An entry that a document becomes; a document that is split becomes several. */
export interface PlannedEntry {
  /** Relative to the content folder. */
  readonly file: string;
  /** Its anchors, by every way in which the other tool may have written them; undefined until they are known. */
  readonly anchors: ReadonlyMap<string, string> | undefined;
}

/** What addresses are resolved against. */
export interface ResolveSetting {
  readonly source: SourceFolder;
  /** What each document becomes, by its file; the first of several stands for it. */
  readonly entries: ReadonlyMap<string, readonly PlannedEntry[]>;
  /** The documents by the address that the other tool gives their pages, without slashes around it. */
  readonly routes: ReadonlyMap<string, string>;
  /** Where partials go, by their file; relative to the content folder. */
  readonly partials: ReadonlyMap<string, string>;
  /** Takes note of a file that has to come along; returns where it goes, relative to the content folder. */
  readonly bring: (path: string) => string | undefined;
}

/** Files that may stand beside content. */
const mediaEndings: ReadonlySet<string> = new Set(
  ".png .jpg .jpeg .gif .webp .avif .svg .mp4 .webm .mov .mp3 .ogg .wav .vtt .srt .pdf .zip .csv .txt .json .yaml .yml .docx .xlsx .pptx .odt .ods .odp".split(
    " ",
  ),
);

const documentEndings = ["", ".md", ".mdx", ".markdown", "/index.md", "/index.mdx", "/README.md", "/readme.md"];

/** Works out where an address of the document `file`, which becomes `target`, leads once everything is imported. */
export function resolveForeign(
  href: string,
  what: Addressed,
  file: string,
  target: string,
  setting: ResolveSetting,
): Resolution {
  const address = href.trim();
  if (what === "partial") {
    const place = setting.partials.get(partialFile(address, file, setting.source));
    return place === undefined
      ? gone("it is not in what was imported")
      : { kind: "to", href: wayTo(target, place, "") };
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (address.startsWith("//") || scheme !== undefined) {
    if (what === "image") return gone("pages may not load pictures of other sites");
    if (scheme === undefined || linkProtocols.some((one) => one === scheme)) return { kind: "keep" };
    return gone(`links cannot begin with “${scheme}:”`);
  }
  if (/^www\./i.test(address)) return { kind: "to", href: `https://${address}` };
  const { path } = splitAddress(address);
  const suffix = address.slice(address.search(/[?#]|$/));
  if (path === "" && !suffix.startsWith("#")) return gone("it leads nowhere");

  const document = path === "" ? file : findDocument(path, file, setting);
  if (document !== undefined && what === "link") return toEntry(document, suffix, target, setting.entries);
  const found = findFile(path, file, setting.source);
  if (found === undefined) return gone("there is no such file in what was imported");
  if (statSync(found).isDirectory()) return gone("it leads to a folder");
  if (!mediaEndings.has(extname(found).toLowerCase()))
    return gone(`a file of the kind “${extname(found) || found}” is not published`);
  const place = setting.bring(found);
  return place === undefined
    ? gone("there is another file in its place")
    : { kind: "to", href: wayTo(target, place, suffix) };
}

/** The partial that a document imports, relative to the folder. */
export function partialFile(path: string, file: string, source: SourceFolder): string {
  const alias = /^@site\/(.*)$/.exec(path)?.[1];
  return alias === undefined ? posix.join(posix.dirname(file), path) : fromFolder(join(source.project, alias), source);
}

function toEntry(document: string, suffix: string, target: string, all: ResolveSetting["entries"]): Resolution {
  const entries = all.get(document) ?? [];
  const anchor = suffix.startsWith("#") && suffix.length > 1 ? suffix.slice(1) : undefined;
  const holder =
    anchor === undefined ? undefined : entries.find(({ anchors }) => anchorOf(anchors, anchor) !== undefined);
  const entry = holder ?? entries[0];
  if (entry === undefined) return gone("it leads to a document that was not imported");
  const isHere = entry.file === target;
  if (anchor === undefined) return isHere ? { kind: "keep" } : { kind: "to", href: wayTo(target, entry.file, "") };
  const known = anchorOf(entry.anchors, anchor);
  if (known === undefined && entry.anchors !== undefined) {
    if (isHere) return gone("there is no such heading");
    return {
      kind: "to",
      href: wayTo(target, entry.file, ""),
      note: `There is no heading “#${anchor}” in ${document}: the link leads to its top.`,
    };
  }
  if (known === entryTop) {
    return isHere ? gone("it leads to the title of its own page") : { kind: "to", href: wayTo(target, entry.file, "") };
  }
  const mark = `#${known ?? anchor}`;
  return { kind: "to", href: isHere ? mark : wayTo(target, entry.file, mark) };
}

function anchorOf(anchors: PlannedEntry["anchors"], anchor: string): string | undefined {
  const decoded = splitAddress(`#${anchor}`).anchor ?? anchor;
  return anchors?.get(decoded) ?? anchors?.get(decoded.toLowerCase()) ?? anchors?.get(plainAnchor(decoded));
}

/** An anchor without what tools write differently. */
export function plainAnchor(anchor: string): string {
  return anchor.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function findDocument(path: string, file: string, { source, entries, routes }: ResolveSetting): string | undefined {
  const known = (candidate: string) => {
    // Pages of other tools end with .html where documents end with .md.
    const clean = posix.normalize(candidate).replace(/\/+$|\.html$/g, "");
    return documentEndings
      .map((ending) => (clean === "." ? ending.replace(/^\//, "") : `${clean}${ending}`))
      .find((one) => entries.has(one));
  };
  const alias = /^@site\/(.*)$/.exec(path)?.[1];
  if (alias !== undefined) return known(fromFolder(join(source.project, alias), source));
  if (path.startsWith("/")) {
    const inProject = known(fromFolder(join(source.project, path), source));
    if (inProject !== undefined) return inProject;
    const parts = path
      .replace(/\.html$/, "")
      .split("/")
      .filter((part) => part !== "");
    // The first part may be the base of the site, or where it serves the documents.
    return [parts, parts.slice(1), parts.slice(2)]
      .map((one) => routes.get(one.join("/").toLowerCase()))
      .find((one) => one !== undefined);
  }
  const folder = posix.dirname(file);
  const page = /^(?:index|readme|_index)\./i.test(posix.basename(file)) ? folder : file.replace(/\.\w+$/, "");
  return (
    known(posix.join(folder, path)) ??
    routes.get(routeOf(posix.join(folder, path))) ??
    known(posix.join(page, path)) ??
    routes.get(routeOf(posix.join(page, path)))
  );
}

/** A file as the other tool addresses its page: without numbers in front, without its ending. */
export function routeOf(file: string): string {
  return file
    .replace(/\.(?:md|mdx|markdown)$/i, "")
    .split("/")
    .map((part) => part.replace(/^\d{1,4}[-_. ]+(?=.)/, ""))
    .join("/")
    .replace(/(^|\/)(?:index|readme|_index)$/i, "")
    .replace(/^\/+|\/+$/g, "")
    .toLowerCase();
}

function fromFolder(path: string, { folder }: SourceFolder): string {
  return relative(folder, path).replaceAll("\\", "/");
}

/** A file that a document names, within the project of the other tool. */
function findFile(path: string, file: string, { folder, project, publicFolders }: SourceFolder): string | undefined {
  const candidates = path.startsWith("@site/")
    ? [join(project, path.slice(6))]
    : path.startsWith("~/")
      ? [join(project, "src", path.slice(2))]
      : path.startsWith("/")
        ? [...publicFolders.map((one) => join(one, path)), join(project, path), join(folder, path)]
        : [join(folder, dirname(file), path)];
  // Links of the file system may lead anywhere: what counts is where they end.
  return candidates.find(
    (candidate) => existsSync(candidate) && isOfProject(realpathSync(candidate), realpathSync(project)),
  );
}

/** Whether a file is one that a project shows: neither hidden nor of a package. */
function isOfProject(path: string, project: string): boolean {
  const isHidden = /(?:^|[\\/])(?:node_modules|\.[^\\/]+)(?:[\\/]|$)/.test(relative(project, path));
  return path !== project && isWithin(path, project) && !isHidden;
}

function wayTo(from: string, to: string, suffix: string): string {
  return `${relativePath(from, to).replace(/^\.\//, "").replace(/[?#%]/g, encodeURIComponent)}${suffix}`;
}

function gone(why: string): Resolution {
  return { kind: "gone", why };
}
