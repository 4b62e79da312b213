import type { Command } from "commander";

/** The options that every command takes. */
interface GlobalOptions {
  readonly root: string;
}

/** The folder that a command works on, as it was given. */
export function rootOf(command: Command): string {
  return command.optsWithGlobals<GlobalOptions>().root;
}
