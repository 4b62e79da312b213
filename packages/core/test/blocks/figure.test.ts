import { expect, test } from "vitest";
import { picture } from "../../../../test/support/picture.ts";
import { base } from "../support/base.ts";
import { toldOf } from "../support/told-body.ts";

const files = { "lessons/export.png": picture };
const entry = async (body: string) => {
  const kb = await base({ "lessons/a.mdx": `# A\n\n${body}\n`, ...files });
  expect(kb.diagnostics).toEqual([]);
  return kb.get("lesson", "a");
};

test("a figure is a picture with its caption and credit, published like those of Markdown", async () => {
  const found = await entry(
    '<Figure src="export.png" alt="The Export button" credit="Photo: Mara">\n\nTop right, under **Reports**.\n\n</Figure>',
  );
  expect(found?.html).toBe(
    '<figure class="kh-figure"><img src="/media/lessons/export.png" alt="The Export button">' +
      '<figcaption><p>Top right, under <strong>Reports</strong>.</p><p class="kh-figure__credit">Photo: Mara</p></figcaption></figure>',
  );
  expect(found?.text).toBe("The Export button\nTop right, under Reports.\nPhoto: Mara");
  expect(found?.media).toEqual([{ file: "lessons/export.png", url: "/media/lessons/export.png" }]);
  expect(found?.links).toEqual([]);
});

test("a short caption is a prop, and a zoom leads to the picture itself", async () => {
  expect((await entry('<Figure src="./export.png" alt="The Export button" caption="Top right." zoom />'))?.html).toBe(
    '<figure class="kh-figure"><a class="kh-figure__zoom" href="/media/lessons/export.png" title="Open in full size">' +
      '<img src="/media/lessons/export.png" alt="The Export button"></a><figcaption><p>Top right.</p></figcaption></figure>',
  );
});

test.each([
  [
    '<Figure src="export.png" />',
    '5:1 error prop: “alt” is missing (in <Figure>). → Say what it shows, for people who cannot see it: alt="The Export button, top right".',
  ],
  [
    '<Figure src="exprt.png" alt="x" />',
    "5:14 error missing-media: There is no file content/lessons/exprt.png. → Did you mean “./export.png”?",
  ],
  [
    '<Figure src="https://example.com/a.png" alt="x" />',
    '5:14 error outside-image: This image lies on another site, which pages may not load from. → Put it beside the entry, or allow its host with csp: { "img-src": ["https://…"] }.',
  ],
  [
    '<Figure src="javascript:alert(1)" alt="x" />',
    "5:14 error unsafe-link: A link cannot begin with “javascript:”. → Links begin with https:, mailto: or tel:, or name an entry.",
  ],
  [
    '<Figure src="a.mdx" alt="x" />',
    "5:14 error missing-media: “a.mdx” is an entry, not a picture. → Name the picture's file; to link to the entry in Markdown, take the ! away.",
  ],
  [
    '<Figure src="export.png" alt="x" caption="y">z</Figure>',
    "5:1 error block-content: <Figure> has two captions. → Leave out the prop “caption”, or what stands between <Figure> and </Figure>.",
  ],
])("explains what is wrong with the figure in %j", async (body, expected) => {
  expect(await toldOf(body, files)).toEqual([expected]);
});

test("in a partial, the picture and the film are named from where the partial lies", async () => {
  const kb = await base({
    "lessons/a.mdx": '# A\n\n<Include file="../parts/_both.mdx" />\n',
    "parts/_both.mdx":
      '<Figure src="export.png" alt="x" />\n\n<Video src="tour.mp4" captions="tour.vtt" title="Tour" />\n',
    "parts/export.png": picture,
    "parts/tour.mp4": "film",
    "parts/tour.vtt": "WEBVTT\n",
  });
  expect(kb.diagnostics).toEqual([]);
  const found = await kb.get("lesson", "a");
  expect([...(found?.html ?? "").matchAll(/ src="([^"]*)"/g)].map(([, src]) => src)).toEqual([
    "/media/parts/export.png",
    "/media/parts/tour.mp4",
    "/media/parts/tour.vtt",
  ]);
});
