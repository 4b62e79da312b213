import { expect, test } from "vitest";
import { base } from "./support/base.ts";
import { lesson, told } from "./support/told.ts";

const path = (steps: string, more = "") => `---\ntitle: First week\nsteps: ${steps}\n${more}---\n\nWelcome.\n`;
const twoLocales = { locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } } };

test("gives a path with its steps; it takes as long as they do, each once", async () => {
  const kb = await base({
    "paths/week.mdx": path("[lesson:a, faq:b, path:tools]"),
    "paths/tools.mdx": path("[lesson:a, lesson:c]"),
    "lessons/a.mdx": lesson("minutes: 4\nformerly: [old]"),
    "lessons/c.mdx": lesson("minutes: 3"),
    "faqs/b.md": "# Why?\n\nSo.\n",
    "paths/former.md": path("[lesson:old]"),
  });
  expect(kb.diagnostics).toEqual([]);
  expect(await kb.get("path", "week")).toMatchObject({
    type: "path",
    ref: "path:week",
    url: "/paths/week/",
    steps: ["lesson:a", "faq:b", "path:tools"],
    minutes: 8,
    html: "<p>Welcome.</p>",
  });
  expect((await kb.list("path")).map(({ id, minutes }) => [id, minutes])).toEqual([
    ["former", 4],
    ["tools", 7],
    ["week", 8],
  ]);
  expect(kb.entries().find(({ ref }) => ref === "path:week")?.minutes).toBe(8);
});

test("leads nobody through what is archived, nor counts it, also within a path that is a step", async () => {
  const kb = await base(
    {
      "paths/week.mdx": path("[lesson:a, lesson:before, path:tools, path:past]"),
      "paths/tools.mdx": path("[lesson:old, lesson:c]"),
      "paths/past.mdx": path("[lesson:c, lesson:d]", "status: archived\n"),
      "lessons/a.mdx": lesson("minutes: 4"),
      "lessons/old.mdx": lesson("minutes: 5\nstatus: archived\nformerly: [before]"),
      "lessons/c.mdx": lesson("minutes: 3"),
      "lessons/d.mdx": lesson("minutes: 2"),
      "vi/lessons/a.mdx": lesson("status: archived"),
    },
    twoLocales,
  );
  expect(await kb.get("path", "week")).toMatchObject({ steps: ["lesson:a", "path:tools"], minutes: 7 });
  expect(await kb.get("path", "week", { locale: "vi" })).toMatchObject({ steps: ["path:tools"], minutes: 3 });
  expect((await kb.list("path")).map(({ id, steps }) => [id, steps])).toEqual([
    ["tools", ["lesson:c"]],
    ["week", ["lesson:a", "path:tools"]],
  ]);
  expect(kb.entries().find(({ ref }) => ref === "path:tools")).toMatchObject({ steps: ["lesson:c"], minutes: 3 });
});

test("names the steps of a path by the refs of today", async () => {
  const kb = await base({ "paths/former.md": path("[lesson:old]"), "lessons/a.mdx": lesson("formerly: [old]") });
  expect((await kb.get("path", "former"))?.steps).toEqual(["lesson:a"]);
});

test("counts steps in the language that they are read in", async () => {
  const kb = await base(
    {
      "paths/week.mdx": path("[lesson:a, lesson:b]"),
      "lessons/a.mdx": lesson("minutes: 4"),
      "lessons/b.mdx": lesson("minutes: 3"),
      "vi/lessons/a.mdx": lesson("minutes: 6"),
    },
    twoLocales,
  );
  expect((await kb.get("path", "week", { locale: "vi" }))?.minutes).toBe(9);
  expect((await kb.list("path", { locale: "vi" }))[0]).toMatchObject({
    minutes: 9,
    url: "/vi/paths/week/",
    locale: "en",
  });
  expect((await kb.get("path", "week"))?.minutes).toBe(7);
});

test("does not count what its readers do not see, nor hold its own text against the time that people have", async () => {
  const kb = await base(
    {
      "paths/week.mdx": path("[lesson:a, lesson:b]", "audience: internal\n"),
      "lessons/a.mdx": lesson("minutes: 4"),
      "lessons/b.mdx": lesson("minutes: 5\nstatus: draft"),
      "paths/long.mdx": path("[lesson:a, lesson:c, lesson:d]"),
      "lessons/c.mdx": lesson("minutes: 5"),
      "lessons/d.mdx": lesson("minutes: 5"),
    },
    {},
    { audiences: ["public", "internal"] },
  );
  expect(kb.diagnostics).toEqual([]);
  expect((await kb.get("path", "week"))?.minutes).toBe(4);
  expect((await kb.get("path", "long"))?.minutes).toBe(14);
});

