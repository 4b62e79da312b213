/**
 * Publishes nothing, but shows that what would be published works: packs the packages, looks them over with the usual
 * linters, and uses the tarballs as a newcomer would, in empty folders outside of the repository, with npm and with pnpm,
 * on the oldest Node that the packages support; at last it goes through the motions of a release with changesets.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, glob, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, join, resolve } from "node:path";
import { createInterface } from "node:readline";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly engines: { readonly node: string };
}

const repository = resolve(import.meta.dirname, "..");
const folder = await mkdtemp(join(tmpdir(), "knowhow-release-"));
try {
  const packages = await packAll(join(folder, "tarballs"));
  for (const { tarball, manifest } of packages) lint(tarball, manifest);
  const oldest = oldestNode(packages.map(({ manifest }) => manifest));
  const node = await installNode(join(folder, "node"), oldest);
  await useWith("npm", join(folder, "with-npm"), packages, node);
  await useWith("pnpm", join(folder, "with-pnpm"), packages, node);
  await rehearse(join(folder, "rehearsal"));
  console.log(`The packages work with npm and with pnpm on Node ${oldest}, and can be released.`);
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

interface Packed {
  readonly tarball: string;
  readonly manifest: Manifest;
}

async function packAll(into: string): Promise<readonly Packed[]> {
  await mkdir(into, { recursive: true });
  const packed: Packed[] = [];
  for await (const file of glob("{packages/*,site}/package.json", { cwd: repository })) {
    const manifest: Manifest = JSON.parse(await readFile(join(repository, file), "utf8"));
    if (manifest.private === true) continue;
    const from = join(repository, file, "..");
    const said = run("pnpm", ["--dir", from, "pack", "--json", "--pack-destination", into], from);
    const { filename, files }: { filename: string; files: readonly { path: string }[] } = JSON.parse(said);
    const names = files.map(({ path }) => path);
    for (const name of ["LICENSE", "README.md", "package.json"]) {
      if (!names.includes(name)) throw new Error(`The tarball of ${manifest.name} lacks ${name}.`);
    }
    const stray = names.find((name) => /(?:^|\/)(?:test|node_modules|tsconfig[^/]*)(?:\/|$)/.test(name));
    if (stray !== undefined) throw new Error(`The tarball of ${manifest.name} holds ${stray}.`);
    packed.push({ tarball: resolve(into, basename(filename)), manifest });
  }
  return packed;
}

/** Whether other programs find what the manifest promises: `publint` for files, `attw` for the types of what is imported. */
function lint(tarball: string, { name, exports }: Manifest): void {
  console.log(`${name}: publint`);
  run("publint", ["run", tarball, "--strict"], folder);
  if (exports === undefined) return;
  console.log(`${name}: attw`);
  // The packages are ES modules for Node 22, which `require` loads too; older resolutions know no `exports`.
  run("attw", [tarball, "--profile", "esm-only", "--no-emoji"], folder);
}

function oldestNode(manifests: readonly Manifest[]): string {
  const [wanted, ...others] = [...new Set(manifests.map(({ engines }) => engines.node))];
  const version = /^>=(\d+\.\d+)$/.exec(wanted ?? "")?.[1];
  if (version === undefined || others.length > 0) throw new Error("The packages do not name one oldest Node.");
  return `${version}.0`;
}

/** Installs a Node of its own; returns the folder of its program. */
async function installNode(place: string, version: string): Promise<string> {
  await mkdir(place, { recursive: true });
  await writeFile(join(place, "package.json"), "{}");
  run("npm", ["install", "--no-audit", "--no-fund", `node@${version}`], place);
  return join(place, "node_modules/.bin");
}

async function useWith(client: "npm" | "pnpm", root: string, packages: readonly Packed[], node: string): Promise<void> {
  console.log(`With ${client}: install, init, check, build, preview`);
  await mkdir(root, { recursive: true });
  const files = Object.fromEntries(packages.map(({ tarball, manifest }) => [manifest.name, `file:${tarball}`]));
  await writeFile(join(root, "package.json"), JSON.stringify({ private: true, type: "module", dependencies: files }));
  if (client === "npm") run("npm", ["install", "--no-audit", "--no-fund"], root, node);
  else {
    // Until they are published, the packages find each other in these files only.
    const settings = { overrides: files, allowBuilds: { esbuild: true, sharp: true } };
    await writeFile(join(root, "pnpm-workspace.yaml"), JSON.stringify(settings));
    run("pnpm", ["install"], root, node);
  }
  const command = join(root, "node_modules/.bin/knowhow");
  run(command, ["init", "--yes", "--title", "Our desk", "--site", "https://example.com/desk/"], root, node);
  run(command, ["check"], root, node);
  run(command, ["build"], root, node);
  await preview(command, root, node);
}

/** Starts the preview, reads the home page from it, and ends it. */
async function preview(command: string, root: string, node: string): Promise<void> {
  const server = spawn(command, ["preview", "--port", "0"], { cwd: root, env: environment(node) });
  const closed = once(server, "close");
  try {
    const lines = createInterface(server.stdout);
    const timer = setTimeout(() => lines.close(), 30_000);
    let address: string | undefined;
    for await (const line of lines) {
      address = /https?:\/\/\S+/.exec(line)?.[0];
      if (address !== undefined) break;
    }
    clearTimeout(timer);
    if (address === undefined) throw new Error("knowhow preview did not say where it serves.");
    const home = await (await fetch(address)).text();
    if (!home.includes("Our desk")) throw new Error(`${address} is not the home page.`);
  } finally {
    server.kill("SIGTERM");
    await closed;
  }
}

/** Takes the version numbers and changelogs of the next release, in a copy, and lets npm look at the result without sending it. */
async function rehearse(copy: string): Promise<void> {
  console.log("A release: changeset version, npm publish --dry-run");
  const tracked = run("git", ["ls-files", "-z"], repository).split("\0").filter(Boolean);
  for (const file of tracked) await cp(join(repository, file), join(copy, file)).catch(ignoreMissing);
  // Changesets asks git what there is.
  run("git", ["init", "--quiet", "--initial-branch", "main"], copy);
  run("changeset", ["version"], copy);
  for await (const file of glob("{packages/*,site}/package.json", { cwd: copy })) {
    const manifest: Manifest = JSON.parse(await readFile(join(copy, file), "utf8"));
    if (manifest.private === true) continue;
    if (manifest.version === "0.0.0") throw new Error(`${manifest.name} got no version.`);
    await readFile(join(copy, file, "../CHANGELOG.md"), "utf8");
    run("npm", ["publish", "--dry-run", "--ignore-scripts", "--access", "public"], join(copy, file, ".."));
  }
}

/** A file that is removed in the working tree is still tracked. */
function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}

/** The environment of somebody who runs a command by hand: none of pnpm's own settings, and the wanted Node first. */
function environment(node?: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|pnpm_|NODE_OPTIONS$)/i.test(name) || /registry|cafile|proxy/i.test(name),
  );
  const { PATH = "", ...rest } = Object.fromEntries(own);
  return { ...rest, CI: "true", PATH: node === undefined ? PATH : [node, PATH].join(delimiter) };
}

function run(program: string, args: readonly string[], cwd: string, node?: string): string {
  try {
    return execFileSync(program, args, {
      cwd,
      env: environment(node),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    const said =
      error instanceof Error && "stdout" in error && "stderr" in error ? `${error.stdout}${error.stderr}` : "";
    throw new Error(`${[basename(program), ...args].join(" ")} failed in ${basename(cwd)}:\n${said}`, { cause: error });
  }
}
