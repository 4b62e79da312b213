import { type EntryType, entryTypes } from "@knowhow/core";
import { Argument, type Command } from "commander";
import { newEntry } from "./commands/new.ts";
import type { ExitCode } from "./exit.ts";
import { rootOf } from "./root-of.ts";

interface NewOptions {
  readonly title?: string;
  readonly locale?: string;
  readonly json?: true;
}

/** Adds the commands that write content: `new`. */
export function addAuthoringCommands(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("new")
    .description("Writes a new entry from a template. Asks on a terminal for what is missing.")
    .addArgument(new Argument("[type]", "what it is").choices(entryTypes))
    .argument("[id]", "its name and folder: crm/export-report")
    .option("--title <title>", "its title; for a FAQ, the question (default: what the id says)")
    .option("--locale <locale>", "the language that it is written in (default: the default locale)")
    .option("--json", "tell the result as JSON")
    .action(async (type: EntryType | undefined, id: string | undefined, options: NewOptions, command: Command) => {
      const { title, locale, json } = options;
      end(await newEntry({ root: rootOf(command), type, id, title, locale, json: json === true }));
    });
}
