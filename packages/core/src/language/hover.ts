import { describeOwnField, ownFieldFacts } from "../authoring/own-field-facts.ts";
import { cutFrontmatter } from "../compile/frontmatter.ts";
import { createLineIndex } from "../compile/position.ts";
import { locate } from "../knowledge/locate.ts";
import type { Position, Range } from "../model/diagnostic.ts";
import { fieldTexts } from "../model/field-texts.ts";
import { addressAt } from "./address-at.ts";
import { propsOf, signatureOf } from "./block-props.ts";
import type { Workspace } from "./workspace.ts";

/** What is told of a word. */
export interface Hover {
  /** Markdown. */
  readonly text: string;
  readonly range: Range;
}

/** What is known of what stands at a place of a file: a key, a block, a prop, or the entry that an address leads to. */
export function hover(workspace: Workspace, file: string, position: Position): Hover | undefined {
  const text = workspace.text(file);
  if (text === undefined) return undefined;
  const lines = createLineIndex(text);
  const offset = lines.offset(position);
  const word = wordAt(text, offset);
  if (word !== undefined) {
    const told = tellWord(workspace, file, text, word);
    if (told !== undefined) return { text: told, range: lines.range(word.start, word.end) };
  }
  const address = addressAt(workspace, file, position);
  const entry = workspace.entries().find((one) => one.file === address?.file);
  if (address === undefined || entry === undefined) return undefined;
  const { title, frontmatter, location, minutes, lead } = entry;
  const about = frontmatter.summary ?? lead;
  const facts = `${location.ref} · ${minutes} min${frontmatter.status === "published" ? "" : ` · ${frontmatter.status}`}`;
  return {
    text: [`**${escapeMarkdown(title)}**`, escapeMarkdown(about), facts].filter((part) => part !== "").join("\n\n"),
    range: address.range,
  };
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function wordAt(text: string, offset: number): Word | undefined {
  const start = offset - (/[\w-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
  const end = offset + (/^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  return end > start ? { text: text.slice(start, end), start, end } : undefined;
}

function tellWord(
  workspace: Workspace,
  file: string,
  text: string,
  { text: word, start, end }: Word,
): string | undefined {
  const front = cutFrontmatter(text);
  if (front !== undefined && start < front.bodyOffset) {
    const isKey = (start === 0 || text[start - 1] === "\n") && text[end] === ":";
    if (!isKey) return undefined;
    const type = locate(file, workspace.config)?.type;
    const own = type === undefined ? undefined : ownFieldFacts(type, workspace).get(word);
    return own === undefined ? fieldTexts[word] : describeOwnField(own) || undefined;
  }
  const tag = /<\/?([A-Z]\w*)\b[^<>]*$/.exec(text.slice(0, end))?.[1];
  const block = workspace.code.blocks.find(({ name }) => name === tag);
  if (block === undefined) return undefined;
  if (word === block.name) return `\`${signatureOf(block)}\``;
  const prop = propsOf(block).find(({ name }) => name === word);
  if (prop === undefined || text[end] !== "=") return undefined;
  const what = prop.values.length > 0 ? prop.values.join(", ") : prop.takes;
  return `\`${prop.name}\` of \`<${block.name}>\`${prop.required ? ", required" : ""}${what === "" ? "" : `: ${what}`}`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, "\\$&");
}
