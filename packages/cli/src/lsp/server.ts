import { join } from "node:path";
import type { Diagnostic } from "@knowhow/core";
import { complete, define, hover, type Workspace } from "@knowhow/core/language";
import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  MessageType,
  ProposedFeatures,
  ShowMessageNotification,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { packageVersion } from "../version.ts";
import { fromLspPosition, toLspCompletion, toLspDiagnostic, toLspRange } from "./convert.ts";
import { createWorkspaces, fileIn, type PlacedFile, pathOf, uriIn } from "./workspaces.ts";

/** Waits for the rest of a change of many files on the disk, in milliseconds. */
const settleMs = 50;

/**
 * Serves the language server protocol on standard input and output, until its client ends it: mistakes while typing,
 * completion, hover, definitions and quick fixes for the knowledge base that each open file belongs to.
 */
export function startLanguageServer(): void {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  const documents = new TextDocuments(TextDocument);
  const workspaces = createWorkspaces(async (workspace) => {
    // What is not saved counts from the start, also in a knowledge base that is opened anew.
    for (const document of documents.all()) {
      const file = fileIn(workspace, document.uri);
      if (file !== undefined) await workspace.hold(file, document.getText());
    }
  });
  const publisher = createPublisher(connection);
  const tell = createTeller(connection);
  let snippets = false;
  let watches = false;

  connection.onInitialize(({ capabilities }) => {
    snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return {
      serverInfo: { name: "knowhow", version: packageVersion() },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: ["<", '"', "(", "#", ":", "/", " ", "["] },
        hoverProvider: true,
        definitionProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      },
    };
  });
  connection.onInitialized(() => {
    if (watches) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: "**/*" }],
      });
    }
  });

  // One piece of work at a time: what is typed in the meantime is taken up together.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.then(tell.clear, tell.error);
    return done;
  };

  const waiting = new Map<string, string | undefined>();
  const takeUp = (uri: string, text: string | undefined) => {
    const isFirst = waiting.size === 0;
    waiting.set(uri, text);
    if (!isFirst) return;
    inTurn(async () => {
      const texts = [...waiting];
      waiting.clear();
      const touched = new Set<Workspace>();
      for (const [changed, newText] of texts) {
        const placed = await workspaces.placeOf(changed);
        if (placed === undefined) continue;
        await placed.workspace.hold(placed.file, newText);
        touched.add(placed.workspace);
      }
      for (const workspace of touched) publisher.publish(workspace);
    }).catch(() => {});
  };
  documents.onDidChangeContent(({ document }) => takeUp(document.uri, document.getText()));
  documents.onDidClose(({ document }) => takeUp(document.uri, undefined));

  const changedPaths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) {
      const path = pathOf(uri);
      if (path !== undefined && !/[\\/](?:\.git|node_modules|\.knowhow)[\\/]/.test(path)) changedPaths.add(path);
    }
    clearTimeout(timer);
    timer = setTimeout(() => void inTurn(followDisk).catch(() => {}), settleMs);
  });

  async function followDisk(): Promise<void> {
    const paths = [...changedPaths];
    changedPaths.clear();
    const others = new Set(await workspaces.open());
    const failures: unknown[] = [];
    for (const root of workspaces.setUpBy(paths)) {
      for (const before of others) if (before.root === root) others.delete(before);
      await workspaces.reopen(root).then(publisher.publish, (error: unknown) => failures.push(error));
    }
    for (const workspace of others) {
      const { root, config } = workspace;
      if (!paths.some((path) => path.startsWith(join(root, config.content)) || path === join(root, config.golden)))
        continue;
      await workspace.refresh();
      publisher.publish(workspace);
    }
    if (failures.length > 0) throw failures[0];
  }

  const at = <T>(
    { textDocument, position }: TextDocumentPositionParams,
    find: (placed: PlacedFile, position: ReturnType<typeof fromLspPosition>) => T,
  ): Promise<T | undefined> =>
    inTurn(async () => {
      const placed = await workspaces.placeOf(textDocument.uri);
      return placed && find(placed, fromLspPosition(position));
    });

  connection.onCompletion((params) =>
    at(params, ({ workspace, file }, position) =>
      complete(workspace, file, position).map((completion) => toLspCompletion(completion, snippets)),
    ),
  );
  connection.onHover((params) =>
    at(params, ({ workspace, file }, position) => {
      const found = hover(workspace, file, position);
      return found && { contents: { kind: "markdown", value: found.text }, range: toLspRange(found.range) };
    }),
  );
  connection.onDefinition((params) =>
    at(params, ({ workspace, file }, position) => {
      const found = define(workspace, file, position);
      return (
        found && { uri: uriIn(workspace, `${workspace.config.content}/${found.file}`), range: toLspRange(found.range) }
      );
    }),
  );
  connection.onCodeAction(({ textDocument, range }) =>
    inTurn(async () => {
      return publisher.of(textDocument.uri).flatMap((diagnostic): CodeAction[] => {
        const place = toLspRange(diagnostic.range);
        const meets = place.start.line <= range.end.line && place.end.line >= range.start.line;
        if (diagnostic.fix === undefined || !meets) return [];
        const edits = diagnostic.fix.edits.map((edit) => ({ range: toLspRange(edit.range), newText: edit.newText }));
        return [
          {
            title: diagnostic.fix.title,
            kind: CodeActionKind.QuickFix,
            diagnostics: [toLspDiagnostic(diagnostic, () => textDocument.uri)],
            edit: { changes: { [textDocument.uri]: edits } },
            isPreferred: true,
          },
        ];
      });
    }),
  );

  documents.listen(connection);
  connection.listen();
}

/** Tells an editor of mistakes, and only of files whose mistakes are others than before. */
interface Publisher {
  readonly publish: (workspace: Workspace) => void;
  /** What was told of a file last. */
  readonly of: (uri: string) => readonly Diagnostic[];
}

function createPublisher(connection: Connection): Publisher {
  const told = new Map<string, { readonly root: string; readonly diagnostics: readonly Diagnostic[] }>();
  return {
    publish(workspace) {
      const { root } = workspace;
      const uriOf = (file: string) => uriIn(workspace, file);
      const byFile = Map.groupBy(workspace.diagnose(), ({ file }) => uriOf(file));
      for (const [uri, before] of told) if (before.root === root && !byFile.has(uri)) byFile.set(uri, []);
      for (const [uri, diagnostics] of byFile) {
        if (JSON.stringify(told.get(uri)?.diagnostics ?? []) === JSON.stringify(diagnostics)) continue;
        if (diagnostics.length === 0) told.delete(uri);
        else told.set(uri, { root, diagnostics });
        void connection.sendDiagnostics({ uri, diagnostics: diagnostics.map((one) => toLspDiagnostic(one, uriOf)) });
      }
    },
    of: (uri) => told.get(uri)?.diagnostics ?? [],
  };
}

/** Tells what keeps a knowledge base from being read where editors tell of servers. */
interface Teller {
  /** Tells an error, and not at every key again. */
  readonly error: (error: unknown) => void;
  /** Something has worked: the same error would be news. */
  readonly clear: () => void;
}

function createTeller(connection: Connection): Teller {
  let last = "";
  return {
    error(error) {
      const message = `Knowhow: ${error instanceof Error ? error.message : String(error)}`;
      if (message === last) return;
      last = message;
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
    },
    clear() {
      last = "";
    },
  };
}
