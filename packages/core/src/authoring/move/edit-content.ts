import { join } from "node:path";
import { YAMLParseError } from "yaml";
import { contentPath } from "../../check/content-path.ts";
import { describeSyntaxError } from "../../compile/syntax-error.ts";
import { SetupError } from "../../config/setup-error.ts";
import { entryUrl, isEntryFile, locate } from "../../knowledge/locate.ts";
import type { ContentText } from "../content-text.ts";
import type { Edit } from "../rewrite/edit.ts";
import { editFormerly } from "../rewrite/formerly.ts";
import { readAddresses } from "../rewrite/read-addresses.ts";
import { createMentions } from "./mentions.ts";
import { type RewriteSetting, rewriteAddress } from "./rewrite.ts";

/** A file with what is to be written into it. */
export interface EditedFile {
  /** Absolute. */
  readonly path: string;
  readonly source: ContentText;
  readonly edits: readonly Edit[];
  /** Whether it is one of the content folder, and may move. */
  readonly inContent: boolean;
}

/** What content is edited by. */
export interface EditContent {
  /** The content folder. */
  readonly folder: string;
  readonly texts: readonly ContentText[];
  readonly rewrite: RewriteSetting;
}

/**
 * Works out what changes in the content: addresses that lead to what moves, addresses in what moves itself, and its old id.
 * Throws a `SetupError` where a file that has to do with it cannot be read.
 */
export async function editContent({ folder, texts, rewrite }: EditContent): Promise<readonly EditedFile[]> {
  const { move, config } = rewrite;
  const readable = new Set(texts.map(({ file }) => file));
  const missing = [...move.places.keys()].find((file) => isEntryFile(file) && !readable.has(file));
  if (missing !== undefined) {
    throw new SetupError(`${contentPath(missing, config)} cannot be read as text.`, "Mend it first: knowhow check.");
  }
  const mentions = createMentions(move);
  const oldId = (file: string, text: string): readonly Edit[] => {
    const ref = locate(file, config)?.ref;
    const moving = ref === undefined ? undefined : move.entries.get(ref);
    if (moving === undefined) return [];
    const pageOf = (id: string) => entryUrl(moving.type, id, config.defaultLocale, config);
    return pageOf(moving.from) === pageOf(moving.to) ? [] : editFormerly(text, moving.from, moving.to);
  };
  const edited: EditedFile[] = [];
  for (const source of texts) {
    const { file, text } = source;
    const moves = move.places.has(file);
    const named = mentions(text);
    if (!moves && named === "no") continue;
    try {
      const isWorthwhile = moves ? undefined : (part: string) => mentions(part) !== "no";
      const edits = [...editAddresses(source, rewrite, isWorthwhile), ...oldId(file, text)];
      if (edits.length > 0) edited.push({ path: join(folder, file), source, edits, inContent: true });
    } catch (cause) {
      // It may have nothing to do with it at all.
      if (moves || named === "yes") throw await unreadable(contentPath(file, config), text, cause);
    }
  }
  return edited;
}

function editAddresses(
  { file, text }: ContentText,
  rewrite: RewriteSetting,
  isWorthwhile: ((part: string) => boolean) | undefined,
): readonly Edit[] {
  return readAddresses(text, file.endsWith(".mdx") ? "mdx" : "md", isWorthwhile).flatMap((address) => {
    const value = rewriteAddress(address, file, rewrite);
    return value === undefined ? [] : [{ start: address.start, end: address.end, text: address.write(value) }];
  });
}

async function unreadable(file: string, text: string, cause: unknown): Promise<SetupError> {
  const { message, place } =
    cause instanceof YAMLParseError
      ? { message: "Its front matter cannot be read.", place: undefined }
      : await describeSyntaxError(text, cause);
  const at = place !== undefined && "start" in place ? `:${place.start.line}:${place.start.column}` : "";
  return new SetupError(
    `${file}${at} has a mistake, so that its links cannot be corrected: ${message}`,
    "Mend it first; knowhow check tells more.",
  );
}
