import { z } from "zod";
import { type CommonFrontmatter, commonFields } from "./frontmatter.ts";
import type { Prose } from "./question.ts";

/** The front matter of a scenario, read: a situation in scenes, in which the reader chooses what to do. */
export interface ScenarioFrontmatter extends CommonFrontmatter {
  /** The id of the scene that it begins with; without it, the first one in the file. */
  start?: string | undefined;
}

/** The schema of a scenario's front matter. */
export const scenarioFrontmatter = z.strictObject({
  ...commonFields,
  start: z.string().trim().min(1).optional(),
});

/** How an ending went for who got there: as it should, not quite, or wrong. */
export const outcomes = ["good", "poor", "bad"] as const;

/** How an ending went. */
export type Outcome = (typeof outcomes)[number];

/** Something to do in a scene, which leads to another. */
export interface SceneChoice extends Prose {
  /** The slug of its text, unique in its scene, so that it survives reordering. */
  readonly id: string;
  /** The id of the scene that it leads to. */
  readonly to: string;
  /** What is said to somebody who chose it, before the next scene. */
  readonly feedback?: Prose;
}

/** A scene of a scenario, its prose without title and choices. One without choices is an ending. */
export interface Scene extends Prose {
  /** Unique in its scenario; also its anchor on the page. */
  readonly id: string;
  readonly title?: string;
  /** Empty for an ending. */
  readonly choices: readonly SceneChoice[];
  /** For an ending: how it went, where its author says so. */
  readonly outcome?: Outcome;
}

/** What a scenario is played from. */
export interface ScenarioBody {
  /** The id of the scene that it begins with; empty where there is none, which is an error of the entry. */
  readonly start: string;
  /** In the order of the file. */
  readonly scenes: readonly Scene[];
}
