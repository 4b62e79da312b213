import { expect, test } from "vitest";
import { base } from "./support/base.ts";
import { told } from "./support/told.ts";

const scenario = (body: string, more = "") => `---\ntitle: An angry caller\n${more}---\n\n${body}\n`;

/** What is wrong with a scenario, without the name of its file. */
const problems = async (body: string, more = "") =>
  (await told({ "scenarios/s.mdx": scenario(body, more) })).map((line) => line.replace("scenarios/s.mdx:", ""));

const call = `It is Monday.

<Scene id="call" title="The call">
She *shouts*.

<Choice to="calm">
Say it **back**.
> She hears that you listened.
</Choice>
<Choice to="gone">Hang up</Choice>
</Scene>

<Scene id="calm" title="She breathes" outcome="good">
"Exactly."
</Scene>

<Scene id="gone">
Silence.
</Scene>`;

test("gives a scenario as data to play it from", async () => {
  const kb = await base({ "scenarios/s.mdx": scenario(call) });
  expect(kb.diagnostics).toEqual([]);
  const entry = await kb.get("scenario", "s");
  expect(entry?.start).toBe("call");
  expect(entry?.scenes).toEqual([
    {
      id: "call",
      title: "The call",
      html: "<p>She <em>shouts</em>.</p>",
      text: "She shouts.",
      choices: [
        {
          id: "say-it-back",
          to: "calm",
          html: "<p>Say it <strong>back</strong>.</p>",
          text: "Say it back.",
          feedback: { html: "<p>She hears that you listened.</p>", text: "She hears that you listened." },
        },
        { id: "hang-up", to: "gone", html: "<p>Hang up</p>", text: "Hang up" },
      ],
    },
    { id: "calm", title: "She breathes", html: '<p>"Exactly."</p>', text: '"Exactly."', choices: [], outcome: "good" },
    { id: "gone", html: "<p>Silence.</p>", text: "Silence.", choices: [] },
  ]);
});

test("makes it readable from top to bottom: numbered scenes, choices that lead to theirs, endings that say so", async () => {
  const kb = await base({ "scenarios/s.mdx": scenario(call) });
  const html = (await kb.get("scenario", "s"))?.html
    .split("\n")
    .filter((line) => line !== "")
    .join("");
  expect(html).toBe(
    '<p>It is Monday.</p><section class="kh-scene"><h2 class="kh-scene__title" id="call"><span class="kh-scene__number">Scene 1</span> <span>The call</span></h2>' +
      '<p>She <em>shouts</em>.</p><p class="kh-scene__ask">What do you do?</p><ul class="kh-scene__choices" role="list">' +
      '<li class="kh-choice"><a href="#calm"><span class="kh-choice__text">Say it <strong>back</strong>.</span> <span class="kh-choice__to">Scene 2</span></a>' +
      '<details class="kh-choice__feedback"><summary>What comes of it</summary><p>She hears that you listened.</p></details></li>' +
      '<li class="kh-choice"><a href="#gone"><span class="kh-choice__text">Hang up</span> <span class="kh-choice__to">Scene 3</span></a></li></ul></section>' +
      '<section class="kh-scene kh-scene--ending"><h2 class="kh-scene__title" id="calm"><span class="kh-scene__number">Scene 2</span> <span>She breathes</span></h2>' +
      '<p>"Exactly."</p><p class="kh-scene__end kh-scene__end--good"><strong>It ends well</strong> <a href="#call">From the beginning</a></p></section>' +
      '<section class="kh-scene kh-scene--ending"><h2 class="kh-scene__title" id="gone"><span class="kh-scene__number">Scene 3</span></h2>' +
      '<p>Silence.</p><p class="kh-scene__end kh-scene__end--open"><strong>The end</strong> <a href="#call">From the beginning</a></p></section>',
  );
});

test("speaks the language of the scenario, begins where it says, and takes ids of any script", async () => {
  const kb = await base(
    {
      "vi/scenarios/s.mdx": scenario(
        '<Scene id="kết">\nXong.\n</Scene>\n\n<Scene id="đầu">\nGọi đến.\n\n<Choice to="kết">Nghe</Choice>\n</Scene>',
        "start: đầu\n",
      ),
    },
    { locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } } },
  );
  expect(kb.diagnostics).toEqual([]);
  const entry = await kb.get("scenario", "s", { locale: "vi" });
  expect(entry?.start).toBe("đầu");
  expect(entry?.html).toContain("Bạn làm gì?");
  expect(entry?.html).toContain(`href="#${encodeURIComponent("kết")}"`);
  expect(entry?.html).toContain('<a href="#%C4%91%E1%BA%A7u">Lại từ đầu</a>');
});

