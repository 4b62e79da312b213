import { blank } from "./blank.ts";
import type { Block } from "./block.ts";
import { callout } from "./callout.ts";
import { action, caseStudy, result, situation } from "./case-study.ts";
import { checklist } from "./checklist.ts";
import { choice } from "./choice.ts";
import { explanation } from "./explanation.ts";
import { faq } from "./faq.ts";
import { figure } from "./figure.ts";
import { hint } from "./hint.ts";
import { include } from "./include.ts";
import { mindMap } from "./mind-map.ts";
import { question } from "./question.ts";
import { scene } from "./scene.ts";
import { steps } from "./steps.ts";
import { tab, tabs } from "./tabs.ts";
import { term } from "./term.ts";
import { solution, tryBlock } from "./try.ts";
import { video } from "./video.ts";

/** The built-in blocks; a new one is a file and a line here. */
export const builtInBlocks: readonly Block[] = [
  blank,
  callout,
  ...[caseStudy, situation, action, result],
  checklist,
  choice,
  explanation,
  faq,
  figure,
  hint,
  include,
  mindMap,
  question,
  scene,
  steps,
  ...[tabs, tab],
  term,
  ...[tryBlock, solution],
  video,
];
