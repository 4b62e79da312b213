import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { cleanUp } from "../../../../test/support/cleanup.ts";
import type { Project } from "../../../../test/support/project.ts";

/** A command that believes that a person sits in front of it. */
export type Terminal = {
  /** Waits for a question, and types the answer: `\r` is the Enter key. */
  answer(question: string, keys: string): Promise<void>;
  /** Everything that the terminal has shown. */
  shown(): string;
  readonly exitCode: Promise<number | null>;
};

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** Runs the built `knowhow` in a project on a terminal of its own, by `script` of util-linux. */
export function onTerminal(project: Project, args: readonly string[]): Terminal {
  const command = [process.execPath, cli, ...args].map((part) => `'${part}'`).join(" ");
  const sized = `stty cols 100 rows 40; exec ${command}`;
  const child = spawn("script", ["--quiet", "--return", "--command", sized, "/dev/null"], {
    cwd: project.root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TERM: "xterm", COLUMNS: "100", LINES: "40" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let shown = "";
  const watchers = new Set<() => void>();
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
    for (const watcher of watchers) watcher();
  });
  const exitCode = new Promise<number | null>((resolve) => child.once("close", resolve));
  cleanUp(async () => {
    child.kill();
    await exitCode;
  });
  return {
    shown: () => shown,
    exitCode,
    answer: (question, keys) =>
      new Promise((resolve, reject) => {
        const done = (act: () => void) => {
          clearTimeout(patience);
          watchers.delete(look);
          act();
        };
        const look = () => {
          if (!shown.includes(question)) return;
          done(() => {
            child.stdin.write(keys);
            resolve();
          });
        };
        const patience = setTimeout(() => done(() => reject(new Error(`No “${question}” in:\n${shown}`))), 30_000);
        watchers.add(look);
        look();
      }),
  };
}

/** Whether there is such a `script`; macOS has another. */
onTerminal.isPossible = spawnSync("script", ["--version"]).stdout?.toString().includes("util-linux") === true;
