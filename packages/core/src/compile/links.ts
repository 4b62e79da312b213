import type { ResolvedConfig } from "../config/schema.ts";
import { entryUrl, isEntryFile, type Location, locate, parseRef } from "../knowledge/locate.ts";
import { entryFolders, entryTypes, type Ref } from "../model/types.ts";
import { linkProtocols } from "./html-list.ts";
import type { Place } from "./problem.ts";
import { nearest } from "./suggest.ts";

/** Where a link or an image leads, worked out from its own text alone; whether that exists is checked later. */
export type Target =
  | {
      readonly kind: "entry";
      readonly ref: Ref;
      readonly anchor: string | undefined;
      readonly url: string;
      /** The file that was named, as NFC, where it was not named by its ref. */
      readonly file?: string;
    }
  | { readonly kind: "anchor"; readonly anchor: string; readonly url: string }
  /** Its URL has the place in the file, `#page=2`. */
  | { readonly kind: "media"; readonly file: string; readonly url: string }
  | { readonly kind: "outside"; readonly url: string }
  | { readonly kind: "page"; readonly url: string }
  | { readonly kind: "broken"; readonly message: string; readonly hint: string }
  | { readonly kind: "unsafe"; readonly message: string; readonly hint: string };

/** What an address is for: to be followed, to be shown as a picture, to be played, or to be shown as a FAQ with its answer. */
export type AddressUse = "link" | "image" | "media" | "faq";

/** An address of an entry, and where it stands. */
export interface LinkFact {
  readonly href: string;
  readonly target: Target;
  readonly place: Place;
  readonly use: AddressUse;
}

/** Resolves what an author wrote as the address of a link or an image in the file at `from` (relative to the content folder). */
export function resolveHref(href: string, from: string, here: Location, config: ResolvedConfig): Target {
  // Browsers ignore white space and control signs in front of and inside a scheme; so must this.
  const address = href.trim().replace(controls, "");
  if (/^(?:[a-z]:[\\/]|file:|\\)/i.test(address)) return onOwnComputer(address);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined) return resolveScheme(scheme, address, here, config);
  if (address.startsWith("//")) return { kind: "outside", url: `https:${address}` };
  const { path, query, anchor } = splitAddress(address);
  if (path === "" && anchor !== undefined) return { kind: "anchor", anchor, url: `#${encodeURIComponent(anchor)}` };
  if (/^www\./i.test(path)) {
    return { kind: "broken", message: `“${href}” lacks its beginning.`, hint: `Write https://${href}.` };
  }
  if (path === "")
    return { kind: "broken", message: "This link leads nowhere.", hint: "Write an address in its parentheses." };
  if (path.startsWith("/"))
    return { kind: "page", url: `${config.base}${encodePath(path.slice(1))}${query}${anchorPart(anchor)}` };
  if (path.includes("\\")) {
    return {
      kind: "broken",
      message: `“${href}” parts folders with \\, as only Windows does.`,
      hint: `Write ${href.replaceAll("\\", "/")}.`,
    };
  }
  const file = joinPath(from.normalize("NFC"), path);
  if (file === undefined) {
    return {
      kind: "broken",
      message: `“${href}” leads out of the content folder.`,
      hint: "Link to files of the content folder, or write a whole address.",
    };
  }
  if (!isEntryFile(file)) return { kind: "media", file, url: `${mediaUrl(file, config)}${placePart(anchor)}` };
  const target = locate(file, config);
  if (target === undefined) {
    return {
      kind: "broken",
      message: `“${href}” is not an entry.`,
      hint: `Link to a file under ${Object.values(entryFolders).join("/, ")}/.`,
    };
  }
  return { ...entryTarget(target, anchor, here, config), file };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs to leave out.
const controls = /[\0-\x1f\x7f]/g;

/** Resolves the ref of a FAQ that is to be shown. */
export function resolveFaq(ref: string, here: Location, config: ResolvedConfig): Target {
  const parsed = parseRef(ref);
  if (parsed?.type === "faq") return entryTarget(parsed, undefined, here, config);
  return { kind: "broken", message: `“${ref}” is no ref of a FAQ.`, hint: "Name the FAQ, for example faq:refunds." };
}

/** The URL of a file beside the content; as NFC, however its name lies on the disk. */
export function mediaUrl(file: string, config: ResolvedConfig): string {
  return `${config.base}media/${encodePath(file.normalize("NFC"))}`;
}

function resolveScheme(scheme: string, address: string, here: Location, config: ResolvedConfig): Target {
  if (entryTypes.some((type) => type === scheme)) {
    const { path, anchor } = splitAddress(address);
    const target = parseRef(path);
    if (target === undefined) {
      const hint = `Write ${scheme}: and an id, for example ${scheme}:crm/export-report.`;
      return { kind: "broken", message: `“${address}” names no entry.`, hint };
    }
    return entryTarget(target, anchor, here, config);
  }
  if (linkProtocols.some((one) => one === scheme)) return { kind: "outside", url: address };
  if (/^(?:data:image\/|cid:)/i.test(address)) {
    const hint = "Save the picture as a file beside the entry, and write its name.";
    return { kind: "unsafe", message: `A link cannot begin with “${scheme}:”.`, hint };
  }
  const near = nearest(scheme, [...entryTypes, ...linkProtocols]);
  const hint =
    near === undefined ? "Links begin with https:, mailto: or tel:, or name an entry." : `Did you mean “${near}:”?`;
  return { kind: "unsafe", message: `A link cannot begin with “${scheme}:”.`, hint };
}

/** `C:\plan.docx`, `file:///C:/plan.docx` and `\\server\plan.docx` lead somewhere for their author only. */
function onOwnComputer(address: string): Target {
  const name = /[^\\/]*$/.exec(address)?.[0] ?? "";
  return {
    kind: "unsafe",
    message: `“${address}” is a place on your computer or its network, which readers cannot open.`,
    hint: `Put the file beside the entry, and write its name${name === "" ? "" : `: ${name}`}.`,
  };
}

/** A link stays in its reader's language, even where the other entry is not translated yet. */
function entryTarget(
  { type, id }: Pick<Location, "type" | "id">,
  anchor: string | undefined,
  here: Location,
  config: ResolvedConfig,
) {
  const url = `${encodeURI(entryUrl(type, id, here.locale, config))}${anchorPart(anchor)}`;
  return { kind: "entry", ref: `${type}:${id}`, anchor, url } as const;
}

/** Splits an address into its path, read, and what follows it. */
export function splitAddress(address: string): {
  readonly path: string;
  readonly query: string;
  readonly anchor: string | undefined;
} {
  const [, path = "", query = "", hash] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/.exec(address) ?? [];
  return {
    path: decode(path).normalize("NFC"),
    query,
    anchor: hash === undefined || hash === "" ? undefined : decode(hash),
  };
}

/** Joins a relative path to the folder of a file; undefined where it leads out of the content folder. */
export function joinPath(from: string, path: string): string | undefined {
  const parts = from.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function anchorPart(anchor: string | undefined): string {
  return anchor === undefined ? "" : `#${encodeURIComponent(anchor)}`;
}

/** A place in a file as players and viewers read it: `#page=2`, `#t=30,60`. */
function placePart(place: string | undefined): string {
  return anchorPart(place).replace(/%(?:3D|26|2C)/g, decodeURIComponent);
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
