import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import {
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  CompletionRequest,
  createProtocolConnection,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  FileChangeType,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { createProject, type Project } from "../../../test/support/project.ts";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

/** What the extension in `examples/vscode` has `knowhow` do: its few lines run here, with a client that only notes it. */
function exampleArguments(): readonly string[] {
  const file = fileURLToPath(new URL("../../../examples/vscode/extension.js", import.meta.url));
  const noted: { command: string; args: string[] }[] = [];
  class LanguageClient {
    constructor(_id: string, _name: string, server: { command: string; args: string[] }) {
      noted.push(server);
    }
    start() {}
  }
  const modules: Readonly<Record<string, unknown>> = {
    vscode: { workspace: {} },
    "vscode-languageclient/node": { LanguageClient, TransportKind: { stdio: 0 } },
  };
  const extension: { activate?: () => void } = {};
  new Function("require", "exports", readFileSync(file, "utf8"))((name: string) => modules[name], extension);
  extension.activate?.();
  const [{ command, args } = { command: "", args: [] }] = noted;
  expect([command, args[0]]).toEqual(["npx", "knowhow"]);
  return args.slice(1);
}

/** An editor that has started `knowhow lsp`. */
interface Editor {
  readonly connection: ProtocolConnection;
  readonly server: ChildProcess;
  readonly uri: (file: string) => string;
  readonly open: (file: string, text: string) => Promise<void>;
  /** Waits until the mistakes told of a file are those with these codes. */
  readonly told: (file: string, codes: readonly string[]) => Promise<PublishDiagnosticsParams>;
  readonly messages: readonly string[];
}

const editors: Editor[] = [];
afterEach(async () => {
  for (const { connection, server } of editors.splice(0)) {
    if (server.exitCode !== null) continue;
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    if (server.exitCode === null) await once(server, "close");
    connection.dispose();
  }
});

async function startEditor(project: Project): Promise<Editor> {
  // What `npx` starts for the example; the client adds how it wants to talk.
  const server = spawn(process.execPath, [cli, ...exampleArguments(), "--stdio"], {
    cwd: project.root,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const latest = new Map<string, PublishDiagnosticsParams>();
  const listeners = new Set<() => void>();
  const messages: string[] = [];
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    latest.set(params.uri, params);
    for (const listener of listeners) listener();
  });
  connection.onNotification(ShowMessageNotification.type, ({ message }) => void messages.push(message));
  connection.onRequest(RegistrationRequest.type, () => {});
  connection.listen();
  const rootUri = pathToFileURL(project.root).href;
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: "desk" }],
    capabilities: {
      textDocument: { completion: { completionItem: { snippetSupport: true } } },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    },
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const uri = (file: string) => pathToFileURL(project.path(file)).href;
  const editor: Editor = {
    connection,
    server,
    uri,
    messages,
    open: (file, text) =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: uri(file), languageId: "mdx", version: 1, text },
      }),
    told: (file, codes) =>
      new Promise((resolve) => {
        const look = () => {
          const params = latest.get(uri(file));
          const told = params?.diagnostics.map(({ code }) => code) ?? [];
          if (JSON.stringify(told) !== JSON.stringify(codes)) return;
          listeners.delete(look);
          resolve(params ?? { uri: uri(file), diagnostics: [] });
        };
        listeners.add(look);
        look();
      }),
  };
  editors.push(editor);
  return editor;
}

const desk = {
  "knowhow.config.json": { title: "Desk", roles: { sales: { label: "Sales" } } },
  "content/lessons/export.mdx": "---\ntitle: Export a report\n---\n\n## Large reports\n\nIn parts.\n",
  "content/lessons/new.mdx": "---\ntitle: New\n---\n\nText.\n",
};
const file = "content/lessons/new.mdx";

