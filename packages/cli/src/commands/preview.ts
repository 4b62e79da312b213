import { resolve } from "node:path";
import { loadConfig } from "@knowhow/core/node";
import { startPreview } from "@knowhow/site";
import { folderOf } from "../site-folder.ts";
import { untilStopped } from "../until-stopped.ts";

/** `knowhow preview`: serves the built site until it is told to stop. */
export async function preview(options: {
  readonly root: string;
  readonly port: number;
  readonly audience: string | undefined;
  readonly out: string | undefined;
}): Promise<void> {
  const root = resolve(options.root);
  const { config } = await loadConfig(root, options.audience);
  const [site] = config.outputs;
  const folder = site === undefined ? "dist" : folderOf(site, options);
  const server = await startPreview({ folder: resolve(root, folder), config, port: options.port });
  // Somebody may stop it as soon as it says that it is there.
  const stopped = untilStopped();
  process.stdout.write(`The site is at ${server.url}\nPress Ctrl-C to stop.\n`);
  await stopped;
  await server.close();
}
