/**
 * Fails on what no tracked file may hold: folders of somebody's own machine, and hosts of package registries
 * (whoever installs has settings of their own). Which package may import which is Biome's to check: see biome.json.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const forbidden = [
  { what: "a folder of one machine", pattern: /(?<![\w.:/-])\/(?:work|root|home\/\w+|Users\/\w+)\/\w/ },
  { what: "a package registry's host", pattern: /\bregistry\.(?:npmjs|yarnpkg|npmmirror)\.\w+/ },
];

const files = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" }).split("\0").filter(Boolean);
const faults = files.flatMap((file) => {
  const text = read(file);
  // Fonts, pictures and other bytes hold no text.
  if (text === undefined || text.includes("\0")) return [];
  return text
    .split("\n")
    .flatMap((line, index) =>
      forbidden
        .filter(({ pattern }) => pattern.test(line))
        .map(({ what }) => `${file}:${index + 1} names ${what}: ${line.trim()}`),
    );
});

for (const fault of faults) console.error(fault);
console.log(`${files.length} files read, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** `undefined` for a file that is removed in the working tree but still tracked, or a link to a folder. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
