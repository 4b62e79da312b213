import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { z } from "zod";
import { describeIssue, firstOnes } from "../compile/schema-issue.ts";
import { didYouMean } from "../compile/suggest.ts";
import { type DiagnosticCode, meaningOf } from "../model/diagnostic-codes.ts";
import { importCode } from "./import-code.ts";
import type { LocalText } from "./local-text.ts";
import { navLabels } from "./nav.ts";
import { configFor, outputsOf, withOutputs } from "./outputs.ts";
import { configSchema, type ResolvedConfig } from "./schema.ts";
import { SetupError } from "./setup-error.ts";
import { builtInCode, type OwnCode, placeIn, type SiteCode, siteCode } from "./site-code.ts";

const names = ["knowhow.config.ts", "knowhow.config.js", "knowhow.config.mjs", "knowhow.config.json"];

/** A configuration and the file that it was read from. */
export interface LoadedConfig {
  readonly config: ResolvedConfig;
  /** Relative to the root. */
  readonly file: string;
  /** What of it is code. */
  readonly code: SiteCode;
}

/**
 * Reads the configuration of the knowledge base at `root`, for all of its sites or for the one that `audience` names.
 * Throws a `SetupError` that says what to do where there is none or it is wrong.
 */
export async function loadConfig(root: string, audience?: string): Promise<LoadedConfig> {
  const { config, ...loaded } = await readConfig(root);
  return { ...loaded, config: configFor(config, audience) };
}

async function readConfig(root: string): Promise<LoadedConfig> {
  const file = configFile(root);
  if (file.endsWith(".json")) {
    const { config } = split(readJson(root, file), file);
    checkThemeFiles(config, root, file);
    return { config, file, code: builtInCode };
  }
  const code = await importCode(join(root, file));
  const { config, own } = split(
    exported(code.outcome, (cause) => placeIn(code.files, root, cause), file),
    file,
  );
  checkThemeFiles(config, root, file);
  return { config, file, code: siteCode(own, { root, file, code }) };
}

/** The files that the configuration at `root` is made of, absolute: its own, and those that it imports. */
export async function configFiles(root: string): Promise<readonly string[]> {
  const path = join(root, configFile(root));
  return path.endsWith(".json") ? [path] : (await importCode(path)).files;
}

function configFile(root: string): string {
  if (!existsSync(root)) throw new SetupError(`The folder ${root} does not exist.`, "Check --root.");
  const file = fileIn(root);
  if (file !== undefined) return file;
  const above = foldersAbove(resolve(root)).find((folder) => fileIn(folder) !== undefined);
  throw new SetupError(
    `There is no knowhow.config.ts in ${root}.`,
    above === undefined
      ? "Make one, and a first entry, with “knowhow init”; or name the right folder with --root."
      : `There is one in ${above}: go there, or name that folder with --root.`,
  );
}

function fileIn(folder: string): string | undefined {
  return names.find((name) => existsSync(join(folder, name)));
}

/** The folders that hold a folder, the nearest first. */
function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [] : [above, ...foldersAbove(above)];
}

function checkThemeFiles({ theme }: ResolvedConfig, root: string, file: string): void {
  const slots = Object.entries(theme.slots).map(([name, named]) => [`slots.${name}`, named] as const);
  for (const [key, named] of [["logo", theme.logo], ["css", theme.css], ...slots] as const) {
    if (named !== undefined && !existsSync(join(root, named))) {
      throw new SetupError(
        `${file}: “theme.${key}” names ${named}, which is not there.`,
        "Name a file relative to the root.",
      );
    }
  }
}

/** Validates a configuration and fills in its defaults; throws a `SetupError` naming every mistake. */
export function resolveConfig(value: unknown, file = "the configuration"): ResolvedConfig {
  return split(value, file).config;
}