test("explains what is wrong with the steps of a path, at the step", async () => {
  expect(
    await told({
      "lessons/a.mdx": lesson("formerly: [old]"),
      "lessons/secret.mdx": lesson("status: draft"),
      "paths/none.md": "# Nothing\n",
      "paths/later.md": "---\ntitle: Later\nstatus: draft\n---\n",
      "paths/twice.md": path("[lesson:a, faq:b, lesson:a, lesson:old]"),
      "paths/wrong.md": path("[lesson:aa, a, lesson:secret]"),
      "paths/key.md": "---\ntitle: K\nstep: [lesson:a]\n---\n",
      "lessons/steps.mdx": lesson("steps: [lesson:a]"),
      "faqs/b.md": "# Why?\n\nSo.\n",
    }),
  ).toEqual([
    "lessons/steps.mdx:3:1 error unknown-key: “steps” is not a key of this front matter. → “steps” is a key of paths.",
    "paths/key.md:3:1 error unknown-key: “step” is not a key of this front matter. → Did you mean “steps”?",
    "paths/none.md:1:1 error no-steps: This path has no steps. → Name its steps in their order, one per line: “steps:”, then “  - lesson:crm/export-report”.",
    "paths/twice.md:3:26 error step-twice: lesson:a is step 1 of this path already. → Delete one of the two.",
    "paths/twice.md:3:36 error step-twice: lesson:a is step 1 of this path already. → Delete one of the two.",
    "paths/wrong.md:3:9 error broken-ref: There is no entry lesson:aa. → Did you mean “lesson:a”?",
    "paths/wrong.md:3:20 error broken-ref: “a” is no ref. → Did you mean “lesson:a”?",
    "paths/wrong.md:3:23 error hidden-entry: lesson:secret is a draft, so readers of this entry would not find it. → Publish it, or take this out until it is.",
  ]);
});

test("tells of archived entries that others name, also under a former id, but not of what archived ones name", async () => {
  const content = {
    "paths/a.md": path("[lesson:x, lesson:before]"),
    "paths/b.md": "---\ntitle: B\nstatus: archived\nsteps: [lesson:old]\n---\n\nText.\n",
    "lessons/x.mdx": lesson("minutes: 2\nprerequisites: [lesson:old]\nrelated:\n  - lesson:old"),
    "quizzes/q.mdx": "---\ntitle: Q\nlesson: lesson:old\n---\n\nText.\n",
    "lessons/old.mdx": lesson("status: archived\nformerly: [before]"),
  };
  const { diagnostics } = await base(content);
  const found = diagnostics.filter(({ code }) => code === "archived-ref");
  const places = found.map(
    ({ file, range, severity }) => `${file}:${range.start.line}:${range.start.column} ${severity}`,
  );
  expect(places).toEqual([
    "content/lessons/x.mdx:4:17 warning",
    "content/lessons/x.mdx:6:5 warning",
    "content/paths/a.md:3:19 warning",
    "content/quizzes/q.mdx:3:9 warning",
  ]);
  expect(found[2]).toMatchObject({
    message: "lesson:old is archived, and this path still names it.",
    hint: "Take it out, or name what took its place.",
  });
});

test("finds paths that lead through each other, once", async () => {
  const content = {
    "paths/a.md": path("[path:b]"),
    "paths/b.md": path("[lesson:x, path:c]"),
    "paths/c.md": path("[path:a]"),
    "paths/self.md": path("[path:self]"),
    "lessons/x.mdx": lesson("minutes: 2"),
  };
  expect(await told(content)).toEqual([
    "paths/c.md:3:9 error path-cycle: These paths lead through each other: path:a → path:b → path:c → path:a. → Take one of these steps out, so that whoever follows them arrives.",
    "paths/self.md:3:9 error path-cycle: This path is a step of itself. → Take it out.",
  ]);
  // A team that lets it pass still gets an end to the counting.
  const kb = await base(content, { rules: { "path-cycle": "warning" } });
  expect((await kb.list("path")).map(({ minutes }) => minutes)).toEqual([2, 2, 2, 1]);
});

test("finds a path by its words, and of its type only", async () => {
  const kb = await base({
    "paths/week.mdx": path("[lesson:a]", "aliases: [onboarding]\n"),
    "lessons/a.mdx": lesson("aliases: [onboarding]"),
  });
  expect((await kb.search("onboarding", { type: "path" })).hits.map(({ ref }) => ref)).toEqual(["path:week"]);
});
