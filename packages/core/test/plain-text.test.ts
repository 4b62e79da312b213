import { expect, test } from "vitest";
import { base } from "./support/base.ts";

const entry = async (body: string, format = "mdx") => {
  const kb = await base({ [`lessons/a.${format}`]: `---\ntitle: A\n---\n\n${body}\n` });
  return kb.get("lesson", "a");
};

test.each(["md", "mdx"])("a line break in HTML parts words, in sentences and in tables (%s)", async (format) => {
  const body = "One<br/>two.\n\n| a | b |\n|---|---|\n| x<br/>y | z |";
  expect((await entry(body, format))?.text).toBe("One\ntwo.\na b\nx\ny z");
});

test("HTML of a Markdown file is text like any other, without its comments and tags", async () => {
  const body =
    '<p align="center">Words &amp; <b>more</b><!-- not this --></p>\n\n<details>\n<summary>Open</summary>\n\nInside.\n\n</details>\n\n' +
    '<table><tr><td>left</td><td>right</td></tr></table>\n\n<!-- nor this -->\n\nSee <img src="https://e.com/a.png" alt="the button"> <!-- nor that --> there.';
  expect((await entry(body, "md"))?.text).toBe("Words & more\nOpen\nInside.\nleft right\nSee the button there.");
});

test("a picture as a tag is read by its text in MDX, too, and cells stand apart", async () => {
  const body =
    'See <img src="https://e.com/a.png" alt="the button" /> there.\n\n<table><tr><td>left</td><td>right</td></tr></table>';
  expect((await entry(body))?.text).toMatch(/^See the button there\.\nleft\s+right$/);
});

test("items and paragraphs on one line of MDX stand apart", async () => {
  const body = "<ul><li>One</li><li>two</li></ul>\n\n<div><p>three</p><p>four</p></div>";
  expect((await entry(body))?.text).toBe("One\ntwo\nthree\nfour");
});

test("minutes count the words in HTML", async () => {
  const words = "word ".repeat(238 * 3);
  expect((await entry(`<p>${words}</p>`, "md"))?.minutes).toBe(3);
  expect((await entry(`<!-- ${words} -->`, "md"))?.minutes).toBe(1);
});

test("a heading is one line in lists, whatever breaks it, and keeps the anchor that GitHub gives it", async () => {
  const kb = await base({ "lessons/a.mdx": "# Title<br/>of two\n\n## One<br/>Two\n\nText.\n" });
  const lesson = await kb.get("lesson", "a");
  expect([lesson?.title, lesson?.outline]).toEqual(["Title of two", [{ depth: 2, id: "onetwo", text: "One Two" }]]);
});

test.each([
  ["{/* For editors. */}\n\n# A\n\nText.", "mdx"],
  ["<!-- For editors. -->\n\n# A\n\nText.", "md"],
  ["[x]: https://example.com\n\n# A\n\nText.", "md"],
])("a heading that repeats the title is left out below what nobody sees: %j", async (body, format) => {
  expect((await entry(body, format))?.text).toBe("Text.");
  const kb = await base({ [`lessons/a.${format}`]: body });
  expect(await kb.get("lesson", "a")).toMatchObject({ title: "A", text: "Text." });
});

test("a heading below text stays, though it says the same as the title", async () => {
  expect((await entry("Text.\n\n# A"))?.text).toBe("Text.\nA");
});
