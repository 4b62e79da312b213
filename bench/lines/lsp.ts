import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { formatMs, type Line } from "../report.ts";
import { knowhow, type Sites } from "../sites.ts";

/** Edits to time; the first ones warm the server up, as the first words of a day do. */
const edits = 30;
const warmUp = 5;

/** From a keystroke in an editor to what `knowhow lsp` tells of it, at 1,000 entries whatever is asked for. */
export async function lspLines(sites: Sites): Promise<readonly Line[]> {
  const { root, lessons } = await sites.newSite(1_000);
  const file = lessons[500] ?? "";
  const uri = pathToFileURL(file).href;
  const text = await readFile(file, "utf8");
  const [program, ...args] = knowhow("lsp");
  const server = spawn(program, args, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  let heard: (count: number) => void = () => {};
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri: about, diagnostics }) => {
    if (about === uri) heard(diagnostics.length);
  });
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification(InitializedNotification.type, {});

  const times: number[] = [];
  const told = (): Promise<void> =>
    new Promise((resolve) => {
      heard = () => resolve();
    });
  // Each edit makes a mistake or mends it, so that there is something to tell of every one.
  const broken = `${text}\n<Nobody />\n`;
  const first = told();
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "mdx", version: 0, text: broken },
  });
  await first;
  for (let version = 1; version <= edits; version++) {
    const started = performance.now();
    const next = told();
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ text: version % 2 === 1 ? text : broken }],
    });
    await next;
    times.push(performance.now() - started);
  }
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  const counted = times.slice(warmUp).sort((a, b) => a - b);
  const median = counted[Math.floor(counted.length / 2)] ?? Number.NaN;
  return [
    {
      name: "lsp: keystroke to mistakes told, at 1,000",
      value: median,
      unit: "ms",
      goal: { kind: "atMost", value: 100 },
      basis: `middle of ${counted.length}, slowest ${formatMs(counted.at(-1) ?? Number.NaN)}`,
    },
  ];
}
