import { git } from "./run-git.ts";

const newline = 0x0a;

/** What git objects hold, in the order of their names. */
export async function readObjects(folder: string, names: readonly string[]): Promise<readonly Buffer[]> {
  if (names.length === 0) return [];
  const whole = await git(folder, ["cat-file", "--batch"], `${names.join("\n")}\n`);
  let at = 0;
  return names.map((name) => {
    const end = whole.indexOf(newline, at);
    const [, , size] = whole.subarray(at, end).toString().split(" ");
    if (end < 0 || size === undefined) throw new RangeError(`Git has no object ${name}.`);
    const start = end + 1;
    at = start + Number(size) + 1;
    return whole.subarray(start, start + Number(size));
  });
}
