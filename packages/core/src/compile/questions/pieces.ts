import type { Nodes } from "mdast";
import type { Range } from "../../model/diagnostic.ts";
import { nodeRange } from "../node-range.ts";
import { plainText } from "../plain-text.ts";
import { error, type Problem } from "../problem.ts";
import { createSlugger } from "../slugger.ts";

/** How messages call the pieces of a question, and what to do about an empty one. */
export interface PieceNames {
  readonly one: string;
  readonly many: string;
  readonly fill: string;
}

/** A piece of a question with its name. */
export interface NamedPiece {
  readonly id: string;
  readonly text: string;
}

/** Names the options or items of a question by the slugs of their texts; tells which are empty and which are equal. */
export function namePieces(
  pieces: readonly { readonly node: Nodes; readonly content: readonly Nodes[] }[],
  { one, many, fill }: PieceNames,
  question: Range,
): { readonly named: readonly NamedPiece[]; readonly problems: readonly Problem[] } {
  const slugger = createSlugger();
  const problems: Problem[] = [];
  const seen = new Map<string, Nodes>();
  const message = `This ${one}`;
  const named = pieces.map(({ node, content }) => {
    const text = plainText(content);
    const key = sameKey(text);
    const same = seen.get(key);
    if (text === "") {
      problems.push({
        ...error("question-options", `${capital(one, "An")} is empty.`, question, fill),
        related: [{ message, place: nodeRange(node) }],
      });
    } else if (same !== undefined) {
      problems.push({
        ...error("question-options", `Two ${many} say “${text}”.`, question, "Change one of them, or delete it."),
        related: [same, node].map((twin) => ({ message, place: nodeRange(twin) })),
      });
    }
    seen.set(key, node);
    return { id: slugger.slug(text.replace(/\n/g, " ")) || slugger.slug(one.replace(/\s/g, "-")), text };
  });
  return { named, problems };
}

/** Pages offer every piece a choice of all: of a hundred pieces that is ten thousand. */
const most = 100;

/** Tells a question with more pieces than anybody puts in order or matches. */
export function tooMany(count: number, many: string, question: Range): Problem | undefined {
  if (count <= most) return undefined;
  const message = `This question has ${count.toLocaleString("en")} ${many}; ${most} is the most.`;
  return error("question-options", message, question, "Ask for fewer, or make it several questions.");
}

/** Texts that differ in case only, or in how their accents are encoded, are the same to a reader. */
export function sameKey(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

function capital(noun: string, article: string): string {
  return `${/^[aeiou]/.test(noun) ? article : "A"} ${noun}`;
}
