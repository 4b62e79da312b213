import { type Hit, highlight, type SearchResult } from "@knowhow/core/search";
import { type ExitCode, exit } from "../exit.ts";
import { checkLocale, checkRole, openSearched, queryOf, type Searched, type SearchPlace } from "../searched.ts";
import { nameOf, paintForOutput } from "../show-hits.ts";
import { count, indent, printable, wrap } from "../terminal.ts";

/** What `search` and `ask` take. */
export interface SearchCommand extends SearchPlace {
  /** The words of the command line. */
  readonly words: readonly string[];
  readonly locale: string | undefined;
  readonly type: Hit["type"] | undefined;
  readonly role: string | undefined;
  readonly limit: number | undefined;
  readonly json: boolean;
}

/** `knowhow search`: shows what is found, best first. */
export async function search(command: SearchCommand): Promise<ExitCode> {
  const query = queryOf(command.words, "search");
  const searched = await openSearched(command);
  checkLocale(command.locale, searched);
  checkRole(command.role, searched);
  const result = await searched.search(query, optionsOf(command));
  process.stdout.write(command.json ? `${JSON.stringify(result)}\n` : inWords(query, result, searched, command.locale));
  return exit.done;
}

/** What of a command line goes to the search itself. */
export function optionsOf({ locale, type, role, limit }: SearchCommand) {
  return {
    ...(locale === undefined ? {} : { locale }),
    ...(type === undefined ? {} : { type }),
    ...(role === undefined ? {} : { role }),
    ...(limit === undefined ? {} : { limit }),
  };
}

function inWords(
  query: string,
  { hits, total, correctedQuery, words }: SearchResult,
  searched: Searched,
  locale: string | undefined,
): string {
  const paint = paintForOutput();
  const parts = hits.map((hit) => {
    const emphasised = (line: string) =>
      highlight(line, words, hit.locale)
        .map(({ text, match }) => (match ? paint.yellow(paint.bold(text)) : text))
        .join("");
    const excerpt = wrap(hit.excerpt).map((line) => indent(emphasised(line)));
    return [...nameOf(hit, searched, locale), ...excerpt, ""].join("\n");
  });
  const corrected =
    correctedQuery === undefined ? [] : [`Showing results for “${paint.bold(printable(correctedQuery))}”.\n`];
  return `${[...corrected, ...parts, told(query, hits.length, total)].join("\n")}\n`;
}

function told(query: string, shown: number, total: number): string {
  if (total === 0) return `Nothing found for “${printable(query)}”.`;
  return `${shown < total ? `${shown} of ` : ""}${count(total, "result")}.`;
}
