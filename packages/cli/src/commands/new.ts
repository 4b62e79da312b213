import { type EntryType, entryTypes } from "@knowhow/core";
import { SetupError } from "@knowhow/core/node";
import { type ExitCode, exit } from "../exit.ts";
import { canAsk, openQuestions } from "../questions.ts";
import { printable } from "../terminal.ts";

/** What `new` takes; what is undefined is asked for, or found. */
export interface NewCommand {
  readonly root: string;
  readonly type: string | undefined;
  /** Its id, or its title, perhaps behind a folder: `crm/Export the report`. */
  readonly name: string | undefined;
  readonly title: string | undefined;
  readonly locale: string | undefined;
  readonly json: boolean;
}

/** `knowhow new`: writes an entry from its type's template, and names its file on standard output. */
export async function newEntry(command: NewCommand): Promise<ExitCode> {
  const { createEntry } = await import("@knowhow/core/authoring");
  const entry = await createEntry({ ...command, ...(await complete(command)) });
  process.stdout.write(command.json ? `${JSON.stringify(entry)}\n` : `${printable(entry.file)}\n`);
  if (!command.json) {
    process.stderr.write(`This is ${printable(entry.ref)}. Write it, and look at it with: knowhow dev\n`);
  }
  return exit.done;
}

/** What somebody called an entry: an id has no spaces, a title has, of which an id is made. */
function readName(name: string, toId: (title: string) => string): { readonly id: string; readonly title?: string } {
  const [, folder = "", last = ""] = /^((?:[^\s/]*\/)*)(.*)$/su.exec(name.trim()) ?? [];
  if (!/\s/.test(last)) return { id: name };
  const title = last.replace(/\s+/g, " ");
  return { id: folder + toId(title), title: title.charAt(0).toLocaleUpperCase() + title.slice(1) };
}

type Complete = { readonly type: EntryType; readonly id: string; readonly title?: string };

async function complete({ type: written, name, json, ...given }: NewCommand): Promise<Complete> {
  const { readId, readType, titleOf, toShortName } = await import("@knowhow/core/authoring");
  const type = written === undefined ? undefined : readType(written);
  const { id, title = given.title } = {
    ...(name === undefined ? { id: undefined } : readName(name, toShortName)),
    ...(given.title === undefined ? {} : { title: given.title }),
  };
  if (type !== undefined && id !== undefined) return { type, id, ...(title === undefined ? {} : { title }) };
  if (!canAsk({ json })) {
    if (type === undefined) {
      throw new SetupError(
        "Say what to write.",
        `One of ${entryTypes.join(", ")}: knowhow new lesson crm/export-report`,
      );
    }
    if (title !== undefined) return { type, id: toShortName(title), title };
    throw new SetupError(
      `Say what to call the ${type}.`,
      `Write its folder and name: knowhow new ${type} crm/export-report`,
    );
  }
  const ask = await openQuestions();
  const chosen =
    type ??
    (await ask.choose(
      "What do you want to write?",
      entryTypes.map((value) => ({ value, label: value, hint: hints[value] })),
    ));
  const named =
    title ??
    (id === undefined
      ? await ask.text(chosen === "faq" ? "Which question does it answer?" : "What is its title?", {
          validate: (value) => (value === "" ? "Write something." : undefined),
        })
      : titleOf(id));
  const called =
    id ??
    (await ask.text("Where shall it be? A folder helps: crm/export-report", {
      initial: toShortName(named),
      validate: (value) => {
        const read = readId(value, chosen);
        return "problem" in read ? `${read.problem.message} ${read.problem.hint}` : undefined;
      },
    }));
  return { type: chosen, id: called, title: named };
}

const hints: Readonly<Record<EntryType, string>> = {
  lesson: "how to do something, in five minutes at most",
  faq: "one question and its answer",
  quiz: "a few questions, to see what has stuck",
  path: "entries to go through one after the other",
  scenario: "a situation, and what to do in it",
};
