import { execFileSync } from "node:child_process";
import { formatMs, type Line } from "../report.ts";
import { knowhow, type Sites } from "../sites.ts";
import { editLesson } from "./edit.ts";

/** `knowhow check --since` on one changed lesson, its neighbours compiled before: what a hook or an editor asks for. */
export async function sinceLines(sites: Sites, entries: number): Promise<readonly Line[]> {
  const { root, lessons } = await sites.newSite(entries);
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], { cwd: root });
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--no-gpg-sign", "--message", "lessons");
  await sites.run(`knowhow check of ${entries}, before one changes`, { argv: knowhow("check", "--root", root) });
  await editLesson(lessons[Math.floor(entries / 2)] ?? "", "editedinthebenchmark");
  const { wallMs, cpuMs, stdout } = await sites.run(`knowhow check --since, one of ${entries} changed`, {
    argv: knowhow("check", "--since", "HEAD", "--root", root),
  });
  if (!stdout.includes("1 entry checked")) throw new Error(`check --since did not find the change: ${stdout}`);
  return [
    {
      name: `check --since, one of ${entries} changed`,
      value: wallMs,
      unit: "ms",
      goal: { kind: "atMost", value: 1000 },
      basis: cpuMs === undefined ? formatMs(wallMs) : `${formatMs(cpuMs)} of processor time`,
    },
  ];
}
