import { type ExitCode, exit } from "../exit.ts";

/** `knowhow lsp`: serves the language server protocol on standard input and output; its client ends the process. */
export async function lsp(): Promise<ExitCode> {
  const { startLanguageServer } = await import("../lsp/server.ts");
  startLanguageServer();
  await new Promise(() => {});
  return exit.done;
}
