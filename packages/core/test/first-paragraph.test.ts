import { describe, expect, test } from "vitest";
import { picture } from "../../../test/support/picture.ts";
import { createProject } from "../../../test/support/project.ts";
import { recordsOf } from "../src/knowledge/knowledge-base.ts";
import { openSite } from "../src/node.ts";
import { feedFile, llmsFile, shortAnswer, wholeAnswer } from "../src/publish/index.ts";
import { base } from "./support/base.ts";
import { buildSearchIndex } from "./support/search-index.ts";

const site = "https://kb.example.com/";
const question = "How do I return a kettle?";
const others = {
  "faqs/other.md": "# When do you open?\n\nAt nine.\n",
  "faqs/kettle.png": picture,
  "faqs/more.md": "# Where is the canteen?\n\nOn the second floor.\n",
};
const words = { lessons: "", faqs: "", quizzes: "", paths: "", scenarios: "", languages: "" };

/** What each surface takes for the answer of a FAQ with this body. */
async function answers(body: string, format: "md" | "mdx" = "mdx") {
  const kb = await base(
    { ...others, [`faqs/kettle.${format}`]: `---\ntitle: ${question}\npublished: 2026-01-31\n---\n\n${body}\n` },
    { site },
  );
  expect(kb.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const entry = (await kb.get("faq", "kettle")) ?? expect.fail("There is no such FAQ.");
  const { root } = await createProject({ "index.html": '<!doctype html><html lang="en">' });
  await buildSearchIndex(root, await recordsOf(kb, "en"));
  const asked = await Promise.all([kb, await openSite(root)].map((one) => one.ask(question)));
  const textsOfAsk = asked.map((told) => (told.found ? told.text : "not known"));
  return {
    answer: entry.answer,
    listed: (await kb.list("faq")).find(({ id }) => id === "kettle")?.answer,
    asked: [...new Set(textsOfAsk)],
    feed: /<summary>(.*?)<\/summary>/s.exec(feedFile(kb, "en", site)?.text ?? "")?.[1],
    llms: /kettle\.md\): (.*)/.exec(llmsFile(kb, "en", words).text)?.[1],
    above: shortAnswer(entry),
    whole: wholeAnswer(entry) === entry.text,
  };
}

describe("a FAQ without a short answer is answered, wherever it is, by", () => {
  test.each([
    ["its first paragraph", "Bring it **back**.\n\nThen wait.", "Bring it back."],
    ["the paragraph under a heading", "## In the shop\n\nBring it back.\n\n## By mail\n\nSend it.", "Bring it back."],
    ["the paragraph behind a picture", "[![A kettle](kettle.png)](kettle.png)\n\nBring it back.", "Bring it back."],
    ["what a block says first", "<Callout>\nBring it back.\n\nSoon.\n</Callout>\n\nOr not.", "Bring it back."],
    [
      "the list that it begins with",
      "1. Find the receipt.\n2. Bring both.\n\nWe wait.",
      "Find the receipt. Bring both.",
    ],
    [
      "a list of which no item ends in a sign",
      "- The receipt\n- Both keys (two)\n- (Form 4)",
      "The receipt · Both keys (two) · (Form 4)",
    ],
    [
      "a table",
      "| Day | Hours |\n|---|---|\n| Monday | 9–17 |\n| Sunday | closed |",
      "Day Hours · Monday 9–17 · Sunday closed",
    ],
    ["a list of steps", "<Steps>\n1. Find the receipt.\n2. Bring both.\n</Steps>\n", "Find the receipt. Bring both."],
    ["a tag of HTML", "<p>Bring it back.</p>\n\nThen wait.", "Bring it back."],
    ["what comes behind the FAQ of another entry", '<Faq of="faq:other" />\n\nBring it back.', "Bring it back."],
    [
      "what comes behind a practice question",
      '<Question id="q">\nWhere?\n\n- [x] In the shop\n- [ ] At home\n</Question>\n\nBring it back.',
      "Bring it back.",
    ],
  ])("%s", async (_what, body, wanted) => {
    const { answer, listed, ...told } = await answers(body);
    expect(answer).toBe(wanted);
    expect(listed).toBe(answer);
    expect(told).toEqual({ asked: [wanted], feed: wanted, llms: wanted, above: undefined, whole: true });
  });

  test("raw HTML", async () => {
    expect(await answers("<p>Bring it\nback.</p>\n\nThen wait.", "md")).toMatchObject({
      answer: "Bring it back.",
      asked: ["Bring it back."],
      above: undefined,
    });
  });

  test("nothing, where it says nothing of its own", async () => {
    expect(await answers('<Faq of="faq:other" />')).toMatchObject({
      answer: undefined,
      above: undefined,
      llms: undefined,
    });
  });
});

test("a long paragraph is quoted as far as whole sentences of it are short", async () => {
  const long = Array.from({ length: 30 }, (_, index) => `This is sentence ${index + 1}.`).join(" ");
  const { answer, asked } = await answers(long);
  expect(answer).toBe(long);
  expect(asked).toEqual([long.slice(0, long.indexOf(" This is sentence 21."))]);
});

test("an answer that its author gives stands above the body that does not say it", async () => {
  const kb = await base({
    "faqs/a.md": "---\ntitle: A?\nanswer: Yes.\n---\n\nBring it back.\n",
    "faqs/b.md": "---\ntitle: B?\nanswer: Bring it\n---\n\nBring it back.\n",
    "faqs/c.md": "---\ntitle: C?\nanswer: Bring it back.\n---\n\n## In the shop\n\nBring it back.\n",
  });
  const above = async (id: string) => shortAnswer((await kb.get("faq", id)) ?? expect.fail(id));
  expect(await Promise.all(["a", "b", "c"].map(above))).toEqual(["Yes.", undefined, undefined]);
});
