import { posix } from "node:path";
import { describeOwnField, ownFieldFacts } from "../authoring/own-field-facts.ts";
import { linkAddress } from "../check/content-path.ts";
import type { Block } from "../compile/blocks/block.ts";
import type { EntryFacts } from "../compile/entry.ts";
import { cutFrontmatter } from "../compile/frontmatter.ts";
import { splitAddress } from "../compile/links.ts";
import { createLineIndex } from "../compile/position.ts";
import { showText } from "../config/local-text.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import { isEntryFile, isPartial, locate } from "../knowledge/locate.ts";
import type { Position, TextEdit } from "../model/diagnostic.ts";
import { fieldTexts } from "../model/field-texts.ts";
import { frontmatterSchemas } from "../model/index.ts";
import { propsOf, signatureOf } from "./block-props.ts";
import { findCursor } from "./cursor.ts";
import type { Workspace } from "./workspace.ts";

/** Something that can be written where the cursor stands. */
export interface Completion {
  readonly label: string;
  readonly kind: "key" | "value" | "entry" | "block" | "prop" | "file" | "anchor";
  /** What it is, in a few words: the title of an entry, the kind of a value. */
  readonly detail?: string;
  /** More about it, as Markdown. */
  readonly documentation?: string;
  /** What to write; it replaces what has been typed of it. In a snippet `$1`, `$2` … are places to fill in, `$0` the last. */
  readonly edit: TextEdit;
  readonly isSnippet: boolean;
}

type Offer = Omit<Completion, "edit" | "isSnippet"> & { readonly insert: string; readonly isSnippet?: boolean };

/** What can be written at a place of a file, which is named relative to the content folder. */
export function complete(workspace: Workspace, file: string, position: Position): readonly Completion[] {
  const text = workspace.text(file);
  if (text === undefined) return [];
  const lines = createLineIndex(text);
  const cursor = findCursor(text, lines.offset(position));
  if (cursor === undefined) return [];
  const range = lines.range(cursor.start, lines.offset(position));
  return offersAt(cursor, workspace, file, text).map(({ insert, isSnippet = false, ...offer }) => {
    return { ...offer, edit: { range, newText: insert }, isSnippet };
  });
}

function offersAt(
  cursor: NonNullable<ReturnType<typeof findCursor>>,
  workspace: Workspace,
  file: string,
  text: string,
): readonly Offer[] {
  const blocks = file.endsWith(".mdx") ? workspace.code.blocks : [];
  switch (cursor.kind) {
    case "key":
      return keys(workspace, file, text);
    case "value":
      return values(cursor.key, workspace, file);
    case "block":
      return blocks.filter(({ parents }) => isAllowedIn(parents, cursor.within)).map(blockOffer);
    case "prop": {
      const block = blocks.find(({ name }) => name === cursor.block);
      return block === undefined ? [] : props(block, cursor.written);
    }
    case "prop-value": {
      const block = blocks.find(({ name }) => name === cursor.block);
      return block === undefined ? [] : propValues(block, cursor.prop, workspace, file);
    }
    case "link":
      return links(cursor.typed, workspace, file);
  }
}

/** A block that belongs into others is offered in them only, and they offer it before all others. */
function isAllowedIn(parents: readonly string[] | undefined, within: string | undefined): boolean {
  return parents === undefined || (within !== undefined && parents.includes(within));
}

function keys(workspace: Workspace, file: string, text: string): readonly Offer[] {
  const type = locate(file, workspace.config)?.type;
  if (type === undefined) return [];
  // While the closing line is not written yet, all of the text may be front matter.
  const front = cutFrontmatter(text)?.yaml ?? text;
  const written = new Set([...front.matchAll(/^([\w-]+):/gm)].map(([, key]) => key));
  const own = ownFieldFacts(type, workspace);
  return Object.keys(workspace.code.frontmatter[type].whole.shape)
    .filter((key) => !written.has(key))
    .map((key) => {
      const facts = own.get(key);
      const text = facts === undefined ? (fieldTexts[key] ?? "") : describeOwnField(facts);
      return { label: key, kind: "key", ...(text === "" ? {} : { documentation: text }), insert: `${key}: ` };
    });
}

/** The keys whose values are refs, and of which type where only one is right. */
const refKeys: Readonly<Record<string, string>> = { related: "", prerequisites: "", steps: "", lesson: "lesson:" };

/** The keys whose values are the site's own words: what others have written is offered. */
const wordKeys = ["tags", "skills", "owner", "category", "roles", "contexts"] as const;

function values(key: string, workspace: Workspace, file: string): readonly Offer[] {
  const location = locate(file, workspace.config);
  if (location === undefined) return [];
  const prefix = refKeys[key];
  if (prefix !== undefined) {
    return entryOffers(workspace).filter(({ label }) => label.startsWith(prefix) && label !== location.ref);
  }
  const { config } = workspace;
  const labelled: Readonly<Record<string, ResolvedConfig["roles"]>> = {
    roles: config.roles,
    tags: config.tags,
    contexts: config.contexts,
  };
  const known = Object.entries(labelled[key] ?? {});
  if (known.length > 0)
    return known.map(([value, { label }]) => {
      const detail = showText(label, location.locale, config)?.text ?? value;
      return { label: value, kind: "value", detail, insert: value };
    });
  if (key === "audience") return config.audiences.map(valueOffer);
  if (wordKeys.some((one) => one === key)) return usedWords(key, workspace.entries()).map(valueOffer);
  const own = ownFieldFacts(location.type, workspace).get(key);
  if (own === undefined) return enumOf(frontmatterSchemas[location.type].shape[key]).map(valueOffer);
  return (own.values.length > 0 ? own.values : usedWords(key, workspace.entries())).map(valueOffer);
}

