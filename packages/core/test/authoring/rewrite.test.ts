import fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../src/authoring/rewrite/edit.ts";
import { readAddresses } from "../../src/authoring/rewrite/read-addresses.ts";
import { type Format, parseContent } from "../../src/compile/parse.ts";

const before = "../crm/export.mdx";
const after = "../sales (eu)/ex port.mdx";

/** Rewrites every address that is `before`, whatever it stands in. */
function rewrite(text: string, format: Format): string {
  const edits = readAddresses(text, format)
    .filter(({ value }) => value === before)
    .map(({ start, end, write }) => ({ start, end, text: write(after) }));
  return applyEdits(text, edits);
}

/** A tree without places, with the one address for the other. */
function shape(node: Nodes, address: (url: string) => string): unknown {
  const { position: _, children, data: __, ...rest } = node as Nodes & { readonly children?: readonly Nodes[] };
  return {
    ...rest,
    ...("url" in rest ? { url: address(decodeURIComponent(rest.url)) } : {}),
    ...(children === undefined ? {} : { children: children.map((child) => shape(child, address)) }),
  };
}

const isValid = (text: string, format: Format) => {
  try {
    parseContent(text, format);
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
};

/** Text in which the signs of Markdown come thick and fast. */
const noise = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."[]()!<>\\`*_#-+|:\"'&;. \t\n".split("")),
      fc.constantFrom(
        "a",
        "é",
        "1.",
        "\n\n",
        "> ",
        "- ",
        "    ",
        "```",
        "&amp;",
        "\\]",
        "](",
        "[x]",
        "[x]: ",
        "\r\n",
        "| a |",
        "---",
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

const link = fc.constantFrom(
  `[x](${before})`,
  `![x](${before} "a (b) 'c'")`,
  `[a [b] c](<${before}>)`,
  `[![y](${before})](${before})`,
  `[\`]\`](${before}  'x' )`,
  `\n\n[x]: ${before}\n\n[x]`,
  `\n\n[x]:\n  <${before}> "t"\n\n![x]`,
  `[x](\n${before}\n"t")`,
  `[x](../crm/exp&#111;rt.mdx)`,
  `[x](../crm\\/export.mdx)`,
);

describe("an address in Markdown is found wherever it stands, and only it is written anew", () => {
  test.each<Format>(["md", "mdx"])("in %s", (format) => {
    fc.assert(
      fc.property(noise, link, noise, link, noise, (...parts) => {
        const text = `Text.\n\n${parts.join("")}`;
        fc.pre(isValid(text, format));
        const written = rewrite(text, format);
        const swap = (url: string) => (url === before ? after : url);
        expect(shape(parseContent(written, format), (url) => url)).toEqual(shape(parseContent(text, format), swap));
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    [`<a href="${before}" title="x">`, `<a href="${after}" title="x">`],
    [`<a title='href="${before}"' href='${before}'>`, `<a title='href="${before}"' href='${after}'>`],
    [`<!-- <a href="${before}"> -->`, `<!-- <a href="${before}"> -->`],
    [`<a data-href="${before}">`, `<a data-href="${before}">`],
    [`<a\n  href = "${before}" >x</a>`, `<a\n  href = "${after}" >x</a>`],
  ])("in HTML: %s", (text, expected) => {
    expect(rewrite(text, "md")).toBe(expected);
  });

  test.each([
    [`<X src="${before}" />`, `<X src="${after}" />`],
    [`<X a='"' src='${before}' b />`, `<X a='"' src='${after}' b />`],
    [
      `<X title="src=&quot;${before}&quot;" src="${before}" />`,
      `<X title="src=&quot;${before}&quot;" src="${after}" />`,
    ],
    [`<X src={"${before}"} />`, `<X src={"${after}"} />`],
    [
      `<X src={'${before}'} y={["${before}", { a: \`${before}\` }]} />`,
      `<X src={'${after}'} y={["${after}", { a: "${after}" }]} />`,
    ],
    [`<X src={\n  "${before}" // here\n} />`, `<X src={\n  "${after}" // here\n} />`],
    [
      `<X\n  a="1"\n  src="${before}"\n>\n\n[x](${before})\n\n</X>`,
      `<X\n  a="1"\n  src="${after}"\n>\n\n[x](../sales%20%28eu%29/ex%20port.mdx)\n\n</X>`,
    ],
  ])("in a block: %s", (text, expected) => {
    expect(rewrite(text, "mdx")).toBe(expected);
  });
});
