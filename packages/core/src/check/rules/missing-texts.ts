import { info } from "../../compile/problem.ts";
import { textCoverage } from "../../locale/to-translate.ts";
import { placeOfKey } from "../config-place.ts";
import type { Rule } from "../rule.ts";

/** `missing-texts`: what pages say by themselves is translated into every language of the site. */
export const missingTexts: Rule = function* ({ config, configFile }) {
  for (const [locale, { label }] of Object.entries(config.locales)) {
    const { all, missing } = textCoverage(locale, config);
    if (missing === 0) continue;
    yield {
      file: configFile.file,
      relativeTo: "root",
      ...info(
        "missing-texts",
        `${missing} of the ${all} texts that pages show by themselves are in English on pages in ${label}.`,
        placeOfKey(locale, configFile.text, "locales"),
        `Print them with knowhow texts ${locale} --missing, and give them in “texts.${locale}” of the configuration.`,
      ),
    };
  }
};
