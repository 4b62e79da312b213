import { entryTypes } from "@knowhow/core";
import { Argument, type Command, Option } from "commander";
import { importInto } from "./commands/import.ts";
import { init, listOf } from "./commands/init.ts";
import { mv } from "./commands/mv.ts";
import { newEntry } from "./commands/new.ts";
import type { ExitCode } from "./exit.ts";
import { rootOf } from "./root-of.ts";

interface NewOptions {
  readonly title?: string;
  readonly locale?: string;
  readonly json?: true;
}

interface InitOptions {
  readonly title?: string;
  readonly locales?: readonly string[];
  readonly site?: string;
  readonly yes?: true;
  readonly json?: true;
}

interface MvOptions {
  readonly dryRun?: true;
  readonly json?: true;
}

interface ImportOptions {
  readonly type?: "lesson" | "faq";
  readonly into?: string;
  readonly locale?: string;
  readonly split?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

/** Adds the commands that write content: `init`, `new`, `mv`, `import`. */
export function addAuthoringCommands(program: Command, end: (code: ExitCode) => void): void {
  program
    .command("init")
    .description("Makes a folder a knowledge base. Asks on a terminal; leaves every file that is there.")
    .argument("[folder]", "the folder, which need not exist yet (default: the root)")
    .option("--title <title>", "what it is called")
    .option("--locales <tags>", "its languages, the first being the default: en,vi", listOf)
    .option("--site <address>", "where it will be published; a path in it is the base of every address")
    .option("-y, --yes", "ask nothing, take what fits the folder")
    .option("--json", "tell the result as JSON")
    .action(async (folder: string | undefined, options: InitOptions, command: Command) => {
      const { title, locales, site, yes, json } = options;
      end(await init({ root: rootOf(command), folder, title, locales, site, yes: yes === true, json: json === true }));
    });

  program
    .command("new")
    .description("Writes a new entry from a template. Asks on a terminal for what is missing.")
    .addArgument(new Argument("[type]", `what it is: ${entryTypes.join(", ")}`))
    .argument("[name...]", "its folder and name, crm/export-report, or its title")
    .option("--title <title>", "its title; for a FAQ, the question (default: what the id says)")
    .option("--locale <locale>", "the language that it is written in (default: the default locale)")
    .option("--json", "tell the result as JSON")
    .action(async (type: string | undefined, words: readonly string[], options: NewOptions, command: Command) => {
      const { title, locale, json } = options;
      const name = words.length === 0 ? undefined : words.join(" ");
      end(await newEntry({ root: rootOf(command), type, name, title, locale, json: json === true }));
    });

  program
    .command("mv")
    .description(
      "Moves an entry with its translations and pictures, a folder or a partial, and rewrites every ref and link to it.",
    )
    .argument("<from>", "the entry (lesson:crm/export, or its file), a folder (lesson:crm/), or a partial")
    .argument("<to>", "its new ref, id or path, or a folder that ends with /")
    .option("--dry-run", "tell what would change, change nothing")
    .option("--json", "tell the result as JSON")
    .action(async (from: string, to: string, { dryRun, json }: MvOptions, command: Command) => {
      end(await mv({ root: rootOf(command), from, to, dryRun: dryRun === true, json: json === true }));
    });

  program
    .command("import")
    .description("Makes drafts of Markdown documents or of a table of questions and answers; tells what needs a hand.")
    .argument("<from>", "a folder of Markdown, a Markdown file, or a CSV file")
    .addOption(new Option("--type <type>", "what documents become").choices(["lesson", "faq"]).default("lesson"))
    .option("--into <folder>", "a folder for all of it: handbook")
    .option("--locale <locale>", "the language that it is written in (default: the default locale)")
    .option("--split", "make an entry of every ## heading: of long lessons, and of FAQs")
    .option("--dry-run", "tell what would be imported, write nothing")
    .option("--json", "tell the result as JSON")
    .action(async (from: string, options: ImportOptions, command: Command) => {
      const { type, into, locale, split, dryRun, json } = options;
      const flags = { split: split === true, dryRun: dryRun === true, json: json === true };
      end(await importInto({ root: rootOf(command), from, type, into, locale, ...flags }));
    });
}
