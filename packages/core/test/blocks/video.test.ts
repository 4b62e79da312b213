import { expect, test } from "vitest";
import { picture } from "../../../../test/support/picture.ts";
import { findProvider } from "../../src/compile/video/providers.ts";
import { base } from "../support/base.ts";
import { lesson, told } from "../support/told.ts";
import { spareFiles, toldOf } from "../support/told-body.ts";

const files = {
  "lessons/demo.mp4": "film",
  "lessons/demo.vtt": "WEBVTT",
  "lessons/demo.vi.vtt": "WEBVTT",
  "lessons/demo.png": picture,
};
const transcript = { "lessons/demo.txt": "" };
const allowed = { ...spareFiles, csp: { "frame-src": ["https://www.youtube-nocookie.com"] } };

test("a file plays in the browser's player, with captions in each language by the name that the site gives it", async () => {
  const kb = await base(
    {
      "lessons/a.mdx":
        '# A\n\n<Video src="demo.mp4" title="Export a report" minutes={2.5} poster="demo.png" captions={{ en: "demo.vtt", vi: "demo.vi.vtt", fr: "demo.vtt" }}>\n\nOpen **Reports**.\n\n</Video>\n',
      ...files,
    },
    { locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } } },
  );
  expect(kb.diagnostics).toEqual([]);
  const entry = await kb.get("lesson", "a");
  expect(entry?.html).toBe(
    '<figure class="kh-video"><video class="kh-video__player" src="/media/lessons/demo.mp4" controls playsinline preload="none" aria-label="Export a report" poster="/media/lessons/demo.png">' +
      '<track kind="captions" src="/media/lessons/demo.vtt" srclang="en" label="English" default>' +
      '<track kind="captions" src="/media/lessons/demo.vi.vtt" srclang="vi" label="Tiếng Việt">' +
      '<track kind="captions" src="/media/lessons/demo.vtt" srclang="fr" label="français">' +
      '<a href="/media/lessons/demo.mp4">Export a report</a></video><figcaption class="kh-video__caption">Export a report (2.5 min)</figcaption>' +
      '<details class="kh-video__transcript"><summary>Transcript</summary><p>Open <strong>Reports</strong>.</p></details></figure>',
  );
  expect(entry?.text).toBe("Export a report\nOpen Reports.");
  expect(kb.media.map(({ file }) => file)).toEqual([
    "lessons/demo.mp4",
    "lessons/demo.png",
    "lessons/demo.vi.vtt",
    "lessons/demo.vtt",
  ]);
});

test("a provider's video is a link until it is pressed; nothing of the provider is loaded before", async () => {
  const kb = await base(
    {
      "lessons/a.mdx":
        '# A\n\n<Video src="https://youtu.be/dQw4w9WgXcQ?t=1m5s" title="Export" captions transcript="demo.txt" />\n',
      ...transcript,
    },
    allowed,
  );
  expect(kb.diagnostics).toEqual([]);
  expect((await kb.get("lesson", "a"))?.html).toBe(
    '<figure class="kh-video"><div class="kh-video__door" data-player="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&#x26;rel=0&#x26;start=65" data-title="Export">' +
      '<a class="kh-video__open" href="https://youtu.be/dQw4w9WgXcQ?t=1m5s">Watch on YouTube</a>' +
      '<p class="kh-video__note">The video loads from YouTube when you play it. It then learns your address.</p></div>' +
      '<figcaption class="kh-video__caption">Export <a class="kh-video__more" href="/media/lessons/demo.txt">Transcript</a></figcaption></figure>',
  );
});

test.each([
  [
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90",
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0&start=90",
  ],
  ["https://m.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0"],
  [
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=5",
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0&start=5",
  ],
  ["https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"],
  ["https://vimeo.com/channels/staffpicks/76979871", "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"],
  ["https://vimeo.com/76979871/ab12cd34ef", "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1&h=ab12cd34ef"],
  [
    "https://player.vimeo.com/video/76979871?h=ab12cd34ef",
    "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1&h=ab12cd34ef",
  ],
  ["https://www.dailymotion.com/video/x8abcde", "https://geo.dailymotion.com/player.html?video=x8abcde"],
  [
    "https://www.loom.com/share/0123456789abcdef0123456789abcdef",
    "https://www.loom.com/embed/0123456789abcdef0123456789abcdef?autoplay=1&hide_share=true",
  ],
  ["https://www.youtube.com/@knowhow", undefined],
  ['https://www.youtube.com/watch?v=a"><script>', undefined],
  ["https://youtube.com.example.org/watch?v=dQw4w9WgXcQ", undefined],
  ["https://vimeo.com/about", undefined],
  ["ftp://youtu.be/dQw4w9WgXcQ", undefined],
  ["demo.mp4", undefined],
])("knows the player of %s", (address, player) => {
  expect(findProvider(address)?.player).toBe(player);
});