function valueOffer(value: string): Offer {
  return { label: value, kind: "value", insert: value };
}

function usedWords(key: string, entries: readonly EntryFacts[]): readonly string[] {
  const found = new Set<string>();
  for (const { frontmatter } of entries) {
    const value: unknown = Object.entries(frontmatter).find(([name]) => name === key)?.[1];
    for (const word of Array.isArray(value) ? value : [value]) if (typeof word === "string") found.add(word);
  }
  return [...found].sort();
}

/** The words that a schema allows, through defaults and options. */
function enumOf(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  if ("options" in schema && Array.isArray(schema.options))
    return schema.options.filter((one) => typeof one === "string");
  return "unwrap" in schema && typeof schema.unwrap === "function" ? enumOf(schema.unwrap()) : [];
}

/** Every entry by its ref, with the title that it has in the default language. */
function entryOffers(workspace: Workspace): readonly Offer[] {
  const offers = new Map<string, Offer>();
  for (const { location, title, frontmatter } of workspace.entries()) {
    if (offers.has(location.ref) && location.locale !== workspace.config.defaultLocale) continue;
    offers.set(location.ref, {
      label: location.ref,
      kind: "entry",
      detail: title,
      ...(frontmatter.summary === undefined ? {} : { documentation: frontmatter.summary }),
      insert: location.ref,
    });
  }
  return [...offers.values()];
}

function blockOffer(block: Block): Offer {
  const required = propsOf(block).filter((prop) => prop.required);
  const attributes = required.map(({ name, takes }, index) =>
    takes === "text" ? ` ${name}="$${index + 1}"` : ` ${name}={$${index + 1}}`,
  );
  const tag = `${block.name}${attributes.join("")}`;
  return {
    label: block.name,
    kind: "block",
    documentation: `\`${signatureOf(block)}\``,
    insert:
      block.empty === true
        ? `${tag} />$0`
        : block.inline === true
          ? `${tag}>$0</${block.name}>`
          : `${tag}>\n$0\n</${block.name}>`,
    isSnippet: true,
  };
}

function props(block: Block, written: readonly string[]): readonly Offer[] {
  return propsOf(block)
    .filter(({ name }) => !written.includes(name))
    .map(({ name, required, values: allowed, takes }) => ({
      label: name,
      kind: "prop",
      detail: [required ? "required" : "", allowed.length > 0 ? allowed.join(" | ") : takes].filter(Boolean).join(", "),
      insert: takes === "text" || takes === "" ? `${name}="$1"` : `${name}={$1}`,
      isSnippet: true,
    }));
}

/** The blocks whose prop `of` is a ref, and of which type where only one is right. */
const refProps: Readonly<Record<string, string>> = { Faq: "faq:" };

function propValues(block: Block, name: string, workspace: Workspace, file: string): readonly Offer[] {
  const prop = propsOf(block).find((one) => one.name === name);
  if (prop === undefined) return [];
  if (prop.values.length > 0) return prop.values.map(valueOffer);
  if (name === "of") return entryOffers(workspace).filter(({ label }) => label.startsWith(refProps[block.name] ?? ""));
  if (name === "file") return fileOffers(workspace, file, (one) => isEntryFile(one) && isPartial(one));
  if (["src", "poster", "captions", "transcript"].includes(name))
    return fileOffers(workspace, file, (one) => !isEntryFile(one));
  if (name === "to") return scenesOf(workspace.text(file) ?? "").map(valueOffer);
  return [];
}

function scenesOf(text: string): readonly string[] {
  return [...text.matchAll(/<Scene\b[^>]*?\bid="([^"]+)"/g)].map(([, id = ""]) => id);
}

/** An address: the anchors of the entry that is named already, else every entry by ref and by file, and other files. */
function links(typed: string, workspace: Workspace, file: string): readonly Offer[] {
  const hash = typed.indexOf("#");
  if (hash >= 0) {
    const target = entryAt(typed.slice(0, hash), workspace, file);
    return (target?.anchors ?? []).map((anchor) => {
      const heading = target?.outline.find(({ id }) => id === anchor)?.text;
      return {
        label: `#${anchor}`,
        kind: "anchor",
        ...(heading === undefined ? {} : { detail: heading }),
        insert: `${typed.slice(0, hash)}#${anchor}`,
      };
    });
  }
  const files = fileOffers(workspace, file, (one) => !isPartial(one) && one !== file);
  return [...entryOffers(workspace), ...files.map((offer) => ({ ...offer, insert: linkAddress(offer.insert) }))];
}

/** The entry that a link without its anchor leads to: none written means the file itself. */
function entryAt(address: string, workspace: Workspace, file: string): EntryFacts | undefined {
  const { path: named } = splitAddress(address);
  const path = address === "" ? file : posix.join(posix.dirname(file), named);
  return workspace.entries().find(({ file: own, location }) => own === path || location.ref === address);
}

function fileOffers(workspace: Workspace, from: string, isWanted: (file: string) => boolean): readonly Offer[] {
  return [...workspace.files()].filter(isWanted).map((file) => {
    const path = posix.relative(posix.dirname(from), file);
    return { label: path, kind: "file", insert: path };
  });
}
