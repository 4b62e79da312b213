import { expect, test } from "vitest";
import { measure } from "../measure.ts";

const hasProc = process.platform === "linux";

/** A Node program as an argument vector. */
const node = (program: string): [string, ...string[]] => [process.execPath, "--eval", program];

/** A program that fills `megabytes` of memory, says so to who started it, and keeps them until the line is cut. */
const hold = (megabytes: number) =>
  `const held = Buffer.alloc(${megabytes}e6, 1); process.on("disconnect", () => process.exit(held.length ? 0 : 1));
   process.send("ready");`;

/** A program that starts some that hold memory, and lets them go half a second after all of them are there. */
const startHolding = (count: number, options: string) =>
  `const { spawn } = require("node:child_process");
   const stdio = ["ignore", "inherit", "inherit", "ipc"];
   let missing = ${count};
   const started = Array.from({ length: ${count} }, () =>
     spawn(process.execPath, ["--eval", ${JSON.stringify(hold(150))}], { stdio, ...${options} }));
   for (const child of started) child.on("message", () => {
     if (--missing === 0) setTimeout(() => started.forEach((one) => one.disconnect()), 500);
   });`;

test("a command's output, exit code and time are reported", async () => {
  const result = await measure({
    argv: node("process.stderr.write('told'); setTimeout(() => { console.log('done'); process.exitCode = 3 }, 300)"),
    env: { EXTRA: "1" },
  });
  expect(result).toMatchObject({ stdout: "done\n", stderr: "told", exitCode: 3 });
  expect(result.wallMs).toBeGreaterThanOrEqual(300);
});

test.runIf(hasProc)("memory is the sum over a process and everything it starts", async () => {
  const one = await measure({ argv: node(startHolding(1, "{}")) });
  const two = await measure({ argv: node(startHolding(2, "{}")) });
  expect(one.processes).toBe(2);
  expect(one.peakBytes).toBeGreaterThan(150e6);
  expect(one.peakBytes).toBeLessThan(300e6);
  expect(two.processes).toBe(3);
  expect(two.peakBytes).toBeGreaterThan(300e6);
  expect(two.peakBytes).toBeLessThan(600e6);
});

test.runIf(hasProc)("a process in a session of its own still counts", async () => {
  const { peakBytes } = await measure({ argv: node(startHolding(1, "{ detached: true }")) });
  expect(peakBytes).toBeGreaterThan(150e6);
});

test.runIf(hasProc)("processor time is that of the whole tree", async () => {
  const burn = "const until = Date.now() + 400; while (Date.now() < until);";
  const child = `require("node:child_process").execFileSync(process.execPath, ["--eval", ${JSON.stringify(burn)}])`;
  const { cpuMs, wallMs } = await measure({ argv: node(child) });
  expect(cpuMs).toBeGreaterThan(0);
  expect(wallMs).toBeGreaterThanOrEqual(400);
});

test("a command that hangs is ended, with everything it started", async () => {
  const child = `require("node:child_process").spawn("sleep", ["60"], { stdio: "inherit" }); setInterval(() => {}, 1000);`;
  await expect(measure({ argv: node(child), timeout: 400 })).rejects.toThrow("took longer than 0.4 s and was ended.");
});

test("a program that does not exist is an error", async () => {
  await expect(measure({ argv: ["/no/such/program"] })).rejects.toThrow("ENOENT");
});
