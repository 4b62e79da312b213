import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { loadConfig, resolveConfig } from "../../config/load.ts";
import { siteTexts } from "../../config/local-text.ts";
import type { ResolvedConfig } from "../../config/schema.ts";
import { SetupError } from "../../config/setup-error.ts";
import { changeFiles, type FileChange } from "../../files/change-files.ts";
import { listEntries } from "../list-entries.ts";
import { toName } from "../names.ts";
import { configFile, configValue } from "./config-file.ts";
import { editorFiles } from "./editor.ts";
import { findRepository, pagesAddress } from "./repository.ts";
import { sampleEntries } from "./samples/index.ts";
import { workflow } from "./workflow.ts";

/** What a new knowledge base is to be. */
export interface Initialise {
  /** The folder, which need not exist yet. */
  readonly root: string;
  readonly title: string;
  /** Where it will be published; its path becomes the base of every URL. */
  readonly site?: string | undefined;
  /** Language tags; the first is the default locale. */
  readonly locales: readonly string[];
  /** Default npm. */
  readonly packageManager?: "npm" | "pnpm" | undefined;
  /** The version of Knowhow's packages to depend on. */
  readonly version: string;
  /** The day that samples are dated with, `2026-01-31`; default today, by UTC. */
  readonly today?: string;
}

/** What was written; files are relative to the folder. */
export interface Initialised {
  readonly root: string;
  /** New files. */
  readonly written: readonly string[];
  /** Files that lines were added to. */
  readonly extended: readonly string[];
  /** Files that were there already and were left as they are. */
  readonly left: readonly string[];
}

/** What may be proposed for a folder, before anybody has been asked. */
export interface Proposal {
  readonly title: string;
  /** Where GitHub would publish it, if it lies in a repository of GitHub. */
  readonly site: string | undefined;
}

/** Astro's bundler and its images bring programs that are made ready when they are installed. */
const pnpmSettings = "allowBuilds:\n  esbuild: true\n  sharp: true\n";

const ignored = ["node_modules/", "dist/", ".knowhow/"];

/** Proposes a title and an address for the knowledge base in a folder. */
export function propose(root: string): Proposal {
  const repository = findRepository(root);
  const words = basename(resolve(root))
    .replace(/[-_.]+/g, " ")
    .trim();
  return {
    title: words === "" ? "Know-how" : words.charAt(0).toLocaleUpperCase() + words.slice(1),
    site: repository?.github && pagesAddress(repository.github),
  };
}

/**
 * Makes a folder a knowledge base: configuration, first entries, workflow, editor settings. Files that are there are
 * left, and a configuration that is there is followed. Writes all or nothing.
 * Throws a `SetupError` where the folder is a file, or what was given makes no configuration.
 */
export async function initialise(options: Initialise): Promise<Initialised> {
  const root = resolve(options.root);
  if (existsSync(root) && !statSync(root).isDirectory()) {
    throw new SetupError(`${root} is a file.`, "Name a folder; it need not exist yet.");
  }
  const repository = findRepository(root);
  const { branch, github, path } = repository ?? { branch: "main", path: "" };
  const editUrl =
    github &&
    `https://github.com/${github.owner}/${github.name}/edit/${branch}/${path === "" ? "" : `${encodeURI(path)}/`}{file}`;
  const given = { title: options.title, site: options.site, locales: options.locales, editUrl };
  const existing = await existingConfig(root);
  const config = existing?.config ?? newConfig(given);

  const files = new Map<string, string>();
  if (existing === undefined) files.set("knowhow.config.ts", configFile(given));
  files.set("package.json", packageFile(siteTexts(config, config.defaultLocale).title, options.version));
  if (existing === undefined || listEntries(root, config).length === 0) {
    const today = options.today ?? new Date().toISOString().slice(0, 10);
    for (const [file, text] of Object.entries(sampleEntries(config, today))) {
      files.set(join(config.content, file), text);
    }
  }
  for (const [file, text] of Object.entries(editorFiles(config, existing?.code))) files.set(file, text);
  // pnpm installs no package whose scripts it may not run, unless it is told which.
  if (options.packageManager === "pnpm") files.set("pnpm-workspace.yaml", pnpmSettings);
  const top = relative(root, repository?.top ?? root);
  files.set(
    join(top, ".github/workflows/knowhow.yml"),
    workflow({ path, branch, packageManager: options.packageManager ?? "npm" }),
  );

  const changes: FileChange[] = [];
  const written: string[] = [];
  const left: string[] = existing === undefined ? [] : [existing.file];
  for (const [file, bytes] of files) {
    if (existsSync(join(root, file))) left.push(file);
    else {
      changes.push({ kind: "create", path: join(root, file), bytes });
      written.push(file);
    }
  }
  const extended: string[] = [];
  const ignore = ignoreChange(join(root, ".gitignore"));
  if (ignore !== undefined) {
    changes.push(ignore);
    (ignore.kind === "create" ? written : extended).push(".gitignore");
  } else left.push(".gitignore");
  await changeFiles(root, `the new knowledge base in ${root}`, changes);
  const shown = (list: readonly string[]) => list.map((file) => file.replaceAll("\\", "/")).sort();
  return { root, written: shown(written), extended, left: shown(left) };
}

async function existingConfig(root: string): Promise<Awaited<ReturnType<typeof loadConfig>> | undefined> {
  const names = ["ts", "js", "mjs", "json"].map((ending) => join(root, `knowhow.config.${ending}`));
  return names.some((name) => existsSync(name)) ? loadConfig(root) : undefined;
}

function newConfig(given: Parameters<typeof configValue>[0]): ResolvedConfig {
  for (const tag of given.locales) {
    try {
      new Intl.Locale(tag);
    } catch {
      throw new SetupError(`“${tag}” is no language tag.`, "Write en, vi, pt-BR, with commas between several.");
    }
  }
  return resolveConfig(configValue(given), "This configuration");
}

function packageFile(title: string, version: string): string {
  const manifest = {
    name: toName(title).replace(/[^a-z0-9-]+/g, "") || "know-how",
    private: true,
    type: "module",
    scripts: { check: "knowhow check", dev: "knowhow dev", build: "knowhow build", preview: "knowhow preview" },
    devDependencies: { "@knowhow/cli": `^${version}`, "@knowhow/core": `^${version}` },
    engines: { node: ">=22.19" },
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** Adds the lines that a `.gitignore` lacks; nothing where it has them all. */
function ignoreChange(path: string): FileChange | undefined {
  if (!existsSync(path)) return { kind: "create", path, bytes: `${ignored.join("\n")}\n` };
  const before = readFileSync(path);
  const text = before.toString("utf8");
  const present = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/^\//, "").replace(/\/$/, "")));
  const missing = ignored.filter((line) => !present.has(line.replace(/\/$/, "")));
  if (missing.length === 0) return undefined;
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const gap = text === "" || text.endsWith("\n") ? "" : end;
  const added = Buffer.from(`${gap}${missing.join(end)}${end}`);
  return { kind: "replace", path, before, bytes: Buffer.concat([before, added]) };
}
