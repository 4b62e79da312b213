import { cp, mkdir, mkdtemp, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeKnowhowSite, writePlainLessons } from "./generate.ts";
import { type Command, type Measurement, measure } from "./measure.ts";

/** A Knowhow site on disk. */
export interface KnowhowSite {
  readonly root: string;
  /** The lessons' files, in the order of their numbers. */
  readonly lessons: readonly string[];
}

/** A measurement with its name, as it is kept in the results. */
export interface NamedMeasurement extends Omit<Measurement, "stdout" | "stderr"> {
  readonly name: string;
}

/** Makes sites, builds them and remembers what that cost, so that lines which need the same figure share it. */
export interface Sites {
  /** Writes a new Knowhow site that no command has seen. */
  newSite(entries: number): Promise<KnowhowSite>;
  /** Runs and measures a command, once; throws when it fails. */
  run(name: string, command: Command): Promise<Measurement>;
  /** The cold build of a plain Astro site, search index included. */
  plainCold(entries: number): Promise<Measurement>;
  /** The cold build of a Knowhow site, and the site with its `dist` for those who go on from there. */
  knowhowCold(entries: number): Promise<{ readonly measurement: Measurement; readonly site: KnowhowSite }>;
  /** Everything measured so far. */
  readonly measurements: readonly NamedMeasurement[];
}

/** How sites are made and measured. */
export interface SitesOptions {
  /**
   * An empty folder for all of them. Nothing in it is removed while anything is measured: for minutes after many files were
   * deleted, ext4 makes new ones at a tenth of its speed, since it does not give the same inodes out again so soon.
   */
  readonly folder: string;
  /** How often a cold build is run; the fastest counts. */
  readonly runs: number;
  /** Is told what happens, a line each. */
  readonly say: (message: string) => void;
}

const plainTemplate = fileURLToPath(new URL("./plain", import.meta.url));
const dependencies = fileURLToPath(new URL("./node_modules", import.meta.url));

/** The `knowhow` command as built from this repository. */
export const knowhowCommand = join(
  dirname(fileURLToPath(import.meta.resolve("@knowhow/cli/package.json"))),
  "dist/cli.js",
);

/** A call of the `knowhow` command with this Node. */
export function knowhow(...args: readonly string[]): [string, ...string[]] {
  return [process.execPath, knowhowCommand, ...args];
}

/** Two commands run one after the other, as one. */
function inSequence(first: Measurement, second: Measurement): Measurement {
  return {
    wallMs: first.wallMs + second.wallMs,
    cpuMs: first.cpuMs === undefined || second.cpuMs === undefined ? undefined : first.cpuMs + second.cpuMs,
    peakBytes: first.peakBytes && second.peakBytes && Math.max(first.peakBytes, second.peakBytes),
    processes: Math.max(first.processes, second.processes),
    exitCode: second.exitCode,
    stdout: first.stdout + second.stdout,
    stderr: first.stderr + second.stderr,
  };
}

async function mustRun(command: Command): Promise<Measurement> {
  const measurement = await measure(command);
  if (measurement.exitCode === 0) return measurement;
  const output = (measurement.stderr.trim() || measurement.stdout.trim()).split("\n");
  throw new Error(
    `${command.argv.slice(1).join(" ")} ended with ${measurement.exitCode}: ${output.slice(-3).join(" ")}`,
  );
}

/** Writes a plain Astro site whose dependencies are those of the benchmark, its caches its own. */
async function writePlainSite(root: string, entries: number): Promise<void> {
  await cp(plainTemplate, root, { recursive: true });
  await mkdir(join(root, "node_modules/@astrojs"), { recursive: true });
  for (const name of ["astro", "pagefind", "@astrojs/mdx"]) {
    await symlink(join(dependencies, name), join(root, "node_modules", name));
  }
  await writePlainLessons({ folder: join(root, "src/content/lessons"), entries });
}

async function buildPlainSite(cwd: string): Promise<Measurement> {
  const env = { ASTRO_TELEMETRY_DISABLED: "1" };
  const astro = await mustRun({ argv: [process.execPath, "node_modules/astro/bin/astro.mjs", "build"], cwd, env });
  const pagefind = ["node_modules/pagefind/lib/runner/bin.cjs", "--site", "dist"];
  return inSequence(astro, await mustRun({ argv: [process.execPath, ...pagefind], cwd }));
}

/** Makes {@link Sites} in a folder. */
export function openSites({ folder, runs, say }: SitesOptions): Sites {
  const measurements: NamedMeasurement[] = [];
  const remembered = new Map<string, Promise<unknown>>();

  const record = (name: string, { stdout: _stdout, stderr: _stderr, ...rest }: Measurement) => {
    measurements.push({ name, ...rest });
    const { wallMs, cpuMs, peakBytes } = rest;
    const memory = peakBytes === undefined ? "memory unknown" : `${Math.round(peakBytes / 1e6)} MB`;
    say(`${name}: ${(wallMs / 1000).toFixed(1)} s, ${((cpuMs ?? 0) / 1000).toFixed(1)} s of processor, ${memory}`);
  };

  function once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = remembered.get(key);
    // A key belongs to one call site below, so what is remembered under it has that call's type.
    if (known !== undefined) return known as Promise<T>;
    const made = make();
    remembered.set(key, made);
    return made;
  }

  const newFolder = () => mkdtemp(join(folder, "site-"));

  async function newSite(entries: number): Promise<KnowhowSite> {
    const root = await newFolder();
    return { root, lessons: await writeKnowhowSite({ folder: root, entries }) };
  }

  async function fastest<T extends { readonly measurement: Measurement }>(make: () => Promise<T>): Promise<T> {
    let best = await make();
    for (let run = 1; run < runs; run++) {
      const next = await make();
      if (next.measurement.wallMs < best.measurement.wallMs) best = next;
    }
    return best;
  }

  return {
    measurements,
    newSite,
    async run(name, command) {
      const measurement = await mustRun(command);
      record(name, measurement);
      return measurement;
    },
    plainCold: (entries) =>
      once(`plain ${entries}`, async () => {
        const { measurement } = await fastest(async () => {
          const root = await newFolder();
          await writePlainSite(root, entries);
          const measurement = await buildPlainSite(root);
          record(`plain build of ${entries}`, measurement);
          return { measurement };
        });
        return measurement;
      }),
    knowhowCold: (entries) =>
      once(`knowhow ${entries}`, () =>
        fastest(async () => {
          const site = await newSite(entries);
          const measurement = await mustRun({ argv: knowhow("build", "--root", site.root) });
          record(`knowhow build of ${entries}`, measurement);
          return { measurement, site };
        }),
      ),
  };
}
