import { calloutType } from "../../../compile/callout-type.ts";
import { plainText } from "../../../compile/plain-text.ts";
import { openCallout } from "./admonitions.ts";
import { escaped, isCallout } from "./components.ts";
import { type Directive, isDirective } from "./directive.ts";
import type { Pen } from "./pen.ts";

/** Converts an admonition: to a callout where it may stand, else to a bold title before what it holds. Returns its label, which is not to be converted again. */
export function convertDirective(node: Directive, parent: unknown, pen: Pen): unknown {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const source = pen.text.slice(start, end);
  const opening = /^:{3,}[^\r\n]*/.exec(source)?.[0] ?? "";
  const label = node.children.find((child) => child.data !== undefined && "directiveLabel" in child.data);
  const title =
    label === undefined
      ? opening
          .replace(/^:+[\w-]*/, "")
          .replace(/^\[\]/, "")
          .replace(/\{[^}]*\}\s*$/, "")
          .trim()
      : plainText([label]);
  const closing = /:{3,}[ \t]*$/.exec(source);
  const close = closing === null || closing.index === 0 ? undefined : start + closing.index;

  const type = calloutType(node.name);
  const mayBeCallout = pen.to === "mdx" && !isDirective(parent) && !isCallout(parent);
  let before = title === "" ? "" : `**${pen.to === "mdx" ? escaped(title) : title}**\n`;
  let after = "";
  if (type !== undefined && mayBeCallout) {
    before = openCallout(type, title);
    after = "</Callout>";
  } else if (node.name === "details" && pen.to === "mdx") {
    before = `<details>\n<summary>${escaped(title || "…")}</summary>\n`;
    after = "</details>";
  } else if (type === undefined) {
    pen.note(start, `There is no block like “:::${node.name}”: its signs were taken out, and what it holds kept.`);
  }
  const indentation = indentOf(pen.text, start);
  pen.put(start, start + opening.length, before.replaceAll("\n", `\n${indentation}`));
  if (close !== undefined) pen.put(close, end, after);
  else if (after !== "") pen.put(end, end, `\n${indentation}${after}`);
  return label;
}

/** What stands before a place in its line, as far as it holds what follows: the sign of a quote, the indentation of a list. */
function indentOf(text: string, at: number): string {
  const lineStart = Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
  return text.slice(lineStart, at).replace(/[^>\s]/g, " ");
}
