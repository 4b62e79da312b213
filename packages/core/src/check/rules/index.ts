import type { Rule } from "../rule.ts";
import { archivedRefs } from "./archived-ref.ts";
import { brokenChoice } from "./broken-choice.ts";
import { brokenLinks } from "./broken-links.ts";
import { brokenMedia } from "./broken-media.ts";
import { brokenRefs } from "./broken-refs.ts";
import { goldenQuestions } from "./golden-questions.ts";
import { knownWords } from "./known-words.ts";
import { largeMedia } from "./large-media.ts";
import { misplacedTranslation } from "./misplaced-translation.ts";
import { missingTexts } from "./missing-texts.ts";
import { navRefs } from "./nav-refs.ts";
import { noEntries } from "./no-entries.ts";
import { noScenes } from "./no-scenes.ts";
import { noSteps } from "./no-steps.ts";
import { outsideLinks } from "./outside-links.ts";
import { outsideVideo } from "./outside-video.ts";
import { pathCycle } from "./path-cycle.ts";
import { prerequisiteCycle } from "./prerequisite-cycle.ts";
import { questionRenamed } from "./question-renamed.ts";
import { questionWithoutExplanation } from "./question-without-explanation.ts";
import { readingTime } from "./reading-time.ts";
import { requiredFields } from "./required-fields.ts";
import { reviewOverdue } from "./review-overdue.ts";
import { samePlace } from "./same-place.ts";
import { sameQuestion } from "./same-question.ts";
import { scenarioStart } from "./scenario-start.ts";
import { sceneEndless } from "./scene-endless.ts";
import { sceneUnreachable } from "./scene-unreachable.ts";
import { shownFaqs } from "./shown-faqs.ts";
import { stepTwice } from "./step-twice.ts";
import { strayDocuments } from "./stray-documents.ts";
import { strayFiles } from "./stray-files.ts";
import { translationBehind } from "./translation-behind.ts";
import { translationMissing } from "./translation-missing.ts";
import { unusedContexts } from "./unused-contexts.ts";
import { unusedMedia } from "./unused-media.ts";
import { unusedPartials } from "./unused-partials.ts";
import { vanishedIds } from "./vanished-ids.ts";
import { vanishedQuestions } from "./vanished-questions.ts";
import { videoCaptions } from "./video-captions.ts";

/** The rules over the whole knowledge base; a new one is a file and a line here. */
export const rules: readonly Rule[] = [
  archivedRefs,
  brokenChoice,
  brokenLinks,
  brokenMedia,
  brokenRefs,
  goldenQuestions,
  knownWords,
  largeMedia,
  misplacedTranslation,
  missingTexts,
  navRefs,
  noEntries,
  noScenes,
  noSteps,
  outsideLinks,
  outsideVideo,
  pathCycle,
  prerequisiteCycle,
  questionRenamed,
  questionWithoutExplanation,
  readingTime,
  requiredFields,
  reviewOverdue,
  samePlace,
  sameQuestion,
  scenarioStart,
  sceneEndless,
  sceneUnreachable,
  shownFaqs,
  stepTwice,
  strayDocuments,
  strayFiles,
  translationBehind,
  translationMissing,
  unusedContexts,
  unusedMedia,
  unusedPartials,
  vanishedIds,
  vanishedQuestions,
  videoCaptions,
];
