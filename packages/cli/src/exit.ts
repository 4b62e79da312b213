import { SetupError } from "@knowhow/core/node";
import { failureFromSystem, failureKind } from "@knowhow/site";
import { CommanderError } from "commander";
import { Cancelled } from "./questions.ts";

/** How a command can end. */
export const exit = {
  done: 0,
  /** The content has errors. */
  content: 1,
  /** The command or the configuration is used wrongly. */
  usage: 2,
  failed: 3,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exit)[keyof typeof exit];

/** The exit code for an error that a command threw, and what to say about it; nothing where it has been said. */
export function explain(error: unknown): { readonly code: ExitCode; readonly message?: string } {
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? exit.done : exit.usage };
  if (error instanceof SetupError) {
    return { code: exit.usage, message: [error.message, error.hint].filter(Boolean).join("\n") };
  }
  if (error instanceof Cancelled) return { code: exit.usage, message: error.message };
  const known = failureKind(error) === undefined ? (failureFromSystem(error) ?? error) : error;
  if (failureKind(known) === "usage") return { code: exit.usage, message: messageOf(known) };
  return { code: exit.failed, message: messageOf(known) };
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = process.env.DEBUG === undefined ? "" : `\n${error.stack}`;
  return `${error.message}${stack}`;
}
