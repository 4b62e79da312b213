import { blank } from "./blank.ts";
import type { Block } from "./block.ts";
import { callout } from "./callout.ts";
import { explanation } from "./explanation.ts";
import { hint } from "./hint.ts";
import { question } from "./question.ts";
import { term } from "./term.ts";

/** The built-in blocks; a new one is a file and a line here. */
export const builtInBlocks: readonly Block[] = [blank, callout, explanation, hint, question, term];