test("lets scenes hold questions and blocks, links lead to scenes, and headings keep clear of them", async () => {
  const kb = await base({
    "scenarios/s.mdx": scenario(
      '<Scene id="call">\n### Gone\n\n<Callout>Mind.</Callout>\n\n<Question id="q">\nWhy?\n\n- [x] a\n- [ ] b\n\n<Explanation>So.</Explanation>\n</Question>\n\n<Choice to="gone">Go</Choice>\n</Scene>\n\n<Scene id="gone">\nSilence.\n</Scene>',
    ),
    "lessons/a.md": "# A\n\n[There](scenario:s#gone), [not there](../scenarios/s.mdx#gonn).\n",
  });
  expect(kb.diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
    ["content/scenarios/s.mdx has no heading “#gonn”.", "Did you mean “#gone”?"],
  ]);
  const entry = await kb.get("scenario", "s");
  expect(entry?.outline).toEqual([{ depth: 3, id: "gone-1", text: "Gone" }]);
  expect(entry?.questions.map(({ id }) => id)).toEqual(["q"]);
  expect(entry?.scenes[0]?.html).toContain("kh-question");
});

test("takes as long as reading all of it: whoever plays it reads less, and thinks instead", async () => {
  const scenes = Array.from(
    { length: 8 },
    (_, n) => `<Scene id="s${n}">\n${"word ".repeat(60)}\n\n<Choice to="s${n + 1}">Go on</Choice>\n</Scene>`,
  );
  const kb = await base({ "scenarios/s.mdx": scenario(`${scenes.join("\n\n")}\n\n<Scene id="s8">\nWell.\n</Scene>`) });
  // About 500 words, at 238 a minute.
  expect((await kb.get("scenario", "s"))?.minutes).toBe(2);
});

test("finds a question in a scene as a result of its own, and not by what is right", async () => {
  const question = '<Question id="q">\nWhy calm?\n\n- [x] Zebra\n  > Giraffe.\n- [ ] b\n</Question>';
  const kb = await base({
    "scenarios/s.mdx": scenario(call.replace("She *shouts*.", `She *shouts*.\n\n${question}`)),
  });
  expect((await kb.search("why calm zebra")).hits[0]).toMatchObject({ type: "question", url: "/scenarios/s/#q" });
  expect((await kb.search("giraffe")).hits).toEqual([]);
});

test("finds a scene by its words, at its place, and not by what every scene says", async () => {
  const kb = await base({ "scenarios/s.mdx": scenario(call) });
  expect((await kb.search("breathes exactly")).hits).toMatchObject([
    { ref: "scenario:s", type: "scenario", url: "/scenarios/s/#calm", anchor: "calm" },
  ]);
  expect((await kb.search("beginning")).hits).toEqual([]);
});

