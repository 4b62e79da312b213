import { parentPort, workerData } from "node:worker_threads";
import { loadConfig } from "../config/load.ts";
import { builtInCode, type SiteCode } from "../config/site-code.ts";
import type { PackedFile } from "./known-file.ts";
import { createPartialReader } from "./partial-reader.ts";
import { type CompileSetting, compileSource, type LocatedFile } from "./source-file.ts";

/** What a thread is given: data, and the version of the code that it has to fetch itself. */
export interface ThreadSetting extends Omit<CompileSetting, "code" | "readPartial"> {
  readonly codeVersion: string | undefined;
  /** Whether this program keeps compiled code between its runs. */
  readonly keepsCode: boolean;
}

/** What a thread gives back for each file. */
export interface CompiledSource {
  readonly file: string;
  readonly packed: PackedFile;
}

// A thread that compiles the files it is sent, a batch a message, and sends them back packed.
const port = parentPort;
const { codeVersion, keepsCode: _, ...given } = workerData as ThreadSetting;
const setting: CompileSetting = {
  ...given,
  code: await siteCode(),
  readPartial: createPartialReader(given.folder),
};
port?.on("message", async (files: readonly LocatedFile[]) => {
  const compiled: CompiledSource[] = [];
  for (const file of files) compiled.push({ file: file.file, packed: await compileSource(file, setting) });
  const bodies = compiled.flatMap(({ packed: { body } }) => (body === undefined ? [] : [body.buffer]));
  // Bodies change hands without being copied.
  port.postMessage(compiled, bodies);
});

async function siteCode(): Promise<SiteCode> {
  if (codeVersion === undefined) return builtInCode;
  const { code } = await loadConfig(given.root);
  // Edited since: what this thread made would be kept under the name of the code before.
  if (code.version !== codeVersion) throw new Error("The configuration has changed.");
  return code;
}