/** The same, and apart from it what is code. */
function split(value: unknown, file: string): { readonly config: ResolvedConfig; readonly own: OwnCode } {
  const result = configSchema.safeParse(value);
  if (!result.success) {
    const told = firstOnes(result.error.issues).flatMap((issue) =>
      describeIssue(issue, value, configSchema, "configuration"),
    );
    throw new SetupError(
      `${file} has ${told.length === 1 ? "a mistake" : `${told.length} mistakes`}:\n${told.map(({ message, hint }) => `  - ${message}${hint === undefined ? "" : ` ${hint}`}`).join("\n")}`,
    );
  }
  const { blocks, fields, publish, ...config } = result.data;
  const locales = Object.keys(config.locales);
  const defaultLocale = config.defaultLocale ?? locales[0];
  if (defaultLocale === undefined)
    throw new SetupError(`${file}: “locales” is empty.`, 'Name at least one: { en: { label: "English" } }.');
  const alike = locales.find((one, i) => locales.findIndex((other) => other.toLowerCase() === one.toLowerCase()) < i);
  if (alike !== undefined) {
    throw new SetupError(`${file}: “locales” names “${alike}” twice; capitals do not tell languages apart.`);
  }
  if (!locales.includes(defaultLocale)) {
    throw new SetupError(
      `${file}: the default locale “${defaultLocale}” is not among “locales” (${locales.join(", ")}).`,
    );
  }
  tellUnknownLocales(config, locales, file);
  tellLowered(config.rules, file);
  const outputs = outputsOf(publish, { ...config, site: config.site, file });
  if (config.budget.warn > config.budget.error) {
    const { warn, error } = config.budget;
    throw new SetupError(
      `${file}: “budget” warns at ${warn} minutes, after its error at ${error}.`,
      "Make “warn” the smaller of the two.",
    );
  }
  const described = blocks.map(({ name, browser }) => ({ name, ...(browser === undefined ? {} : { browser }) }));
  return { config: withOutputs({ ...config, defaultLocale, blocks: described }, outputs), own: { blocks, fields } };
}

/** Texts are written in the languages that the site has. */
function tellUnknownLocales(
  {
    title,
    description,
    roles,
    tags,
    contexts,
    texts: own,
    nav = [],
  }: Pick<z.output<typeof configSchema>, "title" | "description" | "roles" | "tags" | "contexts" | "texts" | "nav">,
  locales: readonly string[],
  file: string,
): void {
  const labelled = (key: string, things: Readonly<Record<string, { readonly label: LocalText }>>) =>
    Object.entries(things).map(([id, { label }]) => [`“${key}.${id}” has a label`, label] as const);
  const texts: readonly (readonly [string, LocalText | undefined])[] = [
    ["“title” has a text", title],
    ["“description” has a text", description],
    ...labelled("roles", roles),
    ...labelled("tags", tags),
    ...labelled("contexts", contexts),
    ...navLabels(nav).map((label) => ["“nav” has a label", label] as const),
    ...Object.keys(own).map((locale) => ["“texts” has texts", { [locale]: "" }] as const),
  ];
  for (const [what, text] of texts) {
    const stranger = typeof text === "object" && Object.keys(text).find((locale) => !locales.includes(locale));
    if (stranger === false || stranger === undefined) continue;
    throw new SetupError(
      `${file}: ${what} in the locale “${stranger}”, which is not among “locales” (${locales.join(", ")}).`,
      didYouMean(stranger, locales) ?? "Take it out, or name the locale there.",
    );
  }
}

const made = { error: "an error", warning: "a warning", info: "an info", off: "nothing" } as const;

/** Some errors are such that nothing could be published in spite of them. */
function tellLowered(rules: ResolvedConfig["rules"], file: string): void {
  for (const [code, severity] of Object.entries(rules)) {
    const { always } = meaningOf(code as DiagnosticCode);
    if (always === undefined || severity === "error") continue;
    throw new SetupError(
      `${file}: “rules” cannot make “${code}” ${made[severity]}: ${always}.`,
      "Take it out of “rules”.",
    );
  }
}

function readJson(root: string, file: string): unknown {
  let value: unknown;
  try {
    // Some editors of Windows begin every file with a byte order mark.
    value = JSON.parse(readFileSync(join(root, file), "utf8").replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw unreadable(file, cause);
  }
  const code = ["blocks", "fields"].find((key) => typeof value === "object" && value !== null && key in value);
  if (code !== undefined) {
    throw new SetupError(
      `${file}: “${code}” are code, which JSON cannot hold.`,
      "Rename the file to knowhow.config.ts.",
    );
  }
  return value;
}

function exported(
  outcome: { readonly module: unknown } | { readonly failure: unknown },
  placeOf: (cause: Error) => string,
  file: string,
): unknown {
  if ("failure" in outcome) {
    const { failure } = outcome;
    throw unreadable((failure instanceof Error && placeOf(failure)) || file, failure);
  }
  const { module } = outcome;
  if (typeof module === "object" && module !== null && "default" in module) return module.default;
  throw new SetupError(`${file} exports no configuration.`, 'Write: export default { title: "Our know-how" };');
}

function unreadable(place: string, cause: unknown): SetupError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const [, lacking] = /^Cannot find package '([^']+)'/.exec(reason) ?? [];
  if (lacking !== undefined) {
    return new SetupError(
      `${place} imports “${lacking}”, which is not installed.`,
      `Run “npm install” where the package.json is; if “${lacking}” is not in that, “npm install ${lacking}”.`,
    );
  }
  const [line = ""] = reason.split("\n");
  return new SetupError(`${place} cannot be read: ${line.replace(/\.?$/, ".")}`, "Correct it and try again.");
}
