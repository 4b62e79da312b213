/**
 * Runs after every install. A fresh checkout gets its packages built, so that `pnpm exec knowhow` works at once;
 * afterwards `pnpm build` is in the developer's hands.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

if (!existsSync("packages/cli/dist/cli.js")) {
  console.log("Building the packages for the first time.");
  const { status } = spawnSync("pnpm", ["run", "build"], { stdio: "inherit" });
  // An install must not fail because of code that does not compile: whoever installs may be about to mend it.
  if (status !== 0) console.log("The packages could not be built. Once that is mended, run `pnpm build`.");
}
