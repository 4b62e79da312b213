import { expect, test } from "vitest";
import { picture } from "../../../../test/support/picture.ts";
import { entryMarkdown } from "../../src/publish/index.ts";
import { base } from "../support/base.ts";
import { spareFiles } from "../support/told-body.ts";

/** The body of an entry as Markdown for people and programs without Knowhow. */
async function markdown(body: string): Promise<string> {
  const kb = await base(
    { "lessons/a.mdx": `# A\n\n${body}\n`, "lessons/b.png": picture },
    { ...spareFiles, csp: { "frame-src": ["https://player.vimeo.com"] } },
  );
  expect(kb.diagnostics).toEqual([]);
  const entry = await kb.get("lesson", "a");
  if (entry === undefined) throw new Error("There is no entry.");
  return entryMarkdown(entry, { leads: [], facts: [] }, undefined)
    .replace(/^# A\n+/, "")
    .trim();
}

test("blocks read well as Markdown: what is for the eye is left out, nothing else is", async () => {
  expect(await markdown('The <Term means="how fast we answer">SLA</Term> ends.')).toBe(
    "The SLA (how fast we answer) ends.",
  );
  expect(await markdown("<Steps>\n\n1. Open **it**.\n2. Go.\n\n</Steps>")).toBe("1. Open **it**.\n2. Go.");
  expect(await markdown('<Tabs>\n<Tab label="Windows">One</Tab>\n<Tab label="macOS">Two</Tab>\n</Tabs>')).toBe(
    "## Windows\n\nOne\n\n## macOS\n\nTwo",
  );
  expect(await markdown('<Checklist id="x" title="First day">\n\n- [ ] Badge\n\n</Checklist>')).toBe(
    "**First day**\n\n- [ ] Badge",
  );
  expect(
    await markdown("<CaseStudy>\n<Situation>a</Situation>\n<Action>b</Action>\n<Result>c</Result>\n</CaseStudy>"),
  ).toBe("**Situation**\n\na\n\n**Action**\n\nb\n\n**Result**\n\nc");
  expect(await markdown("<Try>\n\nDo it.\n\n<Hint>h</Hint>\n<Solution>s</Solution>\n</Try>")).toBe(
    "**Try it**\n\nDo it.\n\n**Hint**\n\nh\n\n**Solution**\n\ns",
  );
  expect(await markdown('<Figure src="b.png" alt="B" credit="Mara">\n\nLook.\n\n</Figure>')).toBe(
    "![B](/media/lessons/b.png)\n\nLook.\n\nMara",
  );
  expect(await markdown('<Video src="https://vimeo.com/76979871" title="Tour" poster="b.png" captions />')).toBe(
    "[Watch on Vimeo](https://vimeo.com/76979871)\n\nTour",
  );
  expect(await markdown('<MindMap title="M">\n\n- a\n  - b\n\n</MindMap>')).toBe("**As a list**\n\nM\n\n- a\n  - b");
});
