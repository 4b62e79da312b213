import type { Text } from "mdast";
import { escapeAddress } from "../../../publish/markdown/escape.ts";
import type { Pen } from "./pen.ts";

/**
 * Makes links of what is one to other tools and text to Markdown, where the document that it names is known: `[[Page]]` of
 * wikis, and addresses with a space in them. Elsewhere they stay as they are, and are told.
 */
export function convertTextLinks(node: Text, pen: Pen): void {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return;
  const source = pen.text.slice(start, end);
  if (!source.includes("[")) return;
  for (const match of source.matchAll(/(?<!\\)\[\[([^[\]|{<\r\n]+)(?:\|([^[\]{<\r\n]+))?\]\]/g)) {
    const [whole, page = "", label = page] = match;
    const at = start + match.index;
    const href = [page, page.replaceAll(" ", "-")].map((name) => addressOf(name.trim(), "link", pen)).find(Boolean);
    if (href !== undefined) pen.put(at, at + whole.length, `[${label.trim()}](${href})`);
    else
      pen.note(
        at,
        `${whole} is a link of a wiki, and stays as text: write [${label.trim()}](…) with the file that it leads to.`,
      );
  }
  // What the brackets hold may be more than text, and stand in nodes of its own.
  for (const match of source.matchAll(/(?:(?<!\\)(!?)\[([^[\]\r\n]*))?\]\(([^()<>{\r\n]+)\)/g)) {
    const [whole, sign = "", label = "…", address = ""] = match;
    if (!/\S[ \t]+\S/.test(address) || !/\/|\.\w+(?:#\S*)?$/.test(address.trim())) continue;
    const at = start + match.index;
    const from = at + whole.length - 1 - address.length;
    const href = addressOf(address.trim(), sign === "!" ? "image" : "link", pen);
    if (href !== undefined) pen.put(from, from + address.length, href);
    else
      pen.note(
        at,
        `${whole} is no link, because there is a space in its address: write ${sign}[${label}](<${address.trim()}>).`,
      );
  }
}

function addressOf(address: string, what: "link" | "image", pen: Pen): string | undefined {
  const found = pen.resolve(address, what);
  return found.kind === "to" ? escapeAddress(found.href) : undefined;
}
