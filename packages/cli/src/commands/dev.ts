import { resolve } from "node:path";
import { requirePrivateFolder } from "@knowhow/core/node";
import { startDev } from "@knowhow/site";
import { devReport } from "../dev-report.ts";
import { explain } from "../exit.ts";
import { hasColours, printableLines } from "../terminal.ts";
import { untilStopped } from "../until-stopped.ts";

/** `knowhow dev`: serves the content, follows every edit and reports mistakes until it is told to stop. */
export async function dev(options: {
  readonly root: string;
  readonly port: number;
  readonly host: string;
  /** The site that is served, where several are published, or an audience. */
  readonly audience: string | undefined;
  /** Whether drafts are served, too. */
  readonly drafts: boolean | undefined;
}): Promise<void> {
  const root = resolve(options.root);
  requirePrivateFolder(root);
  const report = devReport({ root, colour: hasColours(process.stderr) });
  const server = await startDev({
    root,
    port: options.port,
    host: options.host,
    audience: options.audience,
    drafts: options.drafts,
    onContent: ({ diagnostics, summary }) => void process.stderr.write(report(diagnostics, summary)),
    onMove: (url) => process.stdout.write(`The site is now at ${url}\n`),
    onError: (error) => process.stderr.write(`knowhow: ${printableLines(explain(error).message ?? "")}\n`),
  });
  // Somebody may stop it as soon as it says that it is there.
  const stopped = untilStopped();
  process.stdout.write(`The site is at ${server.url}\nEvery edit is followed. Press Ctrl-C to stop.\n`);
  await stopped;
  await server.close();
}
