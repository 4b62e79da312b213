import { isMap, isNode, isScalar, type Pair, parseDocument, stringify } from "yaml";
import type { FrontmatterBlock } from "../../compile/frontmatter.ts";
import { createLineIndex } from "../../compile/position.ts";
import { tellYamlErrors } from "../../compile/yaml-problem.ts";
import { levels } from "../../model/frontmatter.ts";
import type { ImportNote } from "./markdown/pen.ts";

/** Front matter of another tool, read into the keys of Knowhow. */
export interface ImportedFrontMatter {
  /** What could be taken over, by Knowhow's keys. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The source of what could not, key by key. */
  readonly rest: readonly { readonly key: string; readonly source: string }[];
  /** The mistake that kept it from being read at all; then `rest` has all of it. Its line is that of the file. */
  readonly mistake?: ImportNote;
}

/** Reads a value for one of Knowhow's keys; undefined where it is none. */
type Take = (value: unknown) => unknown;

/** What keys of other tools (Starlight, Docusaurus, Hugo, Jekyll, MkDocs) become. */
const taken: Readonly<Record<string, readonly [key: string, take: Take]>> = {
  title: ["title", line],
  description: ["summary", line],
  summary: ["summary", line],
  excerpt: ["summary", line],
  keywords: ["aliases", list],
  aliases: ["aliases", list],
  tags: ["tags", words],
  categories: ["tags", words],
  category: ["category", line],
  sidebar_label: ["aliases", list],
  linkTitle: ["aliases", list],
  sidebar_position: ["order", number],
  nav_order: ["order", number],
  weight: ["order", number],
  order: ["order", number],
  date: ["published", day],
  pubDate: ["published", day],
  created: ["published", day],
  published: ["published", day],
  updated: ["updated", day],
  lastmod: ["updated", day],
  lastUpdated: ["updated", day],
  last_modified: ["updated", day],
  last_modified_at: ["updated", day],
  owner: ["owner", person],
  author: ["owner", person],
  authors: ["owner", person],
  level: ["level", (value) => levels.find((one) => one === value)],
};

/** Keys with keys in them: `sidebar: { order, label }` of Starlight, `last_update: { date, author }` of Docusaurus. */
const nested: Readonly<Record<string, Readonly<Record<string, readonly [key: string, take: Take]>>>> = {
  sidebar: { order: ["order", number], label: ["aliases", list] },
  last_update: { date: ["updated", day], author: ["owner", person] },
};

/** Keys that say what is said in another way: everything imported is a draft. */
const dropped: ReadonlySet<string> = new Set(["draft"]);

/** Whether a key is one that something here is made of. */
export function isForeignKey(key: string): boolean {
  return Object.hasOwn(taken, key) || Object.hasOwn(nested, key) || dropped.has(key);
}

