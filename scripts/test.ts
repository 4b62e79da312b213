/**
 * Everything that must hold before a change lands: `pnpm test`, or `pnpm test unit lint` for some of the steps.
 * The last line is always `N passed, N failed`: a test of vitest counts one, every other step counts one.
 */
import { writeSync } from "node:fs";
import { glob, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { killAll, run } from "./support/run.ts";
import { closingLine, sum, type Tally, tallyStep, tallyVitest, type VitestReport } from "./support/tally.ts";

const stepNames = ["build", "types", "lint", "unit", "e2e", "release"] as const;
type StepName = (typeof stepNames)[number];

const results: { title: string; seconds: number; tally: Tally }[] = [];
let complete = false;

// In the exit handler, so that no error, no signal and no forgotten promise can do without the closing line.
process.on("exit", () => {
  const tally = sum([...results.map((result) => result.tally), ...(complete ? [] : [tallyStep(false)])]);
  const lines = results.map(({ title, seconds, tally: own }) => {
    return `${own.failed > 0 ? "✗" : "✓"} ${title.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s  ${closingLine(own)}`;
  });
  writeSync(1, `\n${[...lines, "", closingLine(tally)].join("\n")}\n`);
  if (tally.failed > 0) process.exitCode = 1;
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    killAll();
    process.exit(1);
  });
}

const wanted = chosenSteps(process.argv.slice(2));
if (wanted.has("build")) await build("packages/core");
await Promise.all([buildUponCoreAndCheckTypes(), wanted.has("lint") && lint()]);
// A release is tried mostly by waiting for package managers, which leaves the processor to the tests beside it.
await Promise.all([wanted.has("unit") && vitest("unit", 10), wanted.has("release") && release()]);
if (wanted.has("e2e")) await vitest("e2e", 20);
complete = true;

function chosenSteps(args: readonly string[]): ReadonlySet<StepName> {
  const unknown = args.filter((name) => !stepNames.some((step) => step === name));
  if (unknown.length > 0) {
    console.log(`There is no step "${unknown.join('", "')}". Steps: ${stepNames.join(", ")}.`);
    process.exit(2);
  }
  return new Set(args.length > 0 ? stepNames.filter((name) => args.includes(name)) : stepNames);
}

async function buildUponCoreAndCheckTypes(): Promise<void> {
  if (wanted.has("build")) {
    await build("site");
    await build("packages/cli");
  }
  // After the builds, because a package sees the declarations that another one was built to.
  if (wanted.has("types")) await types();
}

async function build(folder: string): Promise<void> {
  await step(`build ${nameOf(folder)}`, (label) =>
    run(["pnpm", "--dir", folder, "run", "build"], { label, minutes: 3 }),
  );
}

async function types(): Promise<void> {
  for (const project of (await Array.fromAsync(glob("{.,packages/*,site,bench}/tsconfig.json"))).sort()) {
    const title = `types ${nameOf(dirname(project))}`;
    await step(title, (label) => run(["tsc", "--project", project, "--noEmit"], { label, minutes: 3 }));
  }
}

async function lint(): Promise<void> {
  await step("lint", (label) => run(["biome", "check", "--error-on-warnings", "."], { label, minutes: 3 }));
  await step("house", (label) => run(["node", "scripts/check-house.ts"], { label, minutes: 3 }));
}

async function release(): Promise<void> {
  await step("release", (label) => run(["node", "scripts/check-release.ts"], { label, minutes: 10 }));
}

async function vitest(project: "unit" | "e2e", minutes: number): Promise<void> {
  console.log(`\n${project} tests`);
  const folder = await mkdtemp(join(tmpdir(), "knowhow-test-"));
  const file = join(folder, "report.json");
  const start = performance.now();
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const well = await run(["vitest", "run", "--project", project, ...reporters], { minutes });
  const report = await readFile(file, "utf8").then(
    (text): VitestReport => JSON.parse(text), // Written by vitest a moment ago.
    () => undefined,
  );
  await rm(folder, { recursive: true, force: true });
  results.push({ title: project, seconds: (performance.now() - start) / 1000, tally: tallyVitest(report, well) });
}

async function step(title: string, work: (label: string) => Promise<boolean>): Promise<void> {
  const start = performance.now();
  const well = await work(title);
  const seconds = (performance.now() - start) / 1000;
  console.log(`${title} | ${well ? "passed" : "FAILED"} in ${seconds.toFixed(1)} s`);
  results.push({ title, seconds, tally: tallyStep(well) });
}

function nameOf(folder: string): string {
  return folder === "." ? "workspace" : folder.replace("packages/", "");
}
