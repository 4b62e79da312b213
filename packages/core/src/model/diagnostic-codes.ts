import type { Severity } from "./diagnostic.ts";

/** What a diagnostic code stands for. */
export interface CodeMeaning {
  /** How much it matters unless the configuration's `rules` say otherwise. */
  readonly severity: Severity;
  /** What is wrong, in one sentence that holds for every file. */
  readonly meaning: string;
  /** Why `rules` may not lower it; absent where they may. */
  readonly always?: string;
}

const noPage = "what cannot be understood has no page";
const notSafe = "content must not be able to harm its readers";
const notUnique = "two cannot have one name or one page";

/**
 * Every diagnostic that there is, by code. A code never changes its meaning and is never used again for another.
 * Each has a page in the manual: `content/lessons/knowhow/rules/<code>.mdx`.
 */
export const diagnosticCodes = {
  "archived-ref": { severity: "warning", meaning: "An entry names an archived one, as a step or as related." },
  "block-content": {
    severity: "error",
    meaning: "A block is empty, or holds what does not belong there.",
    always: noPage,
  },
  "block-id": { severity: "error", meaning: "Two blocks of an entry have one id.", always: notUnique },
  "block-place": { severity: "error", meaning: "A block stands where it cannot.", always: noPage },
  "block-render": {
    severity: "error",
    meaning: "A block of the site's own cannot be drawn.",
    always: noPage,
  },
  "broken-anchor": { severity: "error", meaning: "A link leads to a heading or question that its page does not have." },
  "broken-choice": { severity: "error", meaning: "A choice leads to a scene that is not there." },
  "broken-include": { severity: "error", meaning: "An Include names no partial that can stand there.", always: noPage },
  "broken-link": { severity: "error", meaning: "A link leads to a file or page that its readers would not find." },
  "broken-media": { severity: "error", meaning: "A picture or recording cannot be shown." },
  "broken-ref": { severity: "error", meaning: "A ref names an entry that its readers would not find." },
  "code-language": { severity: "warning", meaning: "A block of code names a language almost as it is called." },
  "cut-value": { severity: "warning", meaning: "A value of the front matter ends where a comment begins." },
  depth: {
    severity: "error",
    meaning: "Lists, quotes or tags are nested more than 100 deep, or tags and braces within braces more than 12.",
    always: noPage,
  },
  "faq-cycle": { severity: "error", meaning: "FAQs show each other, in a circle." },
  "file-too-large": {
    severity: "error",
    meaning: "An entry's file has more than 1 MB, or more than 10,000 braces and tags.",
    always: noPage,
  },
  "forbidden-code": { severity: "error", meaning: "Content holds code.", always: notSafe },
  golden: { severity: "error", meaning: "A line of the golden questions cannot be used." },
  "golden-ref": { severity: "warning", meaning: "A golden question expects an entry that search cannot find." },
  "hidden-entry": { severity: "error", meaning: "An entry leads to one that its readers may not see." },
  "include-cycle": { severity: "error", meaning: "Partials include each other in a circle.", always: noPage },
  "large-media": { severity: "warning", meaning: "A picture or recording is larger than readers and hosts take." },
  "long-read": { severity: "warning", meaning: "An entry takes longer to read than people have." },
  "misplaced-translation": {
    severity: "warning",
    meaning: "A translation lies where it counts as an entry of its own.",
  },
  "missing-alt": { severity: "warning", meaning: "A picture has no words for people who cannot see it." },
  "missing-media": { severity: "error", meaning: "A picture or recording is not where it should be." },
  "missing-texts": { severity: "info", meaning: "Some texts of pages are not translated into a language of the site." },
  "no-entries": { severity: "error", meaning: "There is nothing to publish.", always: noPage },
  "no-questions": { severity: "error", meaning: "A quiz holds no question.", always: noPage },
  "no-scenes": { severity: "error", meaning: "A scenario has no scenes.", always: noPage },
  "no-steps": { severity: "error", meaning: "A path has no steps." },
  "no-title": { severity: "error", meaning: "An entry has no title.", always: noPage },
  "not-utf-8": { severity: "error", meaning: "A file is not UTF-8 text.", always: noPage },
  "nul-byte": { severity: "error", meaning: "A file holds a byte that text cannot have.", always: noPage },
  "outside-image": { severity: "error", meaning: "A picture lies on another site." },
  "outside-video": { severity: "error", meaning: "A video plays from another site." },
  "partial-front-matter": { severity: "error", meaning: "A partial has front matter, which holds for no page." },
  "path-cycle": { severity: "error", meaning: "Paths lead through each other, in a circle." },
  "prerequisite-cycle": { severity: "error", meaning: "Entries need each other first, in a circle." },
  prop: { severity: "error", meaning: "An attribute of a block has a value that it cannot have.", always: noPage },
  "question-answer": { severity: "error", meaning: "A question has no right answer.", always: noPage },
  "question-body": { severity: "error", meaning: "A question lacks a part, or has one too many.", always: noPage },
  "question-id": { severity: "error", meaning: "Two questions of an entry have one id.", always: notUnique },
  "question-kind": { severity: "error", meaning: "A question is of another kind than it says.", always: noPage },
  "question-options": {
    severity: "error",
    meaning: "What a question offers is too little, or cannot be told apart.",
    always: noPage,
  },
  "question-renamed": { severity: "warning", meaning: "A question's id changed together with its heading." },
  "question-without-explanation": { severity: "warning", meaning: "A question does not say why its answer is right." },
  "raw-html": { severity: "error", meaning: "HTML that content may not have.", always: notSafe },
  "review-overdue": { severity: "warning", meaning: "Nobody has reviewed an entry for too long." },
  "same-id": { severity: "error", meaning: "Two files are the same entry.", always: notUnique },
  "same-question": { severity: "warning", meaning: "Two FAQs ask the same." },
  "same-url": { severity: "error", meaning: "Two entries, or former ones, would have one page.", always: notUnique },
  "scenario-start": { severity: "error", meaning: "A scenario begins with a scene that is not there." },
  "scene-endless": { severity: "error", meaning: "From some scene of a scenario no ending can be reached." },
  "scene-unreachable": { severity: "error", meaning: "No choice leads to a scene." },
  schema: { severity: "error", meaning: "A key of the front matter has a value that it cannot have.", always: noPage },
  "step-twice": { severity: "error", meaning: "A path has a step twice." },
  "stray-entry": { severity: "warning", meaning: "A Markdown file lies where nothing is published." },
  "stray-file": { severity: "warning", meaning: "A document lies among the entries and is published nowhere." },
  syntax: { severity: "error", meaning: "A file is not well-formed MDX.", always: noPage },
  "too-long": { severity: "error", meaning: "An entry takes far longer to read than people have." },
  "translation-behind": { severity: "warning", meaning: "A translation is older than what its original says now." },
  "translation-missing": { severity: "info", meaning: "An entry is not translated yet." },
  "unclosed-code": { severity: "warning", meaning: "A block of code has no end, so that all that follows is code." },
  "unknown-audience": { severity: "error", meaning: "An audience is not among those of the configuration." },
  "unknown-block": { severity: "error", meaning: "There is no block of this name.", always: noPage },
  "unknown-context": { severity: "error", meaning: "A context is not among those of the configuration." },
  "unknown-key": { severity: "error", meaning: "The front matter has a key that means nothing here." },
  "unknown-prop": { severity: "error", meaning: "A block has an attribute that means nothing to it.", always: noPage },
  "unknown-role": { severity: "error", meaning: "A role is not among those of the configuration." },
  "unknown-tag": { severity: "error", meaning: "A tag is not among those of the configuration." },
  "unread-markdown": { severity: "warning", meaning: "What was meant as Markdown shows as it is written." },
  unreadable: { severity: "error", meaning: "A file cannot be read.", always: noPage },
  "unsafe-link": { severity: "error", meaning: "An address could run code or open another program.", always: notSafe },
  "unused-context": { severity: "warning", meaning: "A context of the configuration has no entry that helps there." },
  "unused-media": { severity: "info", meaning: "A picture or recording lies among the entries, and none shows it." },
  "unused-partial": { severity: "info", meaning: "A partial stands in no entry." },
  "vanished-id": { severity: "error", meaning: "What was published is gone, and nothing takes its place." },
  "vanished-question": { severity: "warning", meaning: "A question is gone, and with it what people learned." },
  "video-captions": { severity: "warning", meaning: "A video has no captions for people who do not hear it." },
  yaml: { severity: "error", meaning: "The front matter is not well-formed YAML.", always: noPage },
} as const satisfies Readonly<Record<string, CodeMeaning>>;

/** The code of a diagnostic. */
export type DiagnosticCode = keyof typeof diagnosticCodes;

/** The codes whose default is this severity. */
export type CodeOf<S extends Severity> = {
  [Code in DiagnosticCode]: (typeof diagnosticCodes)[Code]["severity"] extends S ? Code : never;
}[DiagnosticCode];

/** What a code stands for. */
export function meaningOf(code: DiagnosticCode): CodeMeaning {
  return diagnosticCodes[code];
}
