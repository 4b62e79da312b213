import { readFileSync } from "node:fs";
import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import { listFiles } from "../../../test/support/files.ts";
import { blankFrontmatter, parseContent } from "../src/compile/parse.ts";

// satteri's trees are to be the trees that remark makes, so that every tool for those works on them.
// The differences that stand below are known, and none of them changes what is rendered.

const contentFolder = new URL("../../../content/", import.meta.url).pathname;
const files = (await listFiles(contentFolder)).filter((file) => /\.mdx?$/.test(file));

function remarkTree(text: string, format: "md" | "mdx"): Root {
  const processor = unified().use(remarkParse).use(remarkGfm);
  return (format === "mdx" ? processor.use(remarkMdx) : processor).parse(blankFrontmatter(text));
}

/** A tree without what is known to differ. */
function comparable(node: Nodes): unknown {
  const { position, data: _data, ...rest } = node;
  const plain: Record<string, unknown> = { ...rest };
  if (position !== undefined) {
    plain.position = [
      position.start.line,
      position.start.column,
      position.start.offset,
      position.end.line,
      position.end.column,
      position.end.offset,
    ];
  }
  if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
    // satteri gives attributes no places and expressions no syntax trees.
    plain.attributes = node.attributes.map((attribute) =>
      attribute.type === "mdxJsxAttribute"
        ? {
            name: attribute.name,
            value: typeof attribute.value === "object" ? (attribute.value?.value ?? null) : (attribute.value ?? null),
          }
        : { spread: attribute.value },
    );
  }
  if ("children" in node) {
    plain.children = node.children.flatMap(unravel).map(comparable);
  }
  if (node.type === "listItem" && typeof node.checked === "boolean") dropStart(plain.children);
  for (const key of Object.keys(plain)) if (plain[key] === null || plain[key] === undefined) delete plain[key];
  return plain;
}

/** A line of tags alone is made of flow elements right away; remark leaves a paragraph around it to later plugins. */
function unravel(node: Nodes): readonly Nodes[] {
  if (node.type !== "paragraph") return [node];
  const tags = node.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  if (!tags.every((tag) => tag.type === "mdxJsxTextElement" || tag.type === "mdxTextExpression")) return [node];
  return tags.map((tag) => ({ ...tag, type: tag.type.replace("Text", "Flow") }) as Nodes);
}

/** The paragraph of a task begins behind its box; remark lets it begin before. */
function dropStart(children: unknown): void {
  const first: unknown = Array.isArray(children) ? children[0] : undefined;
  if (typeof first === "object" && first !== null && "position" in first && Array.isArray(first.position))
    first.position.splice(0, 3);
}

test.each(files)("parses content/%s as remark does", (file) => {
  const text = readFileSync(`${contentFolder}${file}`, "utf8");
  const format = file.endsWith(".mdx") ? "mdx" : "md";
  expect(comparable(parseContent(text, format))).toEqual(comparable(remarkTree(text, format)));
});

const awkward: Readonly<Record<string, string>> = {
  "Vietnamese text": "# Hoàn tiền sau 30 ngày\n\nĐược, nếu **chưa dùng** — xem [điều kiện](#dk).\n",
  "emoji and surrogates": "👩‍👩‍👧 *a👍b* `c🎉`\n\n- [x] ✅ done\n",
  "combining signs and right-to-left text": "Cafe\u0301 שלום **עולם**\n",
  "Windows line ends": "# A\r\n\r\nText\r\n- a\r\n- b\r\n",
  "tables with pipes and code": "| a | b |\n|:--|--:|\n| `x` \\| y | **z** |\n| 1 |\n",
  "nested lists and code": "1. a\n   - b\n\n     ```js\n     x\n     ```\n2. c\n",
  "footnotes and references": "Text[^1] and [x][y].\n\n[^1]: Note *a*.\n\n[y]: https://example.com 'T'\n",
  "entities and escapes": "&lt; &amp; &copy; \\* \\_ &#x1F600;\n",
  "autolinks and strikethrough": "www.example.com https://example.com/a_b a@example.com ~~gone~~\n",
  "hard breaks and rules": "a  \nb\\\nc\n\n***\n\nd\n===\n",
  "blocks in MDX":
    '<Callout type="tip" title="A &amp; b">\n\nText <kbd>x</kbd>.\n\n</Callout>\n\n<Question id="q" accept={["a", "b"]}>\nWhich?\n\n- [ ] a\n  > no\n- [x] b\n\n<Hint>h</Hint>\n</Question>\n',
  "comments in MDX": "{/* a */}\n\nText {/* b */} more.\n",
};

test.each(Object.entries(awkward))("parses %s as remark does", (_what, text) => {
  expect(comparable(parseContent(text, "mdx"))).toEqual(comparable(remarkTree(text, "mdx")));
  if (!/[<{]/.test(text)) expect(comparable(parseContent(text, "md"))).toEqual(comparable(remarkTree(text, "md")));
});
