import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Initialised } from "@knowhow/core/authoring";
import { SetupError } from "@knowhow/core/node";
import { type ExitCode, exit } from "../exit.ts";
import { finishInterrupted } from "../finish-interrupted.ts";
import { canAsk, openQuestions } from "../questions.ts";
import { indent, printable } from "../terminal.ts";
import { packageVersion } from "../version.ts";

/** What `init` takes; what is undefined is asked for, or proposed. */
export interface InitCommand {
  readonly root: string;
  /** Relative to the root; default the root itself. */
  readonly folder: string | undefined;
  readonly title: string | undefined;
  readonly site: string | undefined;
  readonly locales: readonly string[] | undefined;
  /** Take what is proposed, ask nothing. */
  readonly yes: boolean;
  readonly json: boolean;
}

/** `knowhow init`: makes a folder a knowledge base, and lists on standard output what it wrote. */
export async function init(command: InitCommand): Promise<ExitCode> {
  const { initialise, textCoverage } = await import("@knowhow/core/authoring");
  const root = resolve(command.root, command.folder ?? ".");
  if (command.folder !== undefined) await finishInterrupted(root);
  const answers = await complete(root, command);
  const done = await initialise({
    root,
    ...answers,
    packageManager: usesPnpm(root) ? "pnpm" : "npm",
    version: packageVersion(),
  });
  process.stdout.write(command.json ? `${JSON.stringify(done)}\n` : inWords(done));
  const inEnglish = answers.locales.filter((locale) => textCoverage(locale, { texts: {} }).missing > 0);
  if (!command.json) process.stderr.write(nextSteps(root) + textsToCome(inEnglish));
  return exit.done;
}

interface Answers {
  readonly title: string;
  readonly site: string | undefined;
  readonly locales: readonly string[];
}

async function complete(root: string, command: InitCommand): Promise<Answers> {
  const { propose } = await import("@knowhow/core/authoring");
  const proposal = propose(root);
  const { title, site, locales, yes, json } = command;
  if (yes || title !== undefined) {
    return { title: title ?? proposal.title, site: site ?? proposal.site, locales: locales ?? ["en"] };
  }
  if (!canAsk({ json })) {
    throw new SetupError(
      "Say what the knowledge base is called.",
      'Write --title "Our know-how", or --yes to take what fits the folder.',
    );
  }
  const ask = await openQuestions();
  const asked = await ask.text("What is it called?", {
    initial: proposal.title,
    validate: (value) => (value === "" ? "Write a name." : undefined),
  });
  const languages =
    locales ??
    listOf(
      await ask.text("In which languages? The first is the default; commas between several.", {
        initial: "en",
        validate: (value) => (listOf(value).length === 0 ? "Name at least one, for example en." : undefined),
      }),
    );
  const address =
    site ??
    (await ask.text("Where will it be published? Leave it empty if you do not know yet.", {
      initial: proposal.site ?? "",
      validate: (value) =>
        value === "" || /^https?:\/\/[^/]/.test(value) ? undefined : "Write a whole address: https://kb.example.com/",
    }));
  return { title: asked, locales: languages, site: address === "" ? undefined : address };
}

/** `en, vi` as a list. */
export function listOf(text: string): readonly string[] {
  return text
    .split(/[\s,;]+/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

function usesPnpm(root: string): boolean {
  return existsSync(resolve(root, "pnpm-lock.yaml")) || /^pnpm\//.test(process.env.npm_config_user_agent ?? "");
}

function inWords({ written, extended, left }: Initialised): string {
  const list = (title: string, files: readonly string[]) =>
    files.length === 0 ? [] : [title, ...files.map((file) => indent(printable(file)))];
  const lines = [
    ...list("Written:", written),
    ...list("Lines added:", extended),
    ...list("There already, and left as it is:", left),
  ];
  return `${lines.join("\n")}\n`;
}

function nextSteps(root: string): string {
  const folder = relative(process.cwd(), root);
  const into = folder === "" ? "" : `cd ${/^[\w./\\-]+$/.test(folder) ? folder : `"${folder}"`}\n`;
  const install = usesPnpm(root) ? "pnpm install" : "npm install";
  return `\nNext:\n${`${into}${install}\nnpx knowhow dev`.split("\n").map(indent).join("\n")}\n`;
}

/** What pages say by themselves is built in for few languages. */
function textsToCome(locales: readonly string[]): string {
  if (locales.length === 0) return "";
  const commands = locales.map((locale) => indent(`npx knowhow texts ${locale}`));
  return `\nWhat pages say by themselves is in English for want of translations. To print it:\n${commands.join("\n")}\n`;
}