test("the video of a lesson's front matter opens its page the same way, under the lesson's title", async () => {
  const kb = await base(
    {
      "lessons/a.mdx": lesson(
        "video: { src: demo.mp4, captions: demo.vtt, transcript: demo.txt, minutes: 4 }",
        "Then read on.",
      ),
      ...files,
      ...transcript,
    },
    spareFiles,
  );
  expect(kb.diagnostics).toEqual([]);
  const entry = await kb.get("lesson", "a");
  expect(entry?.html).toBe(
    '<figure class="kh-video" aria-label="A lesson"><video class="kh-video__player" src="/media/lessons/demo.mp4" controls playsinline preload="metadata" aria-label="A lesson"><track kind="captions" src="/media/lessons/demo.vtt" srclang="en" label="English" default>' +
      '<a href="/media/lessons/demo.mp4">A lesson</a></video><figcaption class="kh-video__caption">4 min <a class="kh-video__more" href="/media/lessons/demo.txt">Transcript</a></figcaption></figure><p>Then read on.</p>',
  );
  expect(entry?.video).toEqual({
    src: "/media/lessons/demo.mp4",
    captions: "/media/lessons/demo.vtt",
    transcript: "/media/lessons/demo.txt",
    minutes: 4,
  });
  expect(entry?.minutes).toBe(4);
  expect(entry?.media.map(({ file }) => file)).toEqual(["lessons/demo.mp4", "lessons/demo.vtt", "lessons/demo.txt"]);
});

test("the minutes of videos count into those of their entry, unless its author says how many it takes", async () => {
  const kb = await base({
    "lessons/a.mdx": lesson(
      "video: { src: demo.mp4, captions: false, minutes: 3 }",
      `${"word ".repeat(238)}\n\n<Video src="demo.mp4" captions={false} title="More" minutes={2} />`,
    ),
    "lessons/b.mdx": lesson("minutes: 1\nvideo: { src: demo.mp4, captions: false, minutes: 3 }"),
    ...files,
  });
  expect((await kb.get("lesson", "a"))?.minutes).toBe(6);
  expect((await kb.get("lesson", "b"))?.minutes).toBe(1);
});

test("a picture takes twelve seconds, the next ones a little less; words in props take as long as others", async () => {
  const picture = '<Figure src="demo.png" alt="x" />';
  const minutes = async (body: string) => {
    const kb = await base({ "lessons/a.mdx": `# A\n\n${body}\n`, ...files });
    return (await kb.get("lesson", "a"))?.minutes;
  };
  expect(await minutes(`${"word ".repeat(238)}\n\n${`![x](demo.png) `.repeat(4)}`)).toBe(2);
  expect(await minutes(`${picture}\n\n`.repeat(30))).toBe(2);
  expect(await minutes(`<Figure src="demo.png" alt="x" caption="${"word ".repeat(400)}" />`)).toBe(2);
});

test("warns of a video without captions, in a block and in the front matter, unless nothing is said in it", async () => {
  const own =
    'This video has no captions. → Name a WebVTT file beside it: captions: demo.vtt (in a block captions="demo.vtt"), or say “captions: false” (in a block captions={false}) if nothing is said in it.';
  const provided =
    "This video has no captions. → Turn them on at YouTube and say “captions: true” here (in a block captions), or say “captions: false” (in a block captions={false}) if nothing is said in it.";
  const youtube = "https://youtu.be/dQw4w9WgXcQ";
  expect(
    await told(
      {
        "lessons/a.mdx": lesson(
          "video: { src: demo.mp4 }",
          [
            '<Video src="demo.mp4" title="a" />',
            '<Video src="demo.mp4" title="a" captions />',
            '<Video src="demo.mp4" title="a" captions={false} />',
            '<Video src="demo.mp4" title="a" captions="demo.vtt" />',
            `<Video src="${youtube}" title="a" />`,
            `<Video src="${youtube}" title="a" captions />`,
          ].join("\n\n"),
        ),
        ...files,
      },
      allowed,
    ),
  ).toEqual([
    `lessons/a.mdx:3:15 warning video-captions: ${own}`,
    `lessons/a.mdx:6:1 warning video-captions: ${own}`,
    `lessons/a.mdx:8:1 warning video-captions: ${own}`,
    `lessons/a.mdx:14:1 warning video-captions: ${provided}`,
  ]);
});

