import type { RootContent } from "mdast";
import { z } from "zod";
import type { Range } from "../../model/diagnostic.ts";
import { outcomes } from "../../model/scenario.ts";
import { h } from "../h.ts";
import { nodeRange } from "../node-range.ts";
import { plainText } from "../plain-text.ts";
import { error } from "../problem.ts";
import { isChoice } from "../scenes.ts";
import { defineBlock } from "./block.ts";
import { blockId } from "./id.ts";

/** `<Scene id="…" title="…">` in a scenario: prose and Choices; without Choices an ending, which may say its `outcome`. */
export const scene = defineBlock({
  name: "Scene",
  props: z.strictObject({
    id: blockId('Give it one that stays, for example <Scene id="the-call">.', "the-call"),
    title: z.string().trim().min(1).optional(),
    outcome: z.enum(outcomes).optional(),
  }),
  *check({ outcome }, { children, place }) {
    const choices = children.filter(isChoice);
    const prose = children.filter((child) => !isChoice(child));
    if (plainText(prose) === "" && !prose.some((child) => "name" in child)) {
      yield error("block-content", "This scene tells nothing.", place, "Write what happens above its choices.");
    }
    const [below] = children.slice(children.findIndex(isChoice)).filter((child) => !isChoice(child));
    if (choices.length > 0 && below !== undefined) {
      const hint = "Put the text of a scene above its choices; what belongs to a choice, into it.";
      yield error("block-content", "Text stands below a choice.", nodeRange(below), hint);
    }
    if (choices.length > 0 && outcome !== undefined) {
      const hint = "Only an ending has an outcome: take “outcome” away, or the choices.";
      yield error("block-content", `This scene has the outcome “${outcome}”, and goes on.`, place, hint);
    }
    const seen = new Map<string, Range>();
    for (const choice of choices) {
      const said = plainText((choice.children as readonly RootContent[]).filter(({ type }) => type !== "blockquote"));
      const same = seen.get(said.toLowerCase());
      if (same !== undefined && said !== "") {
        const hint = "Change one of them, or delete it.";
        yield {
          ...error("block-content", `Two choices of this scene say “${said}”.`, nodeRange(choice), hint),
          related: [{ message: "The other choice", place: same }],
        };
      }
      seen.set(said.toLowerCase(), nodeRange(choice));
    }
  },
  text: ({ title }) => (title === undefined ? {} : { before: title }),
  render: ({ id, title, outcome }, { scenario, convert, texts }) => {
    const number = scenario?.numbers.get(id.normalize("NFC")) ?? 0;
    const source = scenario?.scenes[number - 1];
    if (scenario === undefined || source === undefined) return [];
    const isEnding = source.choices.length === 0;
    const numbered = texts.scene.replaceAll("{n}", String(number));
    return [
      h("section", { className: ["kh-scene", ...(isEnding ? ["kh-scene--ending"] : [])] }, [
        h("h2", { className: ["kh-scene__title"], id: source.id }, [
          h("span", { className: ["kh-scene__number"] }, numbered),
          ...(title === undefined ? [] : [" ", h("span", title)]),
        ]),
        ...convert(source.prose),
        ...(isEnding
          ? [
              h("p", { className: ["kh-scene__end", `kh-scene__end--${outcome ?? "open"}`] }, [
                h("strong", outcome === undefined ? texts.end : texts[`${outcome}End`]),
                ...(source.id === scenario.start
                  ? []
                  : [" ", h("a", { href: `#${encodeURIComponent(scenario.start)}` }, texts.again)]),
              ]),
            ]
          : [
              h("p", { className: ["kh-scene__ask"] }, texts.decide),
              h(
                "ul",
                { className: ["kh-scene__choices"], role: "list" },
                convert(source.choices.map(({ node }) => node)),
              ),
            ]),
      ]),
    ];
  },
});
