import { checkDepth } from "../../compile/depth.ts";
import { cutFrontmatter } from "../../compile/frontmatter.ts";
import { type Format, parseContent } from "../../compile/parse.ts";
import { scanTags } from "../../compile/scan-tag.ts";
import { addressesInSrcset, placesInSrcset } from "../../compile/srcset.ts";
import { walk } from "../../compile/walk.ts";
import type { WrittenAddress } from "./address.ts";
import {
  type AttributeSource,
  escapeHtml,
  findAttributes,
  type ParsedAttribute,
  unescapeHtml,
} from "./attribute-source.ts";
import { findDestination } from "./destination.ts";
import { findFields } from "./fields.ts";

/**
 * Finds every address in a content file, and every text that may be one. Throws where the file has mistakes of syntax.
 * Front matter and text are looked at only where `isWorthwhile` says so; default: always.
 */
export function readAddresses(
  text: string,
  format: Format,
  isWorthwhile: (part: string) => boolean = () => true,
): readonly WrittenAddress[] {
  const block = cutFrontmatter(text);
  const found: WrittenAddress[] = [];
  if (block !== undefined && isWorthwhile(block.yaml)) found.push(...findFields(block.yaml, block.offset));
  if (!isWorthwhile(block === undefined ? text : text.slice(block.bodyOffset))) return found;
  const tree = parseContent(text, format);
  const tooDeep = checkDepth(tree);
  if (tooDeep !== undefined) throw new Error(tooDeep.message);
  walk(tree, (node) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return;
    const source = text.slice(start, end);
    switch (node.type) {
      case "link":
      case "image":
      case "definition": {
        const place = findDestination(source, node.url);
        // An address without brackets, <https://example.com>, has no place of its own, and leads outside.
        if (place !== undefined) {
          found.push({ kind: "link", value: node.url, ...shifted(place, start) });
        }
        break;
      }
      case "html":
        found.push(...readHtml(source, start));
        break;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement": {
        const isTag = /^[a-z]/.test(node.name ?? "");
        const attributes = node.attributes.flatMap((one): ParsedAttribute[] => {
          if (one.type !== "mdxJsxAttribute" || one.value === null || one.value === undefined) return [];
          return [typeof one.value === "string" ? { name: one.name, text: one.value } : { name: one.name }];
        });
        for (const attribute of findAttributes(source, attributes)) {
          const addresses = isTag ? addressesOf(attribute, source) : [propOf(attribute)];
          found.push(...addresses.map((address) => shifted(address, start)));
        }
        break;
      }
    }
  });
  return found;
}

/** Attributes of HTML tags that hold an address. */
const addressAttributes: ReadonlySet<string> = new Set(["href", "src", "poster"]);

function readHtml(html: string, offset: number): readonly WrittenAddress[] {
  return scanTags(html).flatMap(({ attributes }) =>
    attributes.flatMap(({ name, value, quote, end }): readonly WrittenAddress[] => {
      if (value === undefined || quote === undefined) return [];
      const sign = quote === "'" ? "'" : '"';
      const attribute = {
        name,
        value: unescapeHtml(value),
        start: end - value.length - 2 * quote.length,
        end,
        write: (written: string) => `${sign}${escapeHtml(written, sign)}${sign}`,
      };
      return addressesOf(attribute, html).map((address) => shifted(address, offset));
    }),
  );
}

function propOf({ name: _, ...attribute }: AttributeSource): WrittenAddress {
  return { kind: "prop", ...attribute };
}

/** What an attribute of an HTML tag holds: an address, several in `srcset`, none in most. */
function addressesOf({ name, ...attribute }: AttributeSource, source: string): readonly WrittenAddress[] {
  if (name.toLowerCase() === "srcset") return addressesOfSrcset(attribute, source);
  return addressAttributes.has(name.toLowerCase()) ? [{ kind: "link", ...attribute }] : [];
}

/** The pictures of a `srcset`, each at its own place; space and commas in an address would end it. */
function addressesOfSrcset(
  { value, start, end, write }: Omit<AttributeSource, "name">,
  source: string,
): readonly WrittenAddress[] {
  const quoted = /^["'`]/.test(source.slice(start, end)) ? 1 : 0;
  const inner = start + quoted;
  const values = addressesInSrcset(value);
  return placesInSrcset(source.slice(inner, end - quoted)).flatMap((place, index) => {
    const value = values[index];
    if (value === undefined) return [];
    const written = (url: string) => write(url.replace(/[\s,]/g, encodeURIComponent)).slice(1, -1);
    return [{ kind: "link", value, start: inner + place.start, end: inner + place.end, write: written }];
  });
}

function shifted<T extends { readonly start: number; readonly end: number }>(place: T, offset: number): T {
  return { ...place, start: place.start + offset, end: place.end + offset };
}
