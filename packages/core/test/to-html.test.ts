import type { Element, ElementContent, Nodes } from "hast";
import { sanitize } from "hast-util-sanitize";
import { toHtml as write } from "hast-util-to-html";
import { all, common, createLowlight } from "lowlight";
import { htmlToHast } from "satteri";
import { expect, test } from "vitest";
import { withElements } from "../src/compile/blocks/draw-own.ts";
import { entrySchema } from "../src/compile/html-list.ts";
import { toHtml } from "../src/compile/to-html.ts";
import { loadKnowledgeBase } from "../src/node.ts";
import { html } from "./support/base.ts";

// The HTML of an entry is to be what hast-util-to-html would write of the same sanitised tree, byte for byte, but for `<` and
// `>` in the values of attributes: these are references, so that nothing in a value can be taken for a tag.
function reference(tree: Nodes): string {
  return write(marked(tree)).replaceAll("\ue000", "&#x3C;").replaceAll("\ue001", "&#x3E;");
}

function marked<T extends Nodes>(node: T): T {
  if (!("children" in node)) return node;
  const children = node.children.map((child) => marked(child as Nodes));
  if (node.type !== "element") return { ...node, children };
  const mark = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(mark)
      : typeof value === "string"
        ? value.replaceAll("<", "\ue000").replaceAll(">", "\ue001")
        : value;
  const properties = Object.fromEntries(Object.entries(node.properties).map(([name, value]) => [name, mark(value)]));
  return { ...node, children, properties };
}

const hostile = [
  "",
  " ",
  "plain",
  "a b  c",
  `"'\`<>&=/`,
  "&amp; &#x26; &copy",
  "]]> --> </p><script>alert(1)</script>",
  'x" onclick="alert(1)',
  "javascript:alert(1)",
  "https://example.com/?a=1&b=2#c",
  "line\nbreak\r\n\ttab\f",
  "\0 \u0001 \u007f \u00a0 \u2028 \ufdd0",
  "Tiếng Việt 漢字 עברית 😀",
  "\ud800 \udc00",
];
const values = [
  ...hostile,
  true,
  false,
  0,
  -1.5,
  Number.NaN,
  null,
  undefined,
  [],
  [""],
  ["a", "b"],
  ["a", ""],
  [1, "&"],
];
const names = [
  ...new Set(
    Object.values(entrySchema.attributes ?? {})
      .flat()
      .map((one) => (typeof one === "string" ? one : one[0])),
  ),
  ...[
    "hidden",
    "download",
    "class",
    "CLASSNAME",
    "aria-label",
    "data-Foo",
    "dataFooBar",
    "data:x",
    "xlinkHref",
    "on\0x",
    "a b",
  ],
];
const tags = [...(entrySchema.tagNames ?? []), "acme-price"];

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function pick<T>(list: readonly T[], random: (below: number) => number): T {
  return list[random(list.length)] as T;
}

function randomTree(random: (below: number) => number, depth = 0): ElementContent {
  if (depth > 5 || random(3) === 0) return { type: "text", value: pick(hostile, random) };
  const properties: Element["properties"] = {};
  for (let i = random(4); i > 0; i--) properties[pick(names, random)] = pick(values, random);
  const children = Array.from({ length: random(4) }, () => randomTree(random, depth + 1));
  return { type: "element", tagName: pick(tags, random), properties, children };
}

test("what is said of a picture or a link is no tag, whatever signs it has", async () => {
  expect(await html('![a > \\<script>](https://example.com/x.png "\\<table>")', "md")).toBe(
    '<p><img src="https://example.com/x.png" alt="a &#x3E; &#x3C;script&#x3E;" title="&#x3C;table&#x3E;"></p>',
  );
});

test("every attribute of every value is written as hast-util-to-html writes it, in HTML and in SVG", () => {
  for (const tagName of ["p", "svg"]) {
    for (const name of names) {
      for (const value of values) {
        const tree: Element = { type: "element", tagName, properties: { [name]: value }, children: [] };
        expect([name, value, toHtml(tree)]).toEqual([name, value, reference(tree)]);
      }
    }
  }
});