test.each([
  [
    "a choice that leads nowhere, with the scene that was meant",
    '<Scene id="call">\nRing.\n\n<Choice to="clam">Stay calm</Choice>\n<Choice to="calm">Breathe</Choice>\n</Scene>\n\n<Scene id="calm">\nFine.\n</Scene>',
    ["8:1 error broken-choice: There is no scene “clam” for this choice to lead to. → Did you mean “calm”?"],
  ],
  [
    "a scene that no way leads to, also where others of its kind lead to it",
    '<Scene id="a">\nA.\n</Scene>\n\n<Scene id="b">\nB.\n\n<Choice to="c">On</Choice>\n</Scene>\n\n<Scene id="c">\nC.\n\n<Choice to="b">Back</Choice>\n<Choice to="a">Out</Choice>\n</Scene>',
    [
      '9:1 error scene-unreachable: No way leads from the start, “a”, to the scene “b”. → Let a choice lead there: <Choice to="b">; or delete the scene.',
      '15:1 error scene-unreachable: No way leads from the start, “a”, to the scene “c”. → Let a choice lead there: <Choice to="c">; or delete the scene.',
    ],
  ],
  [
    "scenes that go round in a circle, once",
    '<Scene id="a">\nA.\n\n<Choice to="b">On</Choice>\n<Choice to="end">Out</Choice>\n</Scene>\n\n<Scene id="b">\nB.\n\n<Choice to="c">On</Choice>\n</Scene>\n\n<Scene id="c">\nC.\n\n<Choice to="b">Back</Choice>\n<Choice to="c">Wait</Choice>\n</Scene>\n\n<Scene id="end">\nDone.\n</Scene>',
    [
      "12:1 error scene-endless: From the scene “b” no ending can be reached. → Let one of its choices lead out of the circle, or to a scene without choices.",
    ],
  ],
  [
    "a scenario that never ends",
    '<Scene id="a">\nA.\n\n<Choice to="b">On</Choice>\n</Scene>\n\n<Scene id="b">\nB.\n\n<Choice to="a">Back</Choice>\n</Scene>',
    [
      "5:1 error scene-endless: This scenario never ends: each of its scenes leads on. → Write an ending: a scene without choices.",
    ],
  ],
  [
    "two scenes with one id, however it is spelled in Unicode",
    `<Scene id="${"kết".normalize("NFC")}">\nA.\n</Scene>\n\n<Scene id="${"kết".normalize("NFD")}">\nB.\n</Scene>`,
    ["9:1 error block-id: Two blocks of this entry have the id “kết”. → Give one of them another id."],
  ],
  [
    "a scene and a question with one id",
    '<Scene id="a">\nA.\n\n<Question id="a">\nWhy?\n\n- [x] a\n- [ ] b\n\n<Explanation>So.</Explanation>\n</Question>\n</Scene>',
    ["8:1 error block-id: Two blocks of this entry have the id “a”. → Give one of them another id."],
  ],
  [
    "a scenario without scenes",
    "Text.",
    [
      '1:1 error no-scenes: This scenario has no scenes. → Write a first one: <Scene id="the-call">, what happens, its choices, </Scene>.',
    ],
  ],
  [
    "a scene that tells nothing",
    '<Scene id="a">\n{/* later */}\n</Scene>',
    ["5:1 error block-content: This scene tells nothing. → Write what happens above its choices."],
  ],
  [
    "text below a choice",
    '<Scene id="a">\nA.\n\n<Choice to="b">On</Choice>\n\nMore.\n</Scene>\n\n<Scene id="b">\nB.\n</Scene>',
    [
      "10:1 error block-content: Text stands below a choice. → Put the text of a scene above its choices; what belongs to a choice, into it.",
    ],
  ],
  [
    "an outcome of a scene that goes on",
    '<Scene id="a" outcome="bad">\nA.\n\n<Choice to="b">On</Choice>\n</Scene>\n\n<Scene id="b">\nB.\n</Scene>',
    [
      "5:1 error block-content: This scene has the outcome “bad”, and goes on. → Only an ending has an outcome: take “outcome” away, or the choices.",
    ],
  ],
  [
    "choices that say nothing, the same, or hold a link",
    '<Scene id="a">\nA.\n\n<Choice to="b"></Choice>\n<Choice to="b">On</Choice>\n<Choice to="b">on</Choice>\n<Choice to="b">See [this](lesson:x)</Choice>\n<Choice to="b">Wait[^1]</Choice>\n</Scene>\n\n<Scene id="b">\nB.\n</Scene>\n\n[^1]: A note.',
    [
      '8:1 error block-content: This choice says nothing. → Write what one does: <Choice to="b">Call her back</Choice>.',
      "10:1 error block-content: Two choices of this scene say “on”. → Change one of them, or delete it.",
      "11:1 error block-content: A choice is a link itself, so it cannot hold one. → Move the link into the text of the scene, or into the feedback.",
      "11:20 error broken-ref: There is no entry lesson:x. → Create it, or correct this.",
      "12:1 error block-content: A choice is a link itself, so it cannot hold one. → Move the link into the text of the scene, or into the feedback.",
    ],
  ],
  [
    "a scene in a scene, a choice outside of one, and a scene in something else",
    '<Scene id="a">\nA.\n\n<Scene id="b">\nB.\n</Scene>\n</Scene>\n\n<Choice to="a">On</Choice>\n\n<Callout>\n<Scene id="c">\nC.\n</Scene>\n</Callout>',
    [
      "8:1 error block-place: <Scene> stands inside of another <Scene>. → Close the first with </Scene> before.",
      "13:1 error block-place: <Choice> stands outside of <Scene>. → Put it between <Scene> and </Scene>, not in a list or quote.",
      "16:1 error block-place: <Scene> stands inside of something else. → Do not indent it or put it in a block.",
    ],
  ],
  [
    "choices that a dash, a quote, a line of text or a block keeps from their scene",
    '<Scene id="a">\nA.\n\n- <Choice to="b">On</Choice>\n\nText\n<Choice to="b">On</Choice>\n\n> <Choice to="b">On</Choice>\n\n<Callout>\n<Choice to="b">On</Choice>\n</Callout>\n</Scene>\n\n<Scene id="b">\nB.\n</Scene>',
    [
      "8:3 error block-place: <Choice> stands in a list within <Scene>, not directly in it. → Take the sign of the list in front of it away, and leave an empty line before it.",
      "11:1 error block-place: <Choice> stands in a line of text within <Scene>, not directly in it. → Leave an empty line before it, and do not indent it.",
      "13:3 error block-place: <Choice> stands in a quote within <Scene>, not directly in it. → Take the > in front of it away, and leave an empty line before it.",
      "16:1 error block-place: <Choice> stands in <Callout> within <Scene>, not directly in it. → Put it behind </Callout>.",
    ],
  ],
])("explains %s", async (_, body, expected) => {
  expect(await problems(body)).toEqual(expected);
});

