import type { Schema } from "hast-util-sanitize";
import { defaultSchema } from "hast-util-sanitize";

/** The tags that authors may write themselves: GitHub's sanitise list. */
export const allowedTags: ReadonlySet<string> = new Set(defaultSchema.tagNames);

const allowedAnywhere = attributeNames(defaultSchema.attributes?.["*"] ?? []);

/** Whether GitHub's sanitise list lets a tag have an attribute (HTML or property name). */
export function isAllowedAttribute(tag: string, name: string): boolean {
  const wanted = name.toLowerCase().replace(/-/g, "");
  if (wanted.startsWith("aria") || wanted === "classname" || wanted === "class" || wanted === "id") return true;
  return allowedAnywhere.has(wanted) || attributeNames(defaultSchema.attributes?.[tag] ?? []).has(wanted);
}

function attributeNames(definitions: NonNullable<Schema["attributes"]>[string]): ReadonlySet<string> {
  return new Set(definitions.map((one) => (typeof one === "string" ? one : one[0]).toLowerCase()));
}

/** The protocols that links may have. */
export const linkProtocols = ["http", "https", "mailto", "tel"] as const;

const classes = "className";

/**
 * What the HTML of an entry may hold: GitHub's list, and what the built-in blocks are made of.
 * It is applied to the finished tree, so that nothing depends on an earlier check having been right.
 */
export const entrySchema: Schema = {
  ...defaultSchema,
  clobberPrefix: "",
  clobber: [],
  strip: ["script", "style"],
  protocols: {
    ...defaultSchema.protocols,
    href: [...linkProtocols],
    src: ["http", "https"],
    poster: ["http", "https"],
  },
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    "aside",
    "figure",
    "figcaption",
    "label",
    "mark",
    "button",
    "select",
    "option",
    "video",
    "track",
    ...["svg", "g", "path", "rect", "text", "tspan"],
  ],
  // Inputs are those of task lists and questions; nothing is ever sent.
  required: { input: { type: "checkbox" } },
  attributes: {
    ...defaultSchema.attributes,
    // The most used ones come first, since they are looked for one after the other.
    "*": [
      classes,
      "id",
      "role",
      "dir",
      "lang",
      ["dataKind"],
      ["dataCorrect"],
      ["dataGroup"],
      ["dataChecklist"],
      ["dataProgress"],
      ["dataReset"],
      ["dataItem"],
      ["dataFootnoteRef"],
      ["dataFootnoteBackref"],
      ["dataFootnotes"],
      ...(defaultSchema.attributes?.["*"] ?? []).filter(
        (one) => one !== "name" && !(Array.isArray(one) && one[0] === classes),
      ),
    ],
    // Buttons do what the browser does by itself, or what a module of the page gives them to do.
    button: [["type", "button"], "popoverTarget", "ariaDescribedBy", classes],
    span: [classes, "popover"],
    a: ["href", "title", "ariaDescribedBy", "ariaLabel", "dataFootnoteRef", "dataFootnoteBackref", classes],
    code: [classes],
    h2: [classes, "id"],
    input: [
      ["type", "checkbox", "radio", "text"],
      "checked",
      "disabled",
      "name",
      "value",
      "size",
      "autoComplete",
      "spellCheck",
      "inputMode",
      "ariaLabel",
      classes,
    ],
    li: [classes, "id"],
    ol: [classes, "start", "reversed"],
    select: [classes, "name", "dataItem"],
    option: ["value"],
    section: [classes, "dataFootnotes", "dataKind", "dataKey", "ariaLabel", "ariaLabelledBy"],
    ul: [classes],
    figure: [classes, "ariaLabel"],
    svg: ["viewBox", "width", "height", "role", "ariaLabel", classes],
    path: ["d", classes],
    rect: ["x", "y", "width", "height", "rx"],
    text: ["textAnchor"],
    tspan: ["x", "y"],
    video: ["src", "poster", "controls", "playsInline", ["preload", "none", "metadata"], "ariaLabel", classes],
    track: [["kind", "captions"], "src", "srcLang", "label", "default"],
    img: ["src", "alt", "title", "width", "height", "loading", "decoding", classes],
    details: ["open", classes, "dataFaq", "dataLevel"],
    div: [classes, "ariaLabel", "ariaLabelledBy", "hidden", "dataPlayer", "dataTitle"],
    p: [classes, "dataRight", "dataPartly", "dataWrong", "dataPlaces"],
  },
};
