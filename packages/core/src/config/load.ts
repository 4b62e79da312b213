import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describeIssue } from "../compile/schema-issue.ts";
import { nearest } from "../compile/suggest.ts";
import { type DiagnosticCode, meaningOf } from "../model/diagnostic-codes.ts";
import { configSchema, type ResolvedConfig } from "./schema.ts";
import { SetupError } from "./setup-error.ts";

const names = ["knowhow.config.ts", "knowhow.config.js", "knowhow.config.mjs", "knowhow.config.json"];

/** A configuration and the file that it was read from. */
export interface LoadedConfig {
  readonly config: ResolvedConfig;
  /** Relative to the root. */
  readonly file: string;
}

/**
 * Reads the configuration of the knowledge base at `root`.
 * Throws a `SetupError` that says what to do where there is none or it is wrong.
 */
export async function loadConfig(root: string): Promise<LoadedConfig> {
  if (!existsSync(root)) throw new SetupError(`The folder ${root} does not exist.`, "Check --root.");
  const file = names.find((name) => existsSync(join(root, name)));
  if (file === undefined) {
    throw new SetupError(
      `There is no knowhow.config.ts in ${root}.`,
      'Create it with: export default { title: "Our know-how" };  or name the right folder with --root.',
    );
  }
  const config = resolveConfig(await readValue(join(root, file), file), file);
  for (const key of ["logo", "css"] as const) {
    const named = config.theme[key];
    if (named !== undefined && !existsSync(join(root, named))) {
      throw new SetupError(
        `${file}: “theme.${key}” names ${named}, which is not there.`,
        "Name a file relative to the root.",
      );
    }
  }
  return { config, file };
}

/** Validates a configuration and fills in its defaults; throws a `SetupError` naming every mistake. */
export function resolveConfig(value: unknown, file = "the configuration"): ResolvedConfig {
  const result = configSchema.safeParse(value);
  if (!result.success) {
    const told = result.error.issues.flatMap((issue) => describeIssue(issue, value, configSchema, "configuration"));
    throw new SetupError(
      `${file} has ${told.length === 1 ? "a mistake" : `${told.length} mistakes`}:\n${told.map(({ message, hint }) => `  - ${message}${hint === undefined ? "" : ` ${hint}`}`).join("\n")}`,
    );
  }
  const config = result.data;
  const locales = Object.keys(config.locales);
  const defaultLocale = config.defaultLocale ?? locales[0];
  if (defaultLocale === undefined)
    throw new SetupError(`${file}: “locales” is empty.`, 'Name at least one: { en: { label: "English" } }.');
  if (!locales.includes(defaultLocale)) {
    throw new SetupError(
      `${file}: the default locale “${defaultLocale}” is not among “locales” (${locales.join(", ")}).`,
    );
  }
  const unknown = config.publish.find((audience) => !config.audiences.includes(audience));
  if (unknown !== undefined) {
    const near = nearest(unknown, config.audiences);
    throw new SetupError(
      `${file}: “publish” names the audience “${unknown}”, which is not among “audiences”.`,
      near && `Did you mean “${near}”?`,
    );
  }
  tellLowered(config.rules, file);
  if (config.budget.warn > config.budget.error) {
    const { warn, error } = config.budget;
    throw new SetupError(
      `${file}: “budget” warns at ${warn} minutes, after its error at ${error}.`,
      "Make “warn” the smaller of the two.",
    );
  }
  return { ...config, defaultLocale, base: baseOf(config.site) };
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

function baseOf(site: string | undefined): string {
  const path = site === undefined ? "/" : new URL(site).pathname;
  return path.endsWith("/") ? path : `${path}/`;
}

async function readValue(path: string, file: string): Promise<unknown> {
  const source = readFileSync(path, "utf8");
  try {
    if (path.endsWith(".json")) return JSON.parse(source);
    // A version in the address, since a module is loaded once only and `dev` reads it again after an edit.
    const version = createHash("sha256").update(source).digest("hex").slice(0, 12);
    const module: unknown = await import(`${pathToFileURL(path).href}?version=${version}`);
    if (typeof module === "object" && module !== null && "default" in module) return module.default;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const line =
      cause instanceof Error ? /knowhow\.config\.\w+(?:\?version=\w+)?:(\d+)/.exec(cause.stack ?? "")?.[1] : undefined;
    const place = line === undefined ? file : `${file}:${line}`;
    throw new SetupError(`${place} cannot be read: ${reason.split("\n")[0]}`, "Correct it and try again.");
  }
  throw new SetupError(`${file} exports no configuration.`, 'Write: export default { title: "Our know-how" };');
}
