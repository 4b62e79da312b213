import type { CompiledFile, EntryContent, EntryFacts } from "../compile/entry.ts";
import type { Problem } from "../compile/problem.ts";
import type { BodyPlace } from "./body-store.ts";

/** What was compiled of a file, its body read only when asked for. */
export interface KnownFile {
  /** The hash of the bytes that it was compiled from; empty where it could not be read. */
  readonly source: string;
  readonly facts: EntryFacts | undefined;
  readonly problems: readonly Problem[];
  /** The partials that it depends on, with the hash of each, empty where there was none; absent where it includes none. */
  readonly partials?: Readonly<Record<string, string>>;
  /** The revision of the body, known without reading it. */
  readonly revision: string | undefined;
  /** Undefined where the body was not compiled: by a check, or because of errors. */
  readonly content: (() => EntryContent) | undefined;
  /** All but the body, packed. */
  readonly meta: string;
  /** Where its body lies, packed; it is held in memory where the disk could not take it. */
  readonly body: BodyPlace | Uint8Array | undefined;
}

/** A compiled file as it travels between threads, and as the cache stores it. */
export interface PackedFile {
  /** `{ source, facts, problems, revision, partials }` as JSON on one line. */
  readonly meta: string;
  /** The body, in bytes of its own; undefined where it was not compiled. */
  readonly body: Uint8Array<ArrayBuffer> | undefined;
}

/** Packs what compiling a file gave. */
export function packFile(source: string, { facts, problems, content, partials }: CompiledFile): PackedFile {
  return {
    meta: JSON.stringify({ source, facts, problems, revision: content?.revision, partials }),
    body: content === undefined ? undefined : packBody(content),
  };
}

/** Unpacks a file; its body stays packed until it is asked for, and is got by `read` where it lies on the disk. */
export function unpackFile(meta: string, body: KnownFile["body"], read: (place: BodyPlace) => Uint8Array): KnownFile {
  // Packed by this module, in this version: the cache's key sees to that.
  const known = JSON.parse(meta) as Omit<KnownFile, "content" | "meta" | "body">;
  const content = body === undefined ? undefined : () => unpackBody(body instanceof Uint8Array ? body : read(body));
  return { ...known, content, meta, body };
}

/**
 * Packs a body: a line of JSON in which its long texts are but their lengths, and then those as they are. To write and read them
 * as JSON took a twentieth of the time of compiling.
 */
function packBody(content: EntryContent): Uint8Array<ArrayBuffer> {
  const { html, text, markdown } = content;
  const line = JSON.stringify({ ...content, html: html.length, text: text.length, markdown: markdown.length });
  return encoder.encode(`${line}\n${html}${text}${markdown}`);
}

function unpackBody(body: Uint8Array): EntryContent {
  const packed = decoder.decode(body);
  const start = packed.indexOf("\n") + 1;
  const line = JSON.parse(packed.slice(0, start)) as PackedContent;
  const textStart = start + line.html;
  const markdownStart = textStart + line.text;
  return {
    ...line,
    html: packed.slice(start, textStart),
    text: packed.slice(textStart, markdownStart),
    markdown: packed.slice(markdownStart),
  };
}

type LongText = "html" | "text" | "markdown";
type PackedContent = Omit<EntryContent, LongText> & Readonly<Record<LongText, number>>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();
