import type { ResolvedConfig } from "../../../config/schema.ts";
import { en } from "./en.ts";
import type { Sample } from "./sample.ts";
import { vi } from "./vi.ts";

const samples: Readonly<Record<string, Sample>> = { en, vi };

/** The first entries of a knowledge base, by file under the content folder, in each of its languages that they are written in. */
export function sampleEntries(config: ResolvedConfig, today: string): Readonly<Record<string, string>> {
  const entries: Record<string, string> = {};
  for (const locale of Object.keys(config.locales)) {
    const isDefault = locale === config.defaultLocale;
    const sample = samples[locale.split("-")[0] ?? ""] ?? (isDefault ? en : undefined);
    for (const [file, text] of Object.entries(sample?.(today) ?? {}))
      entries[isDefault ? file : `${locale}/${file}`] = text;
  }
  return entries;
}