/** Reads the front matter of another tool, as it was cut out of a text. */
export function readForeignFrontMatter(block: FrontmatterBlock | undefined, text: string): ImportedFrontMatter {
  if (block === undefined) return { fields: {}, rest: [] };
  const { yaml } = block;
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: "silent" });
  if (document.errors.length > 0 || !(isMap(document.contents) || document.contents === null)) {
    const rest = yaml.trim() === "" ? [] : [{ key: "", source: yaml.trimEnd() }];
    const [problem] = tellYamlErrors(document.errors, block, createLineIndex(text), isForeignKey);
    const { message, hint = "" } = problem ?? {
      message: "It is no list of keys.",
      hint: "Write one key per line, as in “title: Export a report”.",
    };
    const line = problem !== undefined && "start" in problem.place ? problem.place.start.line : 2;
    return { fields: {}, rest, mistake: { line, message: `${message} ${hint}`.trimEnd() } };
  }
  const fields: Record<string, unknown> = {};
  const rest: { readonly key: string; readonly source: string }[] = [];
  const add = (key: string, value: unknown): boolean => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return false;
    const known = fields[key];
    if (known === undefined) fields[key] = value;
    else if (Array.isArray(known) && Array.isArray(value)) fields[key] = [...new Set([...known, ...value])];
    else return isSame(known, value);
    return true;
  };
  for (const pair of document.contents?.items ?? []) {
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    const value: unknown = document.get(key);
    const plain: unknown =
      value !== null && typeof value === "object" && "toJSON" in value ? document.toJS()[key] : value;
    if (plain === null || dropped.has(key)) continue;
    const rule = Object.hasOwn(taken, key) ? taken[key] : undefined;
    if (rule !== undefined && add(rule[0], rule[1](plain))) continue;
    const inner = Object.hasOwn(nested, key) ? nested[key] : undefined;
    if (inner !== undefined && takeNested(plain, inner, add)) continue;
    rest.push({ key, source: sourceOf(pair, yaml) ?? stringify({ [key]: plain }, { lineWidth: 0 }).trimEnd() });
  }
  // What was said in comments is somebody's text too.
  const comments = yaml.match(/^[ \t]*#.*$/gm) ?? [];
  if (comments.length > 0)
    rest.push({ key: "", source: comments.map((one) => one.trim().replace(/^#\s?/, "")).join("\n") });
  const { title, aliases } = fields;
  if (Array.isArray(aliases)) fields.aliases = aliases.filter((alias) => alias !== title);
  return { fields, rest };
}

/** A key with its value as they were written. */
function sourceOf({ key, value }: Pair, yaml: string): string | undefined {
  const start = isScalar(key) ? key.range?.[0] : undefined;
  const end = isNode(value) ? value.range?.[1] : undefined;
  return start === undefined || end === undefined ? undefined : yaml.slice(start, end).trimEnd();
}

/** Takes everything of a key with keys in it; false where something is left over. */
function takeNested(
  value: unknown,
  rules: Readonly<Record<string, readonly [string, Take]>>,
  add: (key: string, value: unknown) => boolean,
): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value)
    .map(([key, one]) => {
      const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
      return rule !== undefined && add(rule[0], rule[1](one));
    })
    .every(Boolean);
}

function line(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.replace(/\s+/g, " ").trim() : undefined;
}

function list(value: unknown): readonly string[] | undefined {
  const items = Array.isArray(value)
    ? value.map(nameOf)
    : typeof value === "string"
      ? value.split(/\s*,\s*/)
      : undefined;
  return items?.flatMap((item) => line(item) ?? []);
}

/** Words have no commas in them. */
function words(value: unknown): readonly string[] | undefined {
  return list(value)?.map((word) => word.replaceAll(",", " ").replace(/\s+/g, " ").trim());
}

function nameOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("label" in value) return value.label;
  return "name" in value ? value.name : undefined;
}

function person(value: unknown): string | undefined {
  if (Array.isArray(value))
    return (
      value
        .map((one) => person(one))
        .filter(Boolean)
        .join(", ") || undefined
    );
  return line(nameOf(value));
}

function number(value: unknown): number | undefined {
  const given = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof given === "number" && Number.isFinite(given) ? given : undefined;
}

/** The day of a date as it is written: no clock and no time zone moves it. */
function day(value: unknown): string | undefined {
  const text = value instanceof Date ? value.toISOString() : typeof value === "string" ? value : "";
  const [found] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  return found !== undefined && !Number.isNaN(Date.parse(found)) ? found : undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The order in which keys are written. */
const keyOrder = [
  "title",
  "summary",
  "aliases",
  "category",
  "tags",
  "level",
  "owner",
  "published",
  "updated",
  "status",
  "order",
  "steps",
];

/** Writes the front matter of an imported entry; what could not be taken over stays in it as a comment. */
export function writeFrontMatter(
  fields: Readonly<Record<string, unknown>>,
  rest: ImportedFrontMatter["rest"],
  end: string,
): string {
  const keys = Object.keys(fields)
    .filter((key) => fields[key] !== undefined && !(Array.isArray(fields[key]) && fields[key].length === 0))
    .sort((a, b) => keyOrder.indexOf(a) - keyOrder.indexOf(b));
  const known = Object.fromEntries(keys.map((key) => [key, fields[key]]));
  const yaml = stringify(known, { lineWidth: 0, flowCollectionPadding: false, collectionStyle: "any" }).trimEnd();
  const left = rest.flatMap(({ source }) => source.split(/\r\n|\n|\r/).map((text) => `# ${text}`.trimEnd()));
  const lines = ["---", ...yaml.split("\n"), ...(left.length === 0 ? [] : ["# Not taken over:", ...left]), "---"];
  return `${lines.join(end)}${end}`;
}
