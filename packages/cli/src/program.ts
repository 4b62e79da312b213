import { entryTypes } from "@knowhow/core";
import type { Hit } from "@knowhow/core/search";
import { Command, InvalidArgumentError, Option } from "commander";
import { addAuthoringCommands } from "./authoring-commands.ts";
import { ask } from "./commands/ask.ts";
import { build } from "./commands/build.ts";
import { type CheckFormat, check, checkFormats } from "./commands/check.ts";
import { checkAndWatch } from "./commands/check-watch.ts";
import { dev } from "./commands/dev.ts";
import { diff } from "./commands/diff.ts";
import { evalGolden } from "./commands/eval.ts";
import { lsp } from "./commands/lsp.ts";
import { preview } from "./commands/preview.ts";
import { type SearchCommand, search } from "./commands/search.ts";
import { texts } from "./commands/texts.ts";
import { type ExitCode, exit, explain } from "./exit.ts";
import { finishInterrupted } from "./finish-interrupted.ts";
import { rootOf } from "./root-of.ts";
import { printableLines } from "./terminal.ts";
import { packageVersion } from "./version.ts";

/**
 * Runs the command line `argv` (with Node and the script in front, as in `process.argv`); returns the exit code.
 * `dev` and `preview` return when they are told to stop.
 */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  hideNoise();
  forgiveClosedPipes();
  let code: ExitCode = exit.done;
  const program = createProgram((result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv);
    return code;
  } catch (error) {
    const { code, message } = explain(error);
    if (message !== undefined) process.stderr.write(`knowhow: ${printableLines(message)}\n`);
    return code;
  }
}

/** Node warns of a `knowhow.config.ts` beside a package.json without `"type": "module"`; it reads it all the same. */
function hideNoise(): void {
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    if ("code" in warning && warning.code === "MODULE_TYPELESS_PACKAGE_JSON") return;
    process.stderr.write(`${warning.name}: ${warning.message}\n`);
  });
}

/** Who reads the first lines only, as `head` does, has closed the pipe: no failure, and nothing to tell anybody. */
function forgiveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      if (!("code" in error) || error.code !== "EPIPE") throw error;
    });
  }
}

function createProgram(end: (code: ExitCode) => void): Command {
  const program = new Command("knowhow")
    .description("Checks a knowledge base, publishes it as a fast static site, and shows it while you write.")
    .version(packageVersion(), "-V, --version", "show the version")
    .option("--root <folder>", "the folder with knowhow.config.ts", ".")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .addHelpText(
      "after",
      "\nResults go to standard output, messages to standard error.\nExit codes: 0 done, 1 the content has errors, 2 used wrongly, 3 failed.",
    )
    .showHelpAfterError("Run knowhow --help to see what there is.")
    .exitOverride()
    .hook("preAction", (_program, command) => finishInterrupted(rootOf(command)));

  addAuthoringCommands(program, end);

  program
    .command("check")
    .description("Tells every mistake in the content, at its line.")
    .addOption(new Option("--format <format>", "how to tell them").choices(checkFormats).default("pretty"))
    .option("--json", "the same as --format json")
    .option("--verbose", "tell infos too")
    .option("--since <revision>", "tell only what the change since a branch, tag or commit of git touches")
    .option("--fix", "mend what needs no judgement, and tell what remains")
    .addOption(new Option("--watch", "check again after every change, until Ctrl-C").conflicts("fix"))
    .addOption(audienceOption("check only for"))
    .action(async ({ format, json, verbose, since, fix, watch, audience }: CheckFlags, command: Command) => {
      const asked = { root: rootOf(command), verbose: verbose === true, since, audience };
      const reported = json ? "json" : format;
      if (watch !== true) end(await check({ ...asked, format: reported, fix: fix === true }));
      else if (reported === "pretty" || reported === "json") await checkAndWatch({ ...asked, format: reported });
      else command.error(`error: option '--watch' reports as pretty or json, not as ${reported}.`);
    });

  program
    .command("diff")
    .description("Tells what readers would see change: entries and questions added, changed, moved and removed.")
    .argument("<revision>", "the branch, tag or commit of git to compare with")
    .addOption(audienceOption("tell what readers see of"))
    .option("--json", "tell it as JSON")
    .action(async (revision: string, { audience, json }: DiffFlags, command: Command) => {
      end(await diff({ root: rootOf(command), revision, audience, json: json === true }));
    });

  program
    .command("build")
    .description("Checks the content and publishes it as a static site. The old site stays until the new one is whole.")
    .addOption(audienceOption("publish only"))
    .addOption(outOption("where the site goes, or all of several"))
    .option("--json", "tell the result as JSON")
    .action(async ({ audience, out, json }: SiteFlags & { json?: true }, command: Command) => {
      end(await build({ root: rootOf(command), audience, out, json: json === true }));
    });

  program
    .command("dev")
    .description("Serves the content and follows every edit; shows mistakes on the page and here.")
    .option("--port <number>", "the port", port, 4321)
    .option("--host <address>", "the address to listen on; 0.0.0.0 for other machines too", "localhost")
    .option("--drafts", "show drafts, too, each marked as one")
    .addOption(audienceOption("serve"))
    .action(
      async (
        { port, host, audience, drafts }: { port: number; host: string; audience?: string; drafts?: boolean },
        command: Command,
      ) => {
        await dev({ root: rootOf(command), port, host, audience, drafts });
      },
    );

  program
    .command("preview")
    .description("Serves the site that build has made, as a web server would.")
    .option("--port <number>", "the port", port, 4321)
    .addOption(audienceOption("serve"))
    .addOption(outOption("where the site is, or all of several"))
    .action(async ({ port, audience, out }: SiteFlags & { port: number }, command: Command) => {
      await preview({ root: rootOf(command), port, audience, out });
    });

  searchCommand(program, "search", "Finds entries for words or a whole question, however it is typed.", search, end);
  searchCommand(program, "ask", "Answers a question in the words of an entry, or says that none does.", ask, end);

  program
    .command("eval")
    .description("Asks golden questions and tells how well search answers them.")
    .argument(
      "[file]",
      "the questions, relative to the root (default: what the configuration names, else golden.jsonl)",
    )
    .addOption(audienceOption("ask").conflicts("site"))
    .option("--site <folder>", "ask a built site instead of the content, relative to the root")
    .option("--min-success <share>", "end with 1 if fewer first results are right, 0 to 1", share)
    .option("--json", "tell the result as JSON")
    .action(async (file: string | undefined, options: EvalOptions, command: Command) => {
      const { audience, site, minSuccess, json } = options;
      end(await evalGolden({ root: rootOf(command), file, audience, site, minSuccess, json: json === true }));
    });

  program
    .command("texts")
    .description("Prints the texts that pages show by themselves, to translate or reword them.")
    .argument("<locale>", "the language: de")
    .option("--missing", "only those that are in English for want of others")
    .action(async (locale: string, { missing }: { readonly missing?: true }, command: Command) => {
      end(await texts({ root: rootOf(command), locale, missing: missing === true }));
    });

  program
    .command("lsp")
    .description("Serves editors in the language server protocol, on standard input and output.")
    .addOption(new Option("--stdio", "the same: clients name the way of transport").hideHelp())
    .action(async () => {
      end(await lsp());
    });

  return program;
}