test("says which host to allow for a provider's player, and where else a video may lie", async () => {
  const body = [
    '<Video src="https://youtu.be/dQw4w9WgXcQ" title="a" captions />',
    '<Video src="https://vimeo.com/76979871" title="a" captions />',
    '<Video src="https://cdn.example.com/a.mp4" title="a" captions="https://cdn.example.com/a.vtt" />',
    '<Video src="mailto:a@example.com" title="a" captions={false} />',
  ].join("\n\n");
  expect(await toldOf(body, {}, allowed)).toEqual([
    '7:1 error outside-video: This video plays on Vimeo, which pages may not show yet. → Allow its player in the configuration: csp: { "frame-src": ["https://player.vimeo.com"] }.',
    '9:1 error outside-video: This video lies on another site, which pages may not load from. → Put the file beside the entry, allow its host with csp: { "media-src": ["https://cdn.example.com"] }, or link to its page on YouTube, Vimeo, Dailymotion, Loom.',
    "9:64 error outside-video: These captions lie on another site, which browsers do not show. → Put the file beside the entry.",
    "11:1 error outside-video: This is no address of a video. → Name a file, or a whole https: address.",
  ]);
  expect(
    await toldOf(
      '<Video src="https://cdn.example.com/a.mp4" title="a" captions={false} />',
      {},
      {
        csp: { "media-src": ["https://cdn.example.com"] },
      },
    ),
  ).toEqual([]);
});

test.each([
  [
    '<Video src="demo.mp4" captions={false} />',
    '5:1 error prop: “title” is missing (in <Video>). → Say what it shows: title="How to export a report".',
  ],
  ['<Video title="a" captions={false} />', "5:1 error prop: “src” is missing (in <Video>)."],
  [
    '<Video src="demo.mp4" title="a" captions="demo.srt" />',
    '5:33 error prop: “captions” cannot be “demo.srt” (in <Video>). → Captions are WebVTT: name a file that ends in .vtt, or one for each language: { en: "demo.en.vtt" }.',
  ],
  [
    '<Video\n  src="demo.mov"\n  title="a"\n  captions={{ en: "demo.vtt", vi: "dmo.vi.vtt" }}\n/>',
    "6:8 error missing-media: There is no file content/lessons/demo.mov. → Did you mean “./demo.mp4”?",
    "8:36 error missing-media: There is no file content/lessons/dmo.vi.vtt. → Did you mean “./demo.vi.vtt”?",
  ],
  [
    '<Video src="a.mdx" title="a" captions={false} />',
    "5:13 error missing-media: “a.mdx” is an entry, not a recording. → Name the recording's file, or a whole https: address.",
  ],
  [
    '<Video src="javascript:x" title="a" captions={false} />',
    "5:13 error unsafe-link: A link cannot begin with “javascript:”. → Links begin with https:, mailto: or tel:, or name an entry.",
  ],
  [
    '<Video src="demo.mp4" title="a" captions={false} transcript="demo.vtt">\n\nText\n\n</Video>',
    "5:1 error block-content: <Video> has two transcripts. → Leave out the prop “transcript”, or what stands between <Video> and </Video>.",
  ],
  [
    '<Video src="demo.mp4" title="a" captions={false} minutes={0} />',
    "5:50 error prop: “minutes” is more than 0, but is the number 0 (in <Video>).",
  ],
])("explains what is wrong with the video in %j", async (body, ...expected) => {
  expect(await toldOf(body, files)).toEqual(expected);
});

test("checks the files that a lesson's front matter names", async () => {
  expect(
    await told(
      {
        "lessons/a.mdx": lesson(
          "video:\n  src: ./demo.mp\n  captions: { vi: dmo.vi.vtt }\n  poster: javascript:x\n  transcript: dmo.vtt",
        ),
        "lessons/b.mdx": lesson("video: { src: demo.mp4, captions: demo.srt }"),
        ...files,
      },
      spareFiles,
    ),
  ).toEqual([
    "lessons/a.mdx:4:8 error missing-media: There is no file content/lessons/demo.mp. → Did you mean “./demo.mp4”?",
    "lessons/a.mdx:5:19 error missing-media: There is no file content/lessons/dmo.vi.vtt. → Did you mean “./demo.vi.vtt”?",
    "lessons/a.mdx:6:11 error unsafe-link: A link cannot begin with “javascript:”. → Links begin with https:, mailto: or tel:, or name an entry.",
    "lessons/a.mdx:7:15 error broken-link: There is no file content/lessons/dmo.vtt. → Did you mean “./demo.vtt”?",
    'lessons/b.mdx:3:35 error schema: “video.captions” cannot be “demo.srt”. → Captions are WebVTT: name a file that ends in .vtt, or one for each language: { en: "demo.en.vtt" }.',
  ]);
});