test("every element is written as hast-util-to-html writes it, empty, full and within SVG", () => {
  for (const tagName of tags) {
    const empty: Element = { type: "element", tagName, properties: { id: "a" }, children: [] };
    const full: Element = { ...empty, children: [{ type: "text", value: "<&>" }] };
    const within: Element = { type: "element", tagName: "svg", properties: {}, children: [empty, full] };
    for (const tree of [empty, full, within]) expect(toHtml(tree)).toBe(reference(tree));
  }
});

test("thousands of random trees of hostile text come out the same, sanitised or not", () => {
  const random = numbers(7);
  const schema = withElements(["acme-price"]);
  for (let i = 0; i < 3000; i++) {
    const tree: Nodes = { type: "root", children: [randomTree(random), randomTree(random)] };
    expect(toHtml(tree)).toBe(reference(tree));
    const clean = sanitize(tree, schema);
    expect(toHtml(clean)).toBe(reference(clean));
  }
});

test("whatever stands in a tree beside elements and text is left out", () => {
  const comment: Nodes = { type: "comment", value: "--><script>alert(1)</script>" };
  expect(toHtml({ type: "root", children: [comment, { type: "doctype" }, { type: "text", value: "a" }] })).toBe("a");
});

test("code is highlighted as by lowlight, sanitised, beside raw HTML or not", async () => {
  const lowlight = createLowlight(all);
  const sources = [
    `import x from 'y';\nconst a = \`<b>\${c && "d"}</b>\`; // &amp; <script>\nclass D extends E<F> {}\n`,
    "<!doctype html><style>p { color: red }</style><script>if (a < b) c('&')</script>\n",
    "# Heading\n\n```ts\nlet x = 1;\n```\n- *a* <b>c</b>\n",
    "def f(x: int) -> str:\n    '''doc & <text>'''\n    return f\"{x}\"",
    '$ echo "unclosed\ncat <<EOF\n',
    '{ "a": [1, true, null, "<&>"',
    "a = 1;\r\nb = `x\r\n$c`;\r\n",
  ];
  const opening: Element = {
    type: "element",
    tagName: "p",
    properties: {},
    children: [{ type: "element", tagName: "b", properties: {}, children: [{ type: "text", value: "raw" }] }],
  };
  for (const language of Object.keys(common)) {
    const blocks = sources.map((source) => `\`\`\`\`${language}\n${source}\n\`\`\`\``);
    const drawn = sources.map((source): Element => {
      const { children } = lowlight.highlight(language, source);
      const code: Element = {
        type: "element",
        tagName: "code",
        properties: { className: ["hljs", `language-${language}`] },
        children: children as ElementContent[],
      };
      return { type: "element", tagName: "pre", properties: { tabIndex: 0 }, children: [code] };
    });
    const expected = (elements: readonly Element[]) => {
      const children = elements.flatMap((one, i): ElementContent[] =>
        i === 0 ? [one] : [{ type: "text", value: "\n" }, one],
      );
      return reference(sanitize({ type: "root", children }, entrySchema));
    };
    expect(await html(blocks.join("\n\n"), "md")).toBe(expected(drawn));
    expect(await html(["<b>raw</b>", ...blocks].join("\n\n"), "md")).toBe(expected([opening, ...drawn]));
  }
});

test("the HTML of the project's own content is written the same again", async () => {
  const kb = await loadKnowledgeBase({ root: new URL("../../..", import.meta.url).pathname, cache: false });
  for (const { type, id, locale } of kb.entries()) {
    const entry = await kb.get(type, id, { locale });
    const tree = htmlToHast(entry?.html ?? "", { fragment: true }) as Nodes;
    expect(toHtml(tree)).toBe(reference(tree));
  }
});