/** One of several sites; `what` is done with it. */
function audienceOption(what: string): Option {
  return new Option("--audience <name>", `${what} this site of the configuration's “publish”, or for this audience`);
}

function outOption(what: string): Option {
  return new Option("--out <folder>", `${what}, relative to the root (default: dist, or dist/<name>)`);
}

interface SiteFlags {
  readonly audience?: string;
  readonly out?: string;
}

interface CheckFlags {
  readonly format: CheckFormat;
  readonly json?: true;
  readonly verbose?: true;
  readonly since?: string;
  readonly fix?: true;
  readonly watch?: true;
  readonly audience?: string;
}

interface DiffFlags {
  readonly audience?: string;
  readonly json?: true;
}

interface EvalOptions {
  readonly audience?: string;
  readonly site?: string;
  readonly minSuccess?: number;
  readonly json?: true;
}

interface SearchOptions {
  readonly locale?: string;
  readonly type?: Hit["type"];
  readonly role?: string;
  readonly limit?: number;
  readonly audience?: string;
  readonly site?: string;
  readonly json?: true;
}

/** `search` and `ask` take the same. */
function searchCommand(
  program: Command,
  name: "search" | "ask",
  description: string,
  run: (command: SearchCommand) => Promise<ExitCode>,
  end: (code: ExitCode) => void,
): void {
  program
    .command(name)
    .description(description)
    .argument("<words...>", "the words or the question, with or without quotes")
    .option("--locale <locale>", "the language to look in (default: the default locale)")
    .addOption(new Option("--type <type>", "only this type").choices([...entryTypes, "question"]))
    .option("--role <role>", "only what is for this role, or for everybody")
    .option("--limit <number>", "how many at most", limit)
    .addOption(audienceOption("look into").conflicts("site"))
    .option("--site <folder>", "look into a built site instead of the content, relative to the root")
    .option("--json", "tell the result as JSON")
    .action(async (words: string[], { json, ...options }: SearchOptions, command: Command) => {
      const { locale, type, role, limit, audience, site } = options;
      const asked = { words, locale, type, role, limit, audience, site };
      end(await run({ root: rootOf(command), ...asked, json: json === true }));
    });
}

function port(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
  }
  return number;
}

function limit(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError("A limit is a whole number from 1.");
  return number;
}

function share(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !(number >= 0 && number <= 1)) {
    throw new InvalidArgumentError("A share is a number from 0 to 1, for example 0.9.");
  }
  return number;
}
