import type { Root, RootContent } from "mdast";
import type { Range } from "../model/diagnostic.ts";
import type { Outcome, ScenarioBody, SceneChoice } from "../model/scenario.ts";
import type { EntryType } from "../model/types.ts";
import type { BlockNode } from "./blocks/block.ts";
import { firstLineRange } from "./node-range.ts";
import { plainText } from "./plain-text.ts";
import { error, type Problem } from "./problem.ts";
import type { ToProse } from "./questions/question-reader.ts";
import { createSlugger } from "./slugger.ts";
import { type ReadBlock, visible } from "./structure.ts";
import { walk } from "./walk.ts";

/** A choice as it stands in its file. */
export interface ChoiceSource {
  /** The slug of its text. */
  readonly id: string;
  readonly to: string;
  readonly node: BlockNode & RootContent;
  readonly content: readonly RootContent[];
  readonly feedback: readonly RootContent[];
}

/** A scene as it stands in its file. */
export interface SceneSource {
  readonly id: string;
  readonly title: string | undefined;
  readonly outcome: Outcome | undefined;
  readonly node: BlockNode;
  readonly prose: readonly RootContent[];
  readonly choices: readonly ChoiceSource[];
}

/** The scenes of a scenario, and the id of the one that it begins with. */
export interface ScenarioSource {
  readonly start: string;
  readonly scenes: readonly SceneSource[];
  /** The place of each scene among them, by its id, from 1. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** A scene, as far as checks need it. */
export interface SceneFact {
  readonly id: string;
  readonly place: Range;
  readonly choices: readonly { readonly to: string; readonly place: Range }[];
}

/** What reading the scenes of a file gives. */
export interface ReadScenes {
  readonly scenes: readonly SceneSource[];
  /** Undefined in entries of other types, and where a scene or choice could not be read: then nothing can be said of the whole. */
  readonly facts: readonly SceneFact[] | undefined;
  readonly problems: readonly Problem[];
}

/** Reads the scenes of a file from its blocks. */
export function readScenes(
  blocks: ReadonlyMap<BlockNode, ReadBlock>,
  tree: Root,
  type: EntryType,
  text: string,
): ReadScenes {
  const scenes: SceneSource[] = [];
  const problems: Problem[] = [];
  const isOnTop = (node: unknown) => (tree.children as readonly unknown[]).includes(node);
  for (const [node, { block, props }] of blocks) {
    if (block.name !== "Scene") continue;
    const place = firstLineRange(node, text);
    // Of a scene in a scene that has been told.
    const isInScene =
      !isOnTop(node) &&
      [...blocks].some(
        ([other, one]) => one.block.name === "Scene" && (other.children as readonly unknown[]).includes(node),
      );
    const wrongPlace = isInScene && type === "scenario" ? undefined : checkPlace(isOnTop(node), type, place);
    if (wrongPlace !== undefined) problems.push(wrongPlace);
    const nodes = visible(node.children as readonly RootContent[]);
    const choices = nodes.filter(isChoice).flatMap((child) => readChoice(child, blocks) ?? []);
    const prose = nodes.filter((child) => !isChoice(child));
    // The schema of the block says so.
    const { title, outcome } = props as { readonly title?: string; readonly outcome?: Outcome };
    scenes.push({ id: String(props.id).normalize("NFC"), title, outcome, node, prose, choices: withIds(choices) });
  }
  const facts = type === "scenario" && allRead(tree, blocks) ? scenes.map((scene) => factOf(scene, text)) : undefined;
  return { scenes, facts, problems };
}

/** The scenario that scenes make; it begins with the first where `start` is none of them. Undefined where there are none. */
export function scenarioOf(scenes: readonly SceneSource[], start: string | undefined): ScenarioSource | undefined {
  const [first] = scenes;
  if (first === undefined) return undefined;
  const numbers = new Map(scenes.map(({ id }, i) => [id, i + 1]));
  const wanted = start?.normalize("NFC") ?? "";
  return { start: numbers.has(wanted) ? wanted : first.id, scenes, numbers };
}

/** A scenario as data. */
export function toScenario({ start, scenes }: ScenarioSource, prose: ToProse): ScenarioBody {
  return {
    start,
    scenes: scenes.map((scene) => ({
      id: scene.id,
      ...(scene.title === undefined ? {} : { title: scene.title }),
      ...prose(scene.prose),
      choices: scene.choices.map(
        ({ id, to, content, feedback }): SceneChoice => ({
          id,
          to,
          ...prose(content),
          ...(feedback.length === 0 ? {} : { feedback: prose(feedback) }),
        }),
      ),
      ...(scene.outcome === undefined ? {} : { outcome: scene.outcome }),
    })),
  };
}

function readChoice(
  node: BlockNode & RootContent,
  blocks: ReadonlyMap<BlockNode, ReadBlock>,
): Omit<ChoiceSource, "id"> | undefined {
  const props = blocks.get(node)?.props;
  if (props === undefined) return undefined;
  const parts = visible(node.children as readonly RootContent[]);
  const content = parts.filter((part) => part.type !== "blockquote");
  // What a quote holds may stand wherever it may stand.
  const feedback = parts.flatMap((part) => (part.type === "blockquote" ? (part.children as RootContent[]) : []));
  return { to: String(props.to).normalize("NFC"), node, content, feedback };
}

function withIds(choices: readonly Omit<ChoiceSource, "id">[]): readonly ChoiceSource[] {
  const slugger = createSlugger();
  return choices.map((choice) => ({
    id: slugger.slug(plainText(choice.content)) || slugger.slug("choice"),
    ...choice,
  }));
}

function checkPlace(onTop: boolean, type: EntryType, place: Range): Problem | undefined {
  if (type !== "scenario") {
    const hint = "Scenes make a scenario: a file under scenarios/.";
    return error("block-place", `<Scene> stands in a ${type}.`, place, hint);
  }
  if (!onTop) {
    return error(
      "block-place",
      "<Scene> stands inside of something else.",
      place,
      "Do not indent it or put it in a block.",
    );
  }
  return undefined;
}

/** Whether every scene and choice of a file has been read, and stands where it can. */
function allRead(tree: Root, blocks: ReadonlyMap<BlockNode, ReadBlock>): boolean {
  let all = true;
  walk(tree, (node, parent) => {
    if (!("name" in node) || (node.name !== "Scene" && node.name !== "Choice")) return;
    const isInPlace =
      node.name === "Scene" ? parent === tree : parent !== undefined && "name" in parent && parent.name === "Scene";
    if (!isInPlace || !blocks.has(node as BlockNode)) all = false;
  });
  return all;
}

function factOf({ id, node, choices }: SceneSource, text: string): SceneFact {
  return {
    id,
    place: firstLineRange(node, text),
    choices: choices.map(({ to, node: choice }) => ({ to, place: firstLineRange(choice, text) })),
  };
}

/** Whether a node is a Choice. */
export function isChoice(node: RootContent): node is BlockNode & RootContent {
  return "name" in node && node.name === "Choice";
}
