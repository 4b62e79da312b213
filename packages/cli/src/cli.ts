#!/usr/bin/env node
// An older Node must be able to read this file, to say that it is too old: no import but the dynamic one below.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(
    `knowhow needs Node 22.19 or newer, and this is Node ${process.versions.node}. Install a newer one from https://nodejs.org.\n`,
  );
  process.exitCode = 3;
} else {
  // Compiled code is kept between runs, which halves the time that every command takes to start.
  (await import("node:module")).enableCompileCache();
  const { run } = await import("./program.ts");
  process.exitCode = await run(process.argv);
}