describe("an editor that speaks to knowhow lsp", () => {
  test("hears of mistakes while typing, with hints, and gets them mended", async () => {
    const project = await createProject(desk);
    const editor = await startEditor(project);
    await editor.open(file, "---\ntitle: New\nlevl: beginner\n---\n\nSee [it](lesson:exprt).\n");
    const { diagnostics } = await editor.told(file, ["unknown-key", "broken-ref"]);
    expect(diagnostics[0]).toMatchObject({
      source: "knowhow",
      severity: 1,
      message: expect.stringContaining("Did you mean “level”?"),
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } },
    });
    const actions = (await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: editor.uri(file) },
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } },
      context: { diagnostics: [] },
    })) as CodeAction[];
    expect(actions[0]?.edit?.changes?.[editor.uri(file)]).toEqual([
      { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } }, newText: "level" },
    ]);
    await editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: editor.uri(file), version: 2 },
      contentChanges: [
        { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } }, text: "level" },
        { range: { start: { line: 5, character: 16 }, end: { line: 5, character: 21 } }, text: "export" },
      ],
    });
    await editor.told(file, []);
  });

  test("completes, tells what a word is and goes to where a link leads", async () => {
    const project = await createProject(desk);
    const editor = await startEditor(project);
    await editor.open(file, "---\ntitle: New\nroles: []\n---\n\n[It](lesson:export#large-reports)\n\n<\n");
    const textDocument = { uri: editor.uri(file) };
    const ask = async (line: number, character: number) =>
      (await editor.connection.sendRequest(CompletionRequest.type, {
        textDocument,
        position: { line, character },
      })) as CompletionItem[];
    expect((await ask(2, 8)).map(({ label }) => label)).toEqual(["sales"]);
    const callout = (await ask(7, 1)).find(({ label }) => label === "Callout");
    expect(callout).toMatchObject({
      insertTextFormat: 2,
      textEdit: { newText: "Callout>\n$0\n</Callout>", range: { start: { line: 7, character: 1 } } },
    });
    const position = { line: 5, character: 12 };
    expect(await editor.connection.sendRequest(HoverRequest.type, { textDocument, position })).toMatchObject({
      contents: { kind: "markdown", value: expect.stringContaining("**Export a report**") },
    });
    expect(await editor.connection.sendRequest(DefinitionRequest.type, { textDocument, position })).toEqual({
      uri: editor.uri("content/lessons/export.mdx"),
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 16 } },
    });
  });

  test("sees what changes on the disk, also the configuration, and takes back what is closed without saving", async () => {
    const project = await createProject(desk);
    const editor = await startEditor(project);
    await editor.open(file, "---\ntitle: New\nroles: [support]\n---\n\n[It](lesson:export)\n");
    await editor.told(file, ["unknown-role"]);
    const changed = async (path: string, type: FileChangeType) =>
      editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: editor.uri(path), type }],
      });
    await project.write("knowhow.config.json", { title: "Desk", roles: { support: { label: "Support" } } });
    await changed("knowhow.config.json", FileChangeType.Changed);
    await editor.told(file, []);
    await project.remove("content/lessons/export.mdx");
    await changed("content/lessons/export.mdx", FileChangeType.Deleted);
    await editor.told(file, ["broken-ref"]);
    await editor.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: editor.uri(file) },
    });
    await editor.told(file, []);
  });

  test("gets empty answers for files that do not exist, that are no files and that belong to no knowledge base", async () => {
    const project = await createProject(desk);
    const editor = await startEditor(project);
    const position = { line: 3, character: 5 };
    for (const uri of [
      editor.uri("content/lessons/none.mdx"),
      "untitled:Untitled-1",
      "file:///nowhere/none.mdx",
      "http://%/",
    ]) {
      const textDocument = { uri };
      expect(await editor.connection.sendRequest(CompletionRequest.type, { textDocument, position })).toEqual(
        uri.startsWith("file:///nowhere") || !uri.startsWith("file:") ? null : [],
      );
      expect(await editor.connection.sendRequest(HoverRequest.type, { textDocument, position })).toBeNull();
      expect(await editor.connection.sendRequest(DefinitionRequest.type, { textDocument, position })).toBeNull();
    }
    await editor.open(file, "# New\n\n<Nobody />\n");
    await editor.told(file, ["unknown-block"]);
  });

  test("is told kindly of a configuration that is wrong, and goes on once it is mended", async () => {
    const project = await createProject({ ...desk, "knowhow.config.json": '{ "titel": "Desk" }' });
    const editor = await startEditor(project);
    await editor.open(file, "# New\n\n<Nobody />\n");
    await expect.poll(() => editor.messages.join("\n"), { timeout: 20_000 }).toContain("knowhow.config.json");
    await project.write("knowhow.config.json", { title: "Desk" });
    await editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: editor.uri(file), version: 2 },
      contentChanges: [{ text: "# New\n\n<Nobody/>\n" }],
    });
    await editor.told(file, ["unknown-block"]);
  });

  test("goes on by itself once a configuration that broke is mended, with what is not saved in every file", async () => {
    const project = await createProject(desk);
    const editor = await startEditor(project);
    const other = "content/lessons/export.mdx";
    await editor.open(other, "---\ntitle: Export a report\n---\n\n## Small reports\n");
    await editor.open(file, "---\ntitle: New\nroles: [support]\n---\n\n[It](export.mdx#large-reports)\n");
    await editor.told(file, ["unknown-role", "broken-anchor"]);
    const writeConfig = async (config: Parameters<Project["write"]>[1]) => {
      // In one step: half of it would be another mistake.
      await project.write("saved.json", config);
      await rename(project.path("saved.json"), project.path("knowhow.config.json"));
      await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: editor.uri("knowhow.config.json"), type: FileChangeType.Changed }],
      });
    };
    await writeConfig("{");
    await expect.poll(() => editor.messages.length, { timeout: 20_000 }).toBe(1);
    for (const version of [2, 3]) {
      await editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: editor.uri(file), version },
        contentChanges: [{ text: "---\ntitle: New\nroles: [support]\n---\n\n[It](export.mdx#large-reports)\n" }],
      });
    }
    await writeConfig({ title: "Desk", roles: { support: { label: "Support" } } });
    await editor.told(file, ["broken-anchor"]);
    expect(editor.messages).toEqual([expect.stringContaining("knowhow.config.json cannot be read")]);
  });
});

test("the server ends with its client", async () => {
  const project = await createProject(desk);
  const { server, connection } = await startEditor(project);
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  const [code] = await once(server, "close");
  expect(code).toBe(0);
});
