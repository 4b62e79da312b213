import type { SearchRecord } from "@knowhow/core/search";
import { afterAll, expect, test } from "vitest";
import { beginPart, endPagefind } from "../../src/search-index/make-part.ts";
import { type PackedPart, unpackPart } from "../../src/search-index/packed-part.ts";
import { openPartMakers } from "../../src/search-index/part-makers.ts";

afterAll(endPagefind);

/** Records of a made-up site, with 60 of 500 words each. */
function recordsOf(pages: number): readonly SearchRecord[] {
  return Array.from({ length: pages }, (_, page): SearchRecord => {
    const words = Array.from({ length: 60 }, (_, word) => `w${((page * 7 + word * 13) % 500).toString(36)}x`);
    return {
      url: `/faqs/faq-${page}/`,
      ref: `faq:faq-${page}`,
      type: "faq",
      id: `faq-${page}`,
      locale: "en",
      title: `Question ${page}?`,
      aliases: [],
      sections: [{ text: words.join(" ") }],
      roles: [],
      tags: [],
    };
  });
}

/** The files of a part in the order of their names: Pagefind gives them in no particular one. */
function filesOf(packed: PackedPart): readonly string[] {
  return unpackPart(packed)
    .files.map(({ path, content }) => `${path} ${Buffer.from(content).toString("base64")}`)
    .sort();
}

test("an index file is small, so that looking up a word downloads little besides it", async () => {
  const maker = await beginPart("en");
  await maker.add(recordsOf(150));
  const { files } = unpackPart(await maker.finish());
  const sizes = files.filter(({ path }) => path.startsWith("index/")).map(({ content }) => content.length);
  expect(sizes.length).toBeGreaterThan(4);
  // Pagefind's usual size is 25 KB; a version of it that no longer knows our setting would go back to that.
  expect(Math.max(...sizes)).toBeLessThan(8_000);
});

test("a large part that is made in a thread has the same bytes as one that is made here", async () => {
  const records = recordsOf(600);
  const here = await beginPart("en");
  await here.add(records);
  const expected = filesOf(await here.finish());

  const makers = openPartMakers();
  try {
    const maker = await makers.begin("en", records.length);
    for (let at = 0; at < records.length; at += 20) await maker.add(records.slice(at, at + 20));
    expect(filesOf(await maker.finish())).toEqual(expected);
    // And another one after it, in the same thread.
    const second = await makers.begin("en-x-1", records.length);
    await second.add(records.slice(0, 3));
    expect(unpackPart(await second.finish()).counted.records).toHaveLength(3);
  } finally {
    await makers.end();
  }
});

test("what goes wrong in the thread is told to whoever waits for the part, and the thread can still be ended", async () => {
  const makers = openPartMakers();
  const maker = await makers.begin("en", 10_000);
  const [record] = recordsOf(1);
  // As no reader of content makes it: Pagefind is asked for a page without an address.
  const broken = { ...record, url: undefined } as unknown as SearchRecord;
  await maker.add([broken]);
  await expect(maker.finish()).rejects.toThrow(/Pagefind/);
  await makers.end();
});
