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
  footnotes: "Footnotes",
  backToText: "Back to the text",
};

/** The texts that compiled content shows by itself. */
export type ContentTexts = typeof en;
