import { parentPort } from "node:worker_threads";
import { type FileToWrite, writeFiles } from "./write-files.ts";

/** What became of a batch: the files that were there already, or why one could not be written. */
export type Written = { readonly there: readonly string[] } | { readonly error: unknown };

// A thread that writes the files that it is sent, a batch a message.
const port = parentPort;
const folders = new Set<string>();
port?.on("message", (files: readonly FileToWrite[]) => port.postMessage(writeBatch(files)));

function writeBatch(files: readonly FileToWrite[]): Written {
  try {
    return { there: writeFiles(files, folders) };
  } catch (error) {
    // A clone of an error has its message, and what the system says beside it is lost.
    const { code, path } = error as { readonly code?: unknown; readonly path?: unknown };
    return { error: { message: error instanceof Error ? error.message : String(error), code, path } };
  }
}
