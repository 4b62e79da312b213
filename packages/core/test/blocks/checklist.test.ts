import { expect, test } from "vitest";
import { html } from "../support/base.ts";
import { toldOf } from "../support/told-body.ts";

test("a checklist is a list without boxes that do nothing; what a script needs to make them stands beside it", async () => {
  const body =
    '<Checklist id="first-day" title="Your first day">\n\n- [ ] Badge from the [desk](https://example.com) **here**\n- [ ] Laptop works\n  - [ ] Signed in\n\n</Checklist>';
  expect((await html(body)).replace(/\n/g, "")).toBe(
    '<section class="kh-checklist" id="first-day" data-checklist="lesson:a#first-day" data-progress="{n} of {all} done" data-reset="Start over" aria-labelledby="first-day-title">' +
      '<p class="kh-checklist__title" id="first-day-title">Your first day</p>' +
      '<ul class="kh-checklist__items" role="list"><li class="kh-check" data-item="badge-from-the-desk-here"><span class="kh-check__text">Badge from the <a href="https://example.com">desk</a> <strong>here</strong></span></li>' +
      '<li class="kh-check" data-item="laptop-works"><span class="kh-check__text">Laptop works</span><ul class="kh-checklist__items" role="list"><li class="kh-check" data-item="signed-in"><span class="kh-check__text">Signed in</span></li></ul></li></ul></section>',
  );
});

test("items with explanations keep them, and equal ones are told apart", async () => {
  const found = await html('<Checklist id="a">\n\n- [ ] Call\n\n  Twice.\n\n- [ ] Call\n\n</Checklist>');
  expect(found).toContain(
    '<li class="kh-check" data-item="call"><span class="kh-check__text">Call</span><p>Twice.</p></li>',
  );
  expect(found).toContain('data-item="call-1"');
  expect(found).toContain('aria-label="Checklist"');
});

test("outside of the block, a task list stays what it is", async () => {
  expect(await html("- [x] Done\n- [ ] To do")).toContain('<input type="checkbox" checked disabled> Done');
});

test.each([
  [
    '<Checklist id="a">\n\nText\n\n</Checklist>',
    "5:1 error block-content: <Checklist> has no list. → Write one in it: - [ ] Badge collected.",
  ],
  [
    '<Checklist id="a">\n\n- [ ] One\n- Two\n\n</Checklist>',
    "8:1 error block-content: This item of the checklist has no box. → Begin every item with - [ ] and a space.",
  ],
  [
    '<Checklist id="a">\n\n- [ ] One\n  - [x] Two\n\n</Checklist>',
    "8:3 error block-content: This item of the checklist is ticked already. → Write - [ ]: readers tick it themselves, each on a device of their own.",
  ],
  [
    "<Checklist>\n\n- [ ] One\n\n</Checklist>",
    '5:1 error prop: “id” is missing (in <Checklist>). → Give it one that stays, for example <Checklist id="first-day">.',
  ],
  [
    '<Checklist id="a b">\n\n- [ ] One\n\n</Checklist>',
    "5:12 error prop: “id” cannot be “a b” (in <Checklist>). → Write letters, digits, - and _, for example first-day.",
  ],
  [
    '<Checklist id="a">\n- [ ] One\n</Checklist>\n\n<Checklist id="a">\n- [ ] One\n</Checklist>',
    "9:1 error block-id: Two blocks of this entry have the id “a”. → Give one of them another id.",
  ],
])("explains what is wrong with the checklist in %j", async (body, expected) => {
  expect(await toldOf(body)).toEqual([expected]);
});
