import type { Blockquote, Nodes } from "mdast";
import { calloutType } from "../../../compile/callout-type.ts";
import { openCallout } from "./admonitions.ts";
import type { Pen } from "./pen.ts";

/** Makes a quote that begins with `[!NOTE]`, as GitHub draws admonitions, a callout. It is written without the signs of a quote. */
export function convertAlert(node: Blockquote, pen: Pen): void {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined || pen.to === "md") return;
  const source = pen.text.slice(start, end);
  const first = /^>\s*\[!(\w+)\][ \t]*([^\r\n]*)/.exec(source);
  const type = first === null ? undefined : calloutType(first[1] ?? "");
  if (first === null || type === undefined) return;
  pen.put(start, start + first[0].length, openCallout(type, first[2] ?? ""));
  const code = indentedCode(node, pen.text);
  for (const line of source.slice(first[0].length).matchAll(/(?<=\n|\r)[ \t]{0,3}> ?/g)) {
    const at = start + first[0].length + line.index;
    // Code that gets fences is written anew, without these signs.
    if (!code.some((one) => at > one.start && at < one.end)) pen.put(at, at + line[0].length, "");
  }
  pen.put(end, end, "\n</Callout>");
}

function indentedCode(node: Nodes, text: string): readonly { readonly start: number; readonly end: number }[] {
  if (node.type === "code") {
    const start = node.position?.start.offset ?? 0;
    return /^[`~]{3}/.test(text.slice(start)) ? [] : [{ start, end: node.position?.end.offset ?? start }];
  }
  return "children" in node ? node.children.flatMap((child) => indentedCode(child, text)) : [];
}

/** Whether a quote is such an admonition, at the top of its file. */
export function isAlert(node: Blockquote, text: string): boolean {
  const { start } = node.position ?? {};
  if (start === undefined || start.column !== 1) return false;
  const name = /^>\s*\[!(\w+)\]/.exec(text.slice(start.offset, (start.offset ?? 0) + 40))?.[1];
  return name !== undefined && calloutType(name) !== undefined;
}
