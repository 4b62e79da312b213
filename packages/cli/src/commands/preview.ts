import { resolve } from "node:path";
import { loadConfig } from "@knowhow/core/node";
import { restoreOutput, startPreview } from "@knowhow/site";
import { untilStopped } from "../until-stopped.ts";

/** `knowhow preview`: serves the built site until it is told to stop. */
export async function preview(options: {
  readonly root: string;
  readonly port: number;
  readonly out: string;
}): Promise<void> {
  const root = resolve(options.root);
  await restoreOutput(root);
  const { config } = await loadConfig(root);
  const server = await startPreview({ folder: resolve(root, options.out), config, port: options.port });
  // Somebody may stop it as soon as it says that it is there.
  const stopped = untilStopped();
  process.stdout.write(`The site is at ${server.url}\nPress Ctrl-C to stop.\n`);
  await stopped;
  await server.close();
}
