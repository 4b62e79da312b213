/** The texts that compiled content shows by itself, in English. */
export const en = {
  note: "Note",
  tip: "Tip",
  warning: "Warning",
  danger: "Danger",
  hint: "Hint",
  explanation: "Explanation",
  right: "Right",
  wrong: "Not right",
  showAnswer: "Show the answer",
  yourAnswer: "Your answer",
  alsoRight: "Also right:",
  place: "Place",
  choose: "Choose",
  blank: "Blank",
  decimalSign: ".",
  linkToStep: "Link to step {n}",
  checklist: "Checklist",
  checklistProgress: "{n} of {all} done",
  startOver: "Start over",
  caseStudy: "Case study",
  situation: "Situation",
  action: "Action",
  result: "Result",
  tryIt: "Try it",
  solution: "Solution",
  footnotes: "Footnotes",
  backToText: "Back to the text",
};

/** The texts that compiled content shows by itself. */
export type ContentTexts = typeof en;
