import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { feedFile, hasFeed } from "../../src/publish/index.ts";
import { base } from "../support/base.ts";

const site = "https://kb.example.com/help/";
const config = {
  site,
  description: "What we know.",
  locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } },
};
const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => ["entry", "category"].includes(name) });

async function feed(content: Readonly<Record<string, string>>, locale = "en") {
  const file = feedFile(await base(content, config), locale, site);
  const { path, text } = file ?? expect.fail("There is no feed.");
  expect(XMLValidator.validate(text)).toBe(true);
  return { path, text, feed: parser.parse(text).feed };
}

test("what is new or has changed comes first, with its address, days, owner, topics and summary", async () => {
  const { path, feed: told } = await feed({
    "lessons/a.md":
      "---\ntitle: Export a report\npublished: 2026-01-31\nupdated: 2026-03-01\nowner: CRM desk\ntags: [crm, reports]\nsummary: As a spreadsheet.\n---\n\nText.\n",
    "faqs/b.md": "---\npublished: 2026-02-01\n---\n\n# Can I cancel?\n\nYes, any time.\n",
    "lessons/undated.md": "# Undated\n\nText.\n",
    "lessons/old.md": "---\ntitle: Old\npublished: 2026-04-01\nstatus: archived\n---\n\nText.\n",
    "lessons/draft.md": "---\ntitle: Draft\npublished: 2026-04-01\nstatus: draft\n---\n\nText.\n",
    "lessons/team.md": "---\ntitle: Team\npublished: 2026-04-01\naudience: internal\n---\n\nText.\n",
    "vi/lessons/a.md": "---\ntitle: Xuất báo cáo\npublished: 2026-05-01\n---\n\nText.\n",
  });
  expect(path).toBe("feed.xml");
  expect(told).toMatchObject({
    id: `${site}feed.xml`,
    title: "Test",
    subtitle: "What we know.",
    updated: "2026-03-01T00:00:00Z",
    author: { name: "Test" },
    "@_xml:lang": "en",
  });
  expect(told.link).toEqual([
    { "@_rel": "self", "@_type": "application/atom+xml", "@_href": `${site}feed.xml` },
    { "@_rel": "alternate", "@_type": "text/html", "@_href": site },
  ]);
  expect(told.entry).toEqual([
    {
      id: `${site}lessons/a/`,
      title: "Export a report",
      link: { "@_rel": "alternate", "@_type": "text/html", "@_href": `${site}lessons/a/` },
      published: "2026-01-31T00:00:00Z",
      updated: "2026-03-01T00:00:00Z",
      author: { name: "CRM desk" },
      category: [{ "@_term": "crm" }, { "@_term": "reports" }],
      summary: "As a spreadsheet.",
    },
    {
      id: `${site}faqs/b/`,
      title: "Can I cancel?",
      link: { "@_rel": "alternate", "@_type": "text/html", "@_href": `${site}faqs/b/` },
      published: "2026-02-01T00:00:00Z",
      updated: "2026-02-01T00:00:00Z",
      summary: "Yes, any time.",
    },
  ]);
});

test("topics are called in a feed as its readers call them", async () => {
  const kb = await base(
    {
      "lessons/a.md": "---\ntitle: A\npublished: 2026-01-31\ntags: [billing, crm]\n---\n\nText.\n",
      "vi/lessons/a.md": "---\ntitle: A\npublished: 2026-01-31\n---\n\nText.\n",
    },
    { ...config, tags: { billing: { label: { en: "Money & bills", vi: "Thanh toán" } }, crm: { label: "crm" } } },
  );
  expect(feedFile(kb, "en", site)?.text).toContain(
    '<category term="billing" label="Money &amp; bills"/>\n<category term="crm"/>',
  );
  // A translation has the tags of its original, where they have names.
  expect(feedFile(kb, "vi", site)?.text).toContain('<category term="billing" label="Thanh toán"/>');
});

test("each language has a feed of what is written in it", async () => {
  const content = {
    "lessons/a.md": "---\ntitle: English only\npublished: 2026-01-31\n---\n\nText.\n",
    "vi/lessons/b.md": "---\ntitle: Bảo mật\npublished: 2026-01-31\n---\n\nText.\n",
  };
  const { path, feed: told } = await feed(content, "vi");
  expect(path).toBe("vi/feed.xml");
  expect(told.entry.map(({ title }: { title: string }) => title)).toEqual(["Bảo mật"]);
  expect(told.link[1]["@_href"]).toBe(`${site}vi/`);
});

test("the same content gives the same feed, of fifty entries at most, whatever the day it is made", async () => {
  const content = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `lessons/n${index}.md`,
      `---\ntitle: N${index}\npublished: 2026-01-31\n---\n\nText.\n`,
    ]),
  );
  const { text, feed: told } = await feed(content);
  expect(told.entry).toHaveLength(50);
  expect((await feed(Object.fromEntries(Object.entries(content).reverse()))).text).toBe(text);
});

test("a language in which no entry says when it changed has no feed, since a feed must say that", async () => {
  const kb = await base(
    {
      "lessons/a.md": "# A\n\nText.\n",
      "lessons/old.md": "---\ntitle: Old\npublished: 2026-04-01\nstatus: archived\n---\n\nText.\n",
      "vi/lessons/b.md": "---\ntitle: Bảo mật\nupdated: 2026-01-31\n---\n\nText.\n",
    },
    config,
  );
  expect([hasFeed(kb, "en"), feedFile(kb, "en", site)]).toEqual([false, undefined]);
  expect([hasFeed(kb, "vi"), feedFile(kb, "vi", site)?.path]).toEqual([true, "vi/feed.xml"]);
});

test("no text breaks out of the feed", async () => {
  const title = `]]></title><script>alert(1)</script>&amp;\\u0008\\uD800`;
  const { feed: told, text } = await feed({
    "lessons/a.md": `---\ntitle: "${title}"\nsummary: "${title}"\nowner: "${title}"\ntags: ["${title}"]\npublished: 2026-01-31\n---\n\nText.\n`,
  });
  expect(text).not.toContain("<script>");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there.
  expect(text).not.toMatch(/\u0008|\p{Surrogate}/u);
  expect(told.entry).toHaveLength(1);
});
