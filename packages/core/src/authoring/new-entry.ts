import { join, resolve } from "node:path";
import { stringify } from "yaml";
import { contentPath } from "../check/content-path.ts";
import { nearest } from "../compile/suggest.ts";
import { loadConfig } from "../config/load.ts";
import { SetupError } from "../config/setup-error.ts";
import { changeFiles } from "../files/change-files.ts";
import { entryUrl, type Location } from "../knowledge/locate.ts";
import { type EntryType, entryFolders, type Ref } from "../model/types.ts";
import { readContentText } from "./content-text.ts";
import { listEntries } from "./list-entries.ts";
import { readFormerIds } from "./move/former-ids.ts";
import { readId, titleOf } from "./names.ts";
import { type OwnFieldFacts, ownFieldFacts } from "./own-field-facts.ts";
import { fillTemplate } from "./templates/index.ts";

/** What a new entry is to be. */
export interface NewEntry {
  /** The folder of `knowhow.config.ts`. */
  readonly root: string;
  readonly type: EntryType;
  /** `crm/export-report`. */
  readonly id: string;
  /** Default: what the id suggests. */
  readonly title?: string | undefined;
  /** Default: the default locale. */
  readonly locale?: string | undefined;
  /** The day that it is dated with, `2026-01-31`; default today, by UTC. */
  readonly today?: string;
}

/** A new entry, written. */
export interface CreatedEntry {
  readonly ref: Ref;
  readonly title: string;
  readonly locale: string;
  /** Relative to the root. */
  readonly file: string;
  /** Its page, base included. */
  readonly url: string;
}

/**
 * Writes a new entry from the template of its type, which passes the check as it is; but for own fields that the site
 * requires: they stand in it to be filled in.
 * Throws a `SetupError` where the id is none, or where there is an entry or a page of that name already.
 */
export async function createEntry({ root: given, type, id: wanted, ...options }: NewEntry): Promise<CreatedEntry> {
  const root = resolve(given);
  const { config, code } = await loadConfig(root);
  const locale = options.locale ?? config.defaultLocale;
  if (!Object.hasOwn(config.locales, locale)) {
    const near = nearest(locale, Object.keys(config.locales));
    const hint =
      near === undefined ? `Possible here: ${Object.keys(config.locales).join(", ")}.` : `Did you mean “${near}”?`;
    throw new SetupError(`There is no locale “${locale}”.`, hint);
  }
  const read = readId(wanted, type);
  if ("problem" in read) throw new SetupError(read.problem.message, read.problem.hint);
  const { id } = read;
  const place: Location = { type, id, ref: `${type}:${id}`, locale, url: entryUrl(type, id, locale, config) };

  const there = listEntries(root, config);
  const taken = there.find(({ location }) => location.url === place.url);
  if (taken !== undefined) {
    const file = contentPath(taken.file, config);
    throw new SetupError(
      taken.location.id === id
        ? `${place.ref} is there already: ${file}.`
        : `${file} has the page ${place.url} already.`,
      "Choose another id, or open that file.",
    );
  }
  const folder = join(root, config.content);
  const texts = there.flatMap((entry) =>
    entry.location.type === type ? (readContentText(folder, entry.file) ?? []) : [],
  );
  const owner = readFormerIds(texts, config).get(place.ref);
  if (owner !== undefined) {
    throw new SetupError(
      `The address of ${place.ref} leads to ${owner}, which was once there.`,
      "Choose another id, or take it out of “formerly” there.",
    );
  }
  const title = options.title?.trim() || titleOf(id);
  const prefix = locale === config.defaultLocale ? "" : `${locale}/`;
  const file = contentPath(`${prefix}${entryFolders[type]}/${id}.mdx`, config);
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const template = fillTemplate(type, locale, { title: stringify(title, { lineWidth: 0 }).trim(), today });
  // A translation has from its original what the site requires.
  const hasOriginal = there.some(({ location }) => location.ref === place.ref);
  const bytes = hasOriginal ? template : withRequired(template, ownFieldFacts(type, { config, code }));
  await changeFiles(root, `the new ${place.ref}`, [{ kind: "create", path: join(root, file), bytes }]);
  return { ref: place.ref, title, locale, file, url: place.url };
}

/** A template with the fields that the site requires: keys without a value, which the check asks for. */
function withRequired(template: string, fields: ReadonlyMap<string, OwnFieldFacts>): string {
  const lines = [...fields].flatMap(([key, { required, values, description }]) => {
    const about = [description, values.join(", ")].filter((part) => part !== "").join(" ");
    return required ? [`${key}:${about === "" ? "" : ` # ${about.replace(/\s+/g, " ")}`}\n`] : [];
  });
  return template.replace(/\n---\n/, (end) => `\n${lines.join("")}${end.slice(1)}`);
}
