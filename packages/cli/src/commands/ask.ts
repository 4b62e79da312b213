import type { Answer, Hit } from "@knowhow/core/search";
import { type ExitCode, exit } from "../exit.ts";
import { checkLocale, checkRole, openSearched, queryOf, type Searched } from "../searched.ts";
import { nameOf, paintForOutput } from "../show-hits.ts";
import { indent, printable, wrap } from "../terminal.ts";
import { optionsOf, type SearchCommand } from "./search.ts";

/** `knowhow ask`: shows the answer and where it stands, or says that there is none; both are a success. */
export async function ask(command: SearchCommand): Promise<ExitCode> {
  const question = queryOf(command.words, "ask");
  const searched = await openSearched(command);
  checkLocale(command.locale, searched);
  checkRole(command.role, searched);
  const answer = await searched.ask(question, optionsOf(command));
  process.stdout.write(command.json ? `${JSON.stringify(answer)}\n` : await inWords(answer, searched, command.locale));
  return exit.done;
}

async function inWords(answer: Answer, searched: Searched, locale: string | undefined): Promise<string> {
  const lines = answer.found ? found(answer, searched, locale) : await notFound(answer, searched, locale);
  return `${lines.join("\n")}\n`;
}

function found(
  { text, confidence, citation, others }: Extract<Answer, { readonly found: true }>,
  searched: Searched,
  locale: string | undefined,
): readonly string[] {
  const sure = `${sureness(confidence)} (confidence ${confidence.toFixed(2)}).`;
  return [
    ...wrap(text, 0),
    "",
    ...shown([citation], searched, locale),
    indent(sure),
    ...listed("See also:", others, searched, locale),
  ];
}

async function notFound(
  { confidence, nearest }: Extract<Answer, { readonly found: false }>,
  searched: Searched,
  locale: string | undefined,
): Promise<readonly string[]> {
  const [first] = nearest;
  if (first === undefined) return ["No entry is about this."];
  const known = await searched.ownerOf(first);
  const whom =
    known === undefined ? [] : ["", `Ask ${printable(known.owner)}, who looks after “${printable(known.title)}”.`];
  return [
    `No entry surely answers this (confidence ${confidence.toFixed(2)}).`,
    ...listed("Nearest:", nearest, searched, locale),
    ...whom,
  ];
}

function listed(
  heading: string,
  hits: readonly Hit[],
  searched: Searched,
  locale: string | undefined,
): readonly string[] {
  return hits.length === 0 ? [] : ["", paintForOutput().dim(heading), ...shown(hits, searched, locale)];
}

function shown(hits: readonly Hit[], searched: Searched, locale: string | undefined): readonly string[] {
  return hits.flatMap((hit) => nameOf(hit, searched, locale).map(indent));
}

function sureness(confidence: number): string {
  if (confidence >= 0.9) return "Very sure";
  return confidence >= 0.7 ? "Quite sure" : "Probably";
}
