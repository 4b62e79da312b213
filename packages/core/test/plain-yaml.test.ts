import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { listFiles } from "../../../test/support/files.ts";
import { cutFrontmatter } from "../src/compile/frontmatter.ts";
import { readPlainYaml } from "../src/compile/plain-yaml.ts";

// What the quick reader reads at all, it is to read as a parser of all YAML does.

/** What the parser gives; its mistakes are texts. */
function parsed(yaml: string): unknown {
  try {
    return load(yaml) ?? {};
  } catch (cause) {
    return String(cause);
  }
}

test.each([
  ["texts", "title: Export a report\nowner: mai@example.com\nlevel: beginner\n", 3],
  ["quoted texts", `title: "Say: \\"no\\""\n`, undefined],
  ["quoted texts without escapes", `title: "One: two # three"\nsummary: 'It is "so"'\n`, 2],
  ["Vietnamese", "title: Xuất báo cáo\n", 1],
  ["days, spans and numbers", "reviewed: 2026-01-31\nreviewEvery: 90d\norder: 12\n", 3],
  ["lists in brackets", 'tags: [crm, "a, b"]\nrelated: [lesson:crm/basics, faq:refunds]\n', 2],
  ["lists of lines", "aliases:\n  - one more\n  - 'two'\ntags:\n- a\n- b\n", 2],
  ["keys without a value", "title: A\nsummary:\ntags:\n", 3],
  ["comments", "title: A # b\n", undefined],
  ["words that are no text", "title: true\n", undefined],
  ["words in lists that are no text", "tags: [a, Null]\n", undefined],
  ["texts of several lines", "title: one\n  two\n", undefined],
  ["blocks of text", "summary: |\n  one\n", undefined],
  ["groups", 'video: { src: "a.mp4" }\n', undefined],
  ["keys twice", "title: a\ntitle: b\n", undefined],
  ["a second colon", "title: a: b\n", undefined],
  ["line ends of Windows", "title: a\r\ntags: [b]\r\n", undefined],
  ["commas at the end", "tags: [a, ]\n", undefined],
  ["items of different indents", "tags:\n  - a\n   - b\n", undefined],
  ["octal and other numbers", "order: 007\n", undefined],
])("%s", (_, yaml, keys) => {
  const values = readPlainYaml(yaml);
  expect(values && Object.keys(values).length).toBe(keys);
  if (values !== undefined) expect(values).toEqual(parsed(yaml));
});

test("hundreds of thousands of odd texts are read as the parser reads them, or left to it", () => {
  const pieces = [
    ...[
      "a",
      "B",
      "title",
      "true",
      "Null",
      "~",
      "yes",
      "1",
      "0",
      "007",
      "1e3",
      "0x1f",
      "2026-01-31",
      "90d",
      ".5",
      "+1",
      "-1",
    ],
    ...[
      " ",
      "  ",
      ": ",
      ":",
      " #",
      "#",
      "-",
      "- ",
      "\n",
      "\n",
      "\n  - ",
      "\n- ",
      "\n  ",
      "\t",
      "\r\n",
      "...",
      "---",
      "/",
    ],
    ...["[", "]", ", ", ",", "{", "}", '"', "'", "''", "\\", "|", ">", "&x", "*x", "!", "%", "@", "`", "? ", "=", "<<"],
    ...["é", "“", "😀", "\u00a0", "\u2028", "\u0085", "\ufeff", "\u0000", "\u007f", "\u3000", "\u200b", "\ud800"],
    ...["__proto__", "constructor", "a: b", "b:\n  - x\n  - y", 't: [a, "b"]'],
  ];
  let state = 1;
  const random = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let read = 0;
  for (let i = 0; i < 200_000; i++) {
    let yaml = ["k: ", "title: a\n", "k:\n  - ", "k: ["][random(4)] ?? "";
    for (let count = 1 + random(7); count > 0; count--) yaml += pieces[random(pieces.length)];
    yaml += ["", "\nz: b\n", "]\n"][random(3)];
    const values = readPlainYaml(yaml);
    if (values === undefined) continue;
    read++;
    // Most of them cannot be told apart by more than their JSON, and comparing deeply is slow.
    if (JSON.stringify(values) !== JSON.stringify(parsed(yaml))) expect([yaml, values]).toEqual([yaml, parsed(yaml)]);
  }
  expect(read).toBeGreaterThan(5000);
});

test("nine in ten files of the project's own content need no other parser, and are read the same", async () => {
  const content = new URL("../../../content/", import.meta.url).pathname;
  const blocks = (await listFiles(content)).flatMap((file) => {
    const block = /\.mdx?$/.test(file) ? cutFrontmatter(readFileSync(join(content, file), "utf8")) : undefined;
    return block === undefined ? [] : [block.yaml];
  });
  const read = blocks.filter((yaml) => {
    const values = readPlainYaml(yaml);
    if (values !== undefined) expect(values).toEqual(parsed(yaml));
    return values !== undefined;
  });
  expect(read.length).toBeGreaterThan(blocks.length * 0.9);
});
