import { expect, test } from "vitest";
import { withMedia } from "../../src/view/media.ts";

const media = {
  version: "1",
  images: new Map([
    ["/media/a.svg", { src: "/media/a.1111111111.svg", width: 60, height: 30, srcset: "" }],
    [
      "/media/b.png",
      {
        src: "/media/b.2222222222.png",
        width: 900,
        height: 400,
        srcset: "/media/b.2222222222-480.webp 480w",
      },
    ],
  ]),
  addresses: new Map([
    ["/media/a.svg", "/media/a.1111111111.svg"],
    ["/media/b.png", "/media/b.2222222222.png"],
    ["/media/tour.mp4", "/media/tour.3333333333.mp4"],
    ["/media/tour.vtt", "/media/tour.4444444444.vtt"],
  ]),
};

test("files are shown, played and linked to under the names of their content, at the place that was named", () => {
  expect(withMedia('<img src="/media/a.svg#icon" alt="A">', media)).toBe(
    '<img src="/media/a.1111111111.svg#icon" alt="A" width="60" height="30" loading="lazy" decoding="async">',
  );
  expect(withMedia('<a href="/media/b.png#x" title="a > b">B</a>', media)).toBe(
    '<a href="/media/b.2222222222.png#x" title="a > b">B</a>',
  );
  expect(
    withMedia(
      '<video src="/media/tour.mp4" controls poster="/media/b.png"><track src="/media/tour.vtt" default></video>',
      media,
    ),
  ).toBe(
    '<video src="/media/tour.3333333333.mp4" controls poster="/media/b.2222222222.png"><track src="/media/tour.4444444444.vtt" default></video>',
  );
});

test("what is said of a picture stays in its attributes, whatever signs it has", () => {
  expect(withMedia('<img src="/media/a.svg" alt="a > b <script src=/x.js></script>" title="x > y">', media)).toBe(
    '<img src="/media/a.1111111111.svg" alt="a > b <script src=/x.js></script>" title="x > y" width="60" height="30" loading="lazy" decoding="async">',
  );
  expect(withMedia('<img alt="a > b" src="/media/a.svg">', media)).toBe(
    '<img alt="a > b" src="/media/a.1111111111.svg" width="60" height="30" loading="lazy" decoding="async">',
  );
});

test("text that only looks like an address, and addresses of others, stay", () => {
  const html =
    '<p>src="/media/tour.mp4"</p><code>&#x3C;a href="/media/tour.mp4"></code><a href="https://example.com/media/tour.mp4">x</a><a href="/media/other.mp4">y</a>';
  expect(withMedia(html, media)).toBe(html);
});
