import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

/** A Chromium to start: its program, and variables that it needs besides those of this process. */
export type Chromium = {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
};

const installedNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const installedPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * Finds a Chromium: the one that `CHROMIUM_PATH` names, Playwright's own, an installed Chromium or Chrome, or else
 * (on Linux x64) the one of the npm package `@sparticuz/chromium`, unpacked once into `node_modules/.cache`.
 *
 * @throws If there is none, saying what to do.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (await isExecutable(named)) return { executable: named, env: {} };
    throw new Error(`CHROMIUM_PATH names "${named}", which is no program that can be run.`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    chromium.executablePath(),
    ...folders.flatMap((folder) => installedNames.map((name) => join(folder, name))),
    ...installedPlaces,
  ];
  for (const executable of candidates) {
    if (await isExecutable(executable)) return { executable, env: {} };
  }
  if (process.platform === "linux" && process.arch === "x64") return unpackFromNpm();
  throw new Error(
    "The end-to-end tests need a Chromium. Install Chromium or Chrome, or set CHROMIUM_PATH to the program of one.",
  );
}

/**
 * Unpacks the npm package's browser. The package itself unpacks into the machine's temporary folder and takes whatever
 * lies there already, half written or of another version; here it gets a folder of its own, moved into place when whole.
 */
async function unpackFromNpm(): Promise<Chromium> {
  const entryPoint = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const manifest: unknown = JSON.parse(await readFile(join(dirname(entryPoint), "../package.json"), "utf8"));
  const version = (manifest as { version: string }).version; // Every published package has one.
  const cache = fileURLToPath(new URL("../../node_modules/.cache/knowhow/", import.meta.url));
  const folder = join(cache, `chromium-${version}`);

  if (!(await isExecutable(join(folder, "chromium")))) {
    await mkdir(cache, { recursive: true });
    const staging = await mkdtemp(`${folder}-`);
    await promisify(execFile)(
      process.execPath,
      [
        "--input-type=module",
        "--eval",
        `await (await import(${JSON.stringify(pathToFileURL(entryPoint).href)})).default.executablePath()`,
      ],
      // As on Lambda, the package then unpacks the libraries too that a bare machine lacks.
      { env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" } },
    );
    // Whoever comes first wins; the other copy is the same.
    await rename(staging, folder).catch(() => rm(staging, { recursive: true, force: true }));
  }
  return { executable: join(folder, "chromium"), env: await missingParts(folder) };
}

/** What a machine without a desktop may lack: the NSS libraries, and any font configuration at all. */
async function missingParts(folder: string): Promise<Record<string, string>> {
  const env: Record<string, string> = {};
  const libraries = await promisify(execFile)("ldd", [join(folder, "chromium")]).catch(() => ({ stdout: "" }));
  if (libraries.stdout.includes("not found")) env.LD_LIBRARY_PATH = join(folder, "al2023/lib");
  if (!(await isReadable("/etc/fonts/fonts.conf"))) {
    const config = join(folder, "fonts.conf");
    await writeFile(
      config,
      `<?xml version="1.0"?><fontconfig><dir>${join(folder, "fonts")}</dir><cachedir>${join(folder, "font-cache")}</cachedir></fontconfig>`,
    );
    env.FONTCONFIG_FILE = config;
  }
  return env;
}

const isExecutable = (path: string): Promise<boolean> => hasAccess(path, constants.X_OK);
const isReadable = (path: string): Promise<boolean> => hasAccess(path, constants.R_OK);

async function hasAccess(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
