import { expect, test } from "vitest";
import { base, html } from "../support/base.ts";
import { toldOf } from "../support/told-body.ts";

test("a numbered list becomes steps, each with a number that links to it", async () => {
  const body = "<Steps>\n\nLog in first.\n\n1. Open **Reports**.\n2. Press Export.\n\n   Choose CSV.\n\n</Steps>";
  expect((await html(body)).replace(/\n/g, "")).toBe(
    '<div class="kh-steps"><p>Log in first.</p><ol class="kh-steps__list" role="list">' +
      '<li class="kh-step" id="step-1"><a class="kh-step__number" href="#step-1" aria-label="Link to step 1"></a><div class="kh-step__body"><p>Open <strong>Reports</strong>.</p></div></li>' +
      '<li class="kh-step" id="step-2"><a class="kh-step__number" href="#step-2" aria-label="Link to step 2"></a><div class="kh-step__body"><p>Press Export.</p><p>Choose CSV.</p></div></li>' +
      "</ol></div>",
  );
});

test("a list of other things above the steps has no part in their numbers", async () => {
  const drawn = await html("<Steps>\n- A note.\n\n1. a\n2. b\n</Steps>");
  expect([...drawn.matchAll(/(?: id| href)="([^"]*)"/g)].map(([, id]) => id)).toEqual([
    "step-1",
    "#step-1",
    "step-2",
    "#step-2",
  ]);
});

test("headings become steps too, with the anchors of the headings, and stand in the outline", async () => {
  const kb = await base({
    "lessons/a.mdx":
      "# A\n\n## Export\n\n<Steps>\n\n### Open it\n\nIn the menu.\n\n#### By key\n\nCtrl+O\n\n### Save it\n\nDone.\n\n</Steps>\n",
  });
  const entry = await kb.get("lesson", "a");
  expect(entry?.outline.map(({ depth, id }) => `${depth} ${id}`)).toEqual([
    "2 export",
    "3 open-it",
    "4 by-key",
    "3 save-it",
  ]);
  expect(entry?.html).toContain(
    '<ol class="kh-steps__list" role="list"><li class="kh-step"><a class="kh-step__number" href="#open-it" aria-label="Link to step 1"></a><div class="kh-step__body"><h3 id="open-it">Open it</h3><p>In the menu.</p><h4 id="by-key">',
  );
});

test("links lead to a step; steps with an id are counted under it, and headings keep their own anchors", async () => {
  const body =
    'See [the second](#step-2) and [the first](#install-1).\n\n<Steps>\n1. a\n2. b\n</Steps>\n\n<Steps id="install">\n1. c\n</Steps>\n\n## Step 1';
  expect(await toldOf(body)).toEqual([]);
  const ids = [...(await html(body)).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual(["step-1-1", "step-2", "install", "install-1", "step-1"]);
  expect(await toldOf("[x](#step-9)\n\n<Steps>\n1. a\n</Steps>")).toEqual([
    "5:1 error broken-anchor: content/lessons/a.mdx has no heading “#step-9”. → Did you mean “#step-1”?",
  ]);
});

test.each([
  [
    "<Steps>\n\n</Steps>",
    "5:1 error block-content: <Steps> has no steps. → Write a numbered list in it, or a heading for each step.",
  ],
  [
    "<Steps>\n\nFirst this, then that.\n\n</Steps>",
    "5:1 error block-content: <Steps> has no steps. → Write a numbered list in it, or a heading for each step.",
  ],
  [
    "<Steps>\n\n- a\n- b\n\n</Steps>",
    "7:1 error block-content: The list in <Steps> is not numbered. → Begin each step with 1. instead of a dash.",
  ],
  [
    "<Steps>\n\n1. a\n\nmore\n\n2. b\n\n</Steps>",
    "11:1 error block-content: The steps are cut into several lists. → Indent what belongs to a step, such as a second paragraph or a picture, by three spaces.",
  ],
  [
    "<Steps>\n\n### a\n\nx\n\n## b\n\n</Steps>",
    "11:1 error block-content: This heading is above the one that the steps begin with. → Give every step a heading of the same level, ###, or close </Steps> before it.",
  ],
])("explains what is wrong with the steps in %j", async (body, expected) => {
  expect(await toldOf(body)).toEqual([expected]);
});
