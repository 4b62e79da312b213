// The few lines that make VS Code an editor of Knowhow: they start `knowhow lsp`, the client does the rest.
const { workspace } = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const cwd = workspace.workspaceFolders?.[0]?.uri.fsPath;
  client = new LanguageClient(
    "knowhow",
    "Knowhow",
    { command: "npx", args: ["knowhow", "lsp"], options: { cwd }, transport: TransportKind.stdio },
    { documentSelector: [{ scheme: "file", pattern: "**/*.{md,mdx}" }] },
  );
  return client.start();
};

exports.deactivate = () => client?.stop();
