import type { Definition, Image, ImageReference, Link, LinkReference } from "mdast";
import { escapeAddress } from "../../../publish/markdown/escape.ts";
import { findDestination } from "../../rewrite/destination.ts";
import { comment } from "./comment.ts";
import { type Pen, resolveAt } from "./pen.ts";

/** Rewrites the address of a link, image or definition, or takes it out and keeps what readers read. */
export function convertAddress(node: Link | Image | Definition, inLink: boolean, pen: Pen): void {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return;
  const source = pen.text.slice(start, end);
  if (node.type === "link" && !source.startsWith("[")) {
    convertBareLink(node, start, end, source, pen);
    return;
  }
  const found = resolveAt(start, node.url, node.type === "image" ? "image" : "link", pen);
  if (found.kind === "keep") return;
  const place = findDestination(source, node.url);
  if (found.kind === "to") {
    if (place !== undefined) pen.put(start + place.start, start + place.end, place.write(found.href));
    return;
  }
  if (node.type === "definition") {
    pen.put(start, end, comment(source, pen.to));
  } else if (node.type === "image") {
    pen.put(start, end, insteadOfImage(node, inLink, pen));
  } else if (place !== undefined) {
    const close = pen.text.lastIndexOf("]", start + place.start);
    pen.put(start, start + 1, "");
    pen.put(close, end, ` ${comment(source.slice(close - start + 2, -1), pen.to)}`);
  }
}

/** Converts a picture whose address stands elsewhere, `![alt][name]`, where pages cannot show it; false where they can. */
export function convertImageReference(
  node: ImageReference,
  definition: Definition,
  inLink: boolean,
  pen: Pen,
): boolean {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined || pen.resolve(definition.url, "image").kind !== "gone") return false;
  resolveAt(start, definition.url, "image", pen);
  pen.put(start, end, insteadOfImage({ ...definition, alt: node.alt }, inLink, pen));
  return true;
}

/** Writes the address of a definition into a link or picture that names it, `[text][name]`. */
export function convertReference(node: LinkReference | ImageReference, { url, title }: Definition, pen: Pen): void {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return;
  const source = pen.text.slice(start, end);
  const label =
    node.referenceType === "full"
      ? source.lastIndexOf("][")
      : node.referenceType === "collapsed"
        ? source.length - 3
        : source.length - 1;
  const found = resolveAt(start, url, node.type === "imageReference" ? "image" : "link", pen);
  if (found.kind === "gone") {
    pen.put(end, end, ` ${comment(url, pen.to)}`);
    return;
  }
  const address = escapeAddress(found.kind === "to" ? found.href : url.trim());
  const named = typeof title === "string" && title !== "" ? ` "${title.replace(/["\\]/g, "\\$&")}"` : "";
  pen.put(start + label + 1, end, `(${address}${named})`);
}

/** A picture that pages cannot show: its address as a link where it is one of another site, and its words in any case. */
function insteadOfImage(
  { url, alt, title }: Pick<Image, "url" | "alt" | "title">,
  inLink: boolean,
  { to }: Pen,
): string {
  const shown = (alt ?? "").replace(/[[\]\\]/g, "\\$&");
  const named = title ? ` "${title.replace(/["\\]/g, "\\$&")}"` : "";
  if (!inLink && /^https?:/.test(url)) {
    return `[${shown || "Picture"}](${escapeAddress(url)}${named})`;
  }
  // A link without words is none.
  const words = shown || (inLink ? "Picture" : "");
  return `${words}${words === "" ? "" : " "}${comment(`${url}${named}`, to)}`;
}

/** `<https://example.com>` is a tag in MDX; an address without any brackets is the same in both. */
function convertBareLink(node: Link, start: number, end: number, source: string, { to, put }: Pen): void {
  if (to === "md" || !source.startsWith("<")) return;
  const shown = source.slice(1, -1).replace(/[[\]\\*_`{<]/g, "\\$&");
  put(start, end, `[${shown}](${escapeAddress(node.url)})`);
}
