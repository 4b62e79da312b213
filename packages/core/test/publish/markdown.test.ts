import fc from "fast-check";
import { toHtml } from "hast-util-to-html";
import { toHast } from "mdast-util-to-hast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { toMarkdown } from "../../src/publish/markdown/to-markdown.ts";
import { base, html } from "../support/base.ts";

const parser = unified().use(remarkParse).use(remarkGfm);

/** What anybody else makes of Markdown. */
function rendered(markdown: string): string {
  return toHtml(toHast(parser.parse(markdown)));
}

function markdownOf(html: string): string {
  return toMarkdown({ html, questions: [], address: (url) => url });
}

const address = (url: string) => (/^[/#]/.test(url) ? `https://kb.example.com${url}` : url);

/** The Markdown of a body, written as the lesson `a`. */
async function readable(body: string): Promise<string> {
  const kb = await base({ "lessons/a.mdx": `---\ntitle: A\n---\n\n${body}\n`, "faqs/b.md": "# B?\n\nC.\n" });
  const entry = await kb.get("lesson", "a");
  if (entry === undefined) throw new Error(kb.diagnostics.map(({ message }) => message).join(" "));
  return toMarkdown({ html: entry.html, questions: entry.questions, address });
}

describe("what an author wrote in plain Markdown", () => {
  const bodies = {
    prose: "**One** bold and _soft_ word, `code`, ~~gone~~.\nA second line.\n\nAnother paragraph.",
    headings: "## Look up the _order_\n\n### Then\n\nText.",
    lists: "- one\n- two\n  - deeper\n- three\n\n3. third\n4. fourth",
    "a list with room": "- one\n\n  more of one\n\n- two",
    tasks: "- [x] done\n- [ ] to do",
    quotes: "> A quote\n>\n> with two paragraphs\n>\n> - and a list",
    code: "```js\nconst a = 1;\n\nif (a) {\n}\n```",
    "code with fences": "````md\n```js\na\n```\n````",
    tables: "| A | B |\n| :--- | ---: |\n| `a\\|b` | **c** |\n| d |  |",
    "links and pictures":
      '[Outside](https://example.com/a_b "Title") and [more](https://example.com).\n\n![A picture](https://example.com/p.png)',
    "lines across": "One\n\n---\n\nTwo",
    "hard breaks": "One\\\nTwo",
    footnotes: "A claim.[^1]\n\n[^1]: Its source.",
  };
  test.each(Object.entries(bodies))("%s: comes out as it went in", async (_, body) => {
    expect(await readable(body)).toBe(body);
  });
});

test("a mark before a link does not make it a picture", async () => {
  expect(await readable("Look\\![here](https://example.com)")).toBe("Look\\![here](https://example.com)");
  expect(await readable("**Look!** [here](https://example.com)")).toBe("**Look!** [here](https://example.com)");
  expect(await readable("Wait\\!<b>[here](https://example.com)</b>")).toBe("Wait!**[here](https://example.com)**");
  expect(await readable("Look\\\\\\![here](https://example.com)")).toBe("Look\\\\\\![here](https://example.com)");
});

describe("what only Knowhow knows", () => {
  test("a callout becomes a quote with its title", async () => {
    expect(await readable('<Callout type="tip" title="Press **Esc**">\n\nIt closes.\n\n- all\n\n</Callout>')).toBe(
      "> **Press \\*\\*Esc\\*\\***\n>\n> It closes.\n>\n> - all",
    );
  });

  test("a question shows what is right, what is said to each answer, its hints and its explanation", async () => {
    const question = `<Question id="q">
Which is **safest**?

- [ ] Open it
  > No.
- [x] Press **Report**
  > Right.

<Hint>Who needs to know?</Hint>
<Explanation>Everyone who got it is protected.</Explanation>
</Question>`;
    expect(await readable(question)).toBe(`Which is **safest**?

- [ ] Open it
  > No.
- [x] Press **Report**
  > Right.

**Hint**

Who needs to know?

**Explanation**

Everyone who got it is protected.`);
  });

  test("a question of another kind is what it asks and offers, and then its answer; no field to type into", async () => {
    const source = [
      '<Question id="a" accept={["HTTPS"]}>\nWhich protocol?\n</Question>',
      '<Question id="b">\nPress <Blank answer="Export" />.\n</Question>',
      '<Question id="c" kind="order">\nWhich first?\n\n1. Open\n2. Close\n</Question>',
    ].join("\n\n");
    expect((await readable(source)).split("\n").filter((line) => line !== "")).toEqual([
      "Which protocol?",
      "**Show the answer**",
      "**HTTPS**",
      "Press \\_\\_\\_.",
      "**Show the answer**",
      "**Export**",
      "Which first?",
      "- Close",
      "- Open",
      "**Show the answer**",
      "1. Open",
      "2. Close",
    ]);
  });

  test("a term is followed by what it means", async () => {
    expect(await readable('Open the <Term means="customer *relations*">CRM</Term>.')).toBe(
      "Open the CRM (customer \\*relations\\*).",
    );
  });

  test("a checklist has its boxes, and a block its title", async () => {
    const checklist =
      '<Checklist id="day" title="Your first day">\n\n- [ ] Badge\n- [ ] Laptop\n  - [ ] Signed in\n\n</Checklist>';
    expect(await readable(checklist)).toBe("**Your first day**\n\n- [ ] Badge\n- [ ] Laptop\n  - [ ] Signed in");
    expect(await readable('<Try title="Export it">\n\nNow.\n\n<Solution>\nSo.\n</Solution>\n</Try>')).toBe(
      "**Export it**\n\nNow.\n\n**Solution**\n\nSo.",
    );
  });

  test("links to entries, sections and files lead where they lead on the page", async () => {
    const body = "[Ask](../faqs/b.md), [there](faq:b), [below](#below)\n\n## Below";
    expect(await readable(body)).toBe(
      "[Ask](https://kb.example.com/faqs/b/), [there](https://kb.example.com/faqs/b/), [below](https://kb.example.com#below)\n\n## Below",
    );
  });

  test("elements that Markdown lacks are what they hold", async () => {
    expect(
      await readable(
        "<details>\n\n<summary>More</summary>\n\nHidden <kbd>Ctrl</kbd> text.\n\n</details>\n\n<dl><dt>CRM</dt><dd>What we know of customers.</dd></dl>",
      ),
    ).toBe("**More**\n\nHidden Ctrl text.\n\n**CRM**\n\nWhat we know of customers.");
  });
});

describe("nothing that a text says is lost or read as something else", () => {
  test("signs that mean something to Markdown stay text", async () => {
    const text = fc
      .array(
        fc.constantFrom(..."*_`~[]()<>&\\#+-=|!:.1x \n".split(""), "a", "b ", "ữ", "&amp;", "^", "[x] ", "http://a.b"),
        {
          maxLength: 12,
        },
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (said) => {
        const words = said.replace(/\s+/g, " ").trim();
        fc.pre(words !== "");
        const html = `<p>${words.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>`;
        const again = rendered(markdownOf(html));
        // Addresses become links in GitHub's Markdown whatever is done; their text stays.
        expect(again.replace(/<\/?a\b[^>]*>/g, "")).toBe(
          toHtml(toHast({ type: "paragraph", children: [{ type: "text", value: words }] })),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  test("marks survive wherever they stand in a word", () => {
    const piece = fc.constantFrom("a", " ", ".", "「", "」", "1");
    const run = fc.array(piece, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(run, fc.constantFrom("strong", "em", "del"), run, run, (before, tag, inner, after) => {
        fc.pre(inner.trim() !== "");
        const [, lead, text, tail] = /^(\s*)(.*?)(\s*)$/.exec(inner) ?? [];
        const html = `<p>${before}<${tag}>${inner}</${tag}>${after}</p>`;
        const again = unified().use(remarkParse).use(remarkGfm).parse(markdownOf(html));
        const wanted = `<p>${`${before}${lead}<${tag}>${text}</${tag}>${tail}${after}`.replace(/\s+/g, " ").trim()}</p>`;
        const found = toHtml(toHast(again, { allowDangerousHtml: true }), { allowDangerousHtml: true });
        expect(found.replace(/^<p> | <\/p>$/g, (end) => end.replace(" ", ""))).toBe(wanted.replace("<p> ", "<p>"));
      }),
      { numRuns: 1_000 },
    );
  });

  test("a title, a cell and an address cannot break out of their place", async () => {
    const body = '| A |\n| --- |\n| a \\| b |\n\n<a href="https://example.com/a)b c" title="x&quot;) y">link</a>';
    expect(await readable(body)).toBe('| A |\n| --- |\n| a \\| b |\n\n[link](https://example.com/a%29b%20c "x\\") y")');
  });

  test("paragraphs of an item stay apart, however they are written", () => {
    const markdown = markdownOf(
      "<ul><li>a<details><summary>b</summary><p>c</p></details></li><li>d<ul><li>e</li></ul></li></ul>",
    );
    expect(markdown).toBe("- a\n\n  **b**\n\n  c\n- d\n  - e");
  });

  test("two lists in a row stay two", async () => {
    const markdown = markdownOf("<ul><li>a</li></ul><ul><li>b</li></ul><ol><li>c</li></ol><ol><li>d</li></ol>");
    expect(rendered(markdown).replaceAll("\n", "")).toBe(
      "<ul><li>a</li></ul><ul><li>b</li></ul><ol><li>c</li></ol><ol><li>d</li></ol>",
    );
  });

  test("scripts and forms leave nothing behind", () => {
    expect(markdownOf("<p>a<script>b</script><select><option>c</option></select></p><svg><text>d</text></svg>")).toBe(
      "a",
    );
  });
});

test("compiled HTML is read as a parser for all HTML reads it", async () => {
  const { readHtml } = await import("../../src/html/html-tree.ts");
  const { raw } = await import("hast-util-raw");
  const strange = await html(
    '<img src="https://example.com/a.png" alt="a > b &quot; c href=" title="<x>" />\n\n`a < b & c`\n\n<Callout>\n\n| A |\n| - |\n| `x` |\n\n</Callout>\n\n```html\n<a href="x">&amp;</a>\n```',
  );
  expect(strange).toContain("<table>");
  const flat = (nodes: readonly unknown[]): unknown => JSON.parse(JSON.stringify(nodes));
  const ours = readHtml(strange);
  type Node = { type: string; value?: string; tagName?: string; children?: Node[] };
  const theirs = raw({ type: "root", children: [{ type: "raw", value: strange }] } as never) as unknown as Node;
  const shape = (node: Node): unknown =>
    node.type === "text" ? node.value : { tag: node.tagName, children: childrenOf(node) };
  // The colours of code are left out.
  const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join("");
  const childrenOf = (node: Node): unknown[] =>
    node.tagName === "code" ? [textOf(node)] : (node.children ?? []).map(shape);
  const ourShape = (node: (typeof ours)[number]): unknown =>
    typeof node === "string" ? node : { tag: node.tag, children: node.children.map(ourShape) };
  expect(flat(ours.map(ourShape))).toEqual(flat((theirs.children ?? []).map(shape)));
});