test("explains a start that is not there, and says nothing of what hangs on it", async () => {
  const scenes = '<Scene id="call">\nA.\n</Scene>\n\n<Scene id="calm">\nB.\n\n<Choice to="call">On</Choice>\n</Scene>';
  expect(await problems(scenes, "start: clam\n")).toEqual([
    "3:8 error scenario-start: There is no scene “clam” to begin with. → Did you mean “calm”?",
  ]);
  expect(await problems(scenes, "start: calm\n")).toEqual([]);
});

test("says nothing of the whole where a scene could not be read", async () => {
  expect(
    await problems('<Scene id="the call">\nA.\n\n<Choice to="b">On</Choice>\n</Scene>\n\n<Scene id="b">\nB.\n</Scene>'),
  ).toEqual([
    "5:8 error prop: “id” cannot be “the call” (in <Scene>). → Write letters, digits, - and _, for example the-call.",
  ]);
  expect(await problems('<Scene title="A">\nA.\n</Scene>')).toEqual([
    '5:1 error prop: “id” is missing (in <Scene>). → Give it one that stays, for example <Scene id="the-call">.',
  ]);
  expect(await problems('<Scene id="a" outcome="god">\nA.\n\n<Choice too="b">On</Choice>\n</Scene>')).toEqual([
    "5:15 error prop: “outcome” cannot be “god” (in <Scene>). → Did you mean “good”?",
    '8:1 error prop: “to” is missing (in <Choice>). → Name the scene that it leads to, for example <Choice to="calm">.',
    "8:9 error unknown-prop: “too” is not a prop of <Choice>. → Did you mean “to”?",
  ]);
});

test("keeps scenes to scenarios, and tells whoever writes them into a .md file", async () => {
  expect(
    await told({
      "lessons/a.mdx": '---\ntitle: A\n---\n\n<Scene id="a">\nA.\n</Scene>\n',
      "scenarios/s.md": scenario("Text."),
    }),
  ).toEqual([
    "lessons/a.mdx:5:1 error block-place: <Scene> stands in a lesson. → Scenes make a scenario: a file under scenarios/.",
    "scenarios/s.md:1:1 error no-scenes: This scenario has no scenes. → Rename this file from .md to .mdx, and write a first <Scene>.",
  ]);
});

test("plays what a team lets pass: a choice that leads nowhere has no number, a start that is not there is the first scene", async () => {
  const kb = await base(
    { "scenarios/s.mdx": scenario('<Scene id="a">\nA.\n\n<Choice to="b">On</Choice>\n</Scene>', "start: c\n") },
    { rules: { "broken-choice": "warning", "scenario-start": "off" } },
  );
  expect(kb.diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["warning broken-choice"]);
  const entry = await kb.get("scenario", "s");
  expect(entry?.start).toBe("a");
  expect(entry?.html).toContain('<a href="#b"><span class="kh-choice__text">On</span></a>');
});

test("is looked through like any other entry while it has no scene yet", async () => {
  const kb = await base({ "scenarios/s.mdx": scenario("Somebody calls."), "faqs/a.md": "# Who calls?\n\nSomebody.\n" });
  expect(kb.diagnostics.map(({ code }) => code)).toEqual(["no-scenes"]);
  expect(await kb.get("scenario", "s")).toMatchObject({ start: "", scenes: [], text: "Somebody calls." });
  expect((await kb.search("who calls")).hits[0]?.id).toBe("a");
});
