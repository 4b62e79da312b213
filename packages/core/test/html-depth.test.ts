import { htmlToHast } from "satteri";
import { expect, test } from "vitest";
import { html } from "./support/base.ts";
import { told } from "./support/told.ts";

const tooDeep =
  " error depth: HTML tags are nested more than 100 levels deep here. → Close each tag that is opened, as in <b>…</b>.";

test.each([
  ["in one piece", `${"<div>".repeat(5_000)}x`],
  ["in a sentence", `Text ${"<b>".repeat(20_000)}x${"</b>".repeat(20_000)}`],
  ["over many paragraphs", "<blockquote>\n\nx\n\n".repeat(1_000)],
  ["in lists", "- <span>x\n".repeat(1_000)],
  ["with ends that end nothing", "<div></b></section>".repeat(5_000)],
  [
    "of marks that are opened anew in every block",
    Array.from({ length: 5_000 }, (_, i) => `<div><b id="a${i}"></div>`).join(""),
  ],
])("tags that are nested without end are told, %s", async (_how, body) => {
  const [line = "", ...more] = await told({ "lessons/a.md": `# A\n\n${body}\n`, "lessons/b.md": "# B\n" });
  expect(line.replace(/^lessons\/a\.md:\d+:\d+/, "")).toBe(tooDeep);
  expect(more).toEqual([]);
});

test("so they are where a partial and an entry together nest too deep", async () => {
  const half = "<div>".repeat(60);
  const lines = await told({
    "lessons/a.mdx": '# A\n\n<Include file="/_a.md" />\n\n<Include file="/_b.md" />\n',
    "_a.md": `${half}\n`,
    "_b.md": `${half}\n`,
  });
  expect(lines).toEqual([`_b.md:1:1${tooDeep}`]);
});

test.each([
  ["lines and pictures", '<br><img src="https://example.com/a.png" alt="x">', "outside"],
  ["items without an end", "<ul><li>a<li>b</ul>", "fine"],
  ["rows and cells without an end", "<table><tr><td>a<td>b</table>", "fine"],
  ["marks that end", "<b>a</b> <i>b</i>", "fine"],
  ["paragraphs without an end", "<p>a", "fine"],
  ["blocks that end what stands in them", "<div><span>a</div>", "fine"],
  ["comments", "<!-- <div> -->", "fine"],
])("%s may stand one after the other as often as anybody likes", async (_what, piece, outcome) => {
  const lines = await told(
    { "lessons/a.md": `# A\n\n${`${piece}\n\n`.repeat(300)}` },
    { budget: { warn: 90, error: 99 } },
  );
  expect(lines.filter((line) => line.includes(" depth: "))).toEqual([]);
  if (outcome === "fine") expect(lines).toEqual([]);
});

test("what is let through is not nested deeper than a few hundred levels on the page", async () => {
  const nested = `${"<div>\n<ul><li><p>".repeat(49)}x\n`;
  const found = await html(nested, "md");
  let depth = 0;
  let level: readonly object[] = [htmlToHast(found, { fragment: true })];
  while (level.length > 0) {
    depth++;
    level = level.flatMap((node) => ("children" in node && Array.isArray(node.children) ? node.children : []));
  }
  expect(depth).toBeGreaterThan(100);
  expect(depth).toBeLessThan(400);
});
