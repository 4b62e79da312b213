import { resolve } from "node:path";
import { loadConfig, SetupError } from "@knowhow/core/node";
import { type ExitCode, exit } from "../exit.ts";
import { printable } from "../terminal.ts";

/** What `texts` takes. */
export interface TextsCommand {
  readonly root: string;
  readonly locale: string;
  /** Only those that are in English only. */
  readonly missing: boolean;
}

/** `knowhow texts`: prints the texts that pages of a locale show by themselves, as the configuration takes them. */
export async function texts({ root, locale, missing }: TextsCommand): Promise<ExitCode> {
  const { config, file } = await loadConfig(resolve(root));
  const label = Object.hasOwn(config.locales, locale) ? config.locales[locale]?.label : undefined;
  if (label === undefined) {
    throw new SetupError(
      `There is no locale “${locale}”.`,
      `Possible here: ${Object.keys(config.locales).join(", ")}. Add others to “locales” in ${file}.`,
    );
  }
  const { textCoverage, textsToTranslate } = await import("@knowhow/core/authoring");
  const coverage = textCoverage(locale, config);
  process.stdout.write(`${JSON.stringify(textsToTranslate(locale, config, { missing }), undefined, 2)}\n`);
  process.stderr.write(
    `${coverage.missing} of ${coverage.all} texts are in English on pages in ${printable(label)}.\n`,
  );
  return exit.done;
}
