import { contentPath } from "../check/content-path.ts";
import { isPublished } from "../check/entry-index.ts";
import type { EntryContent, EntryFacts } from "../compile/entry.ts";
import type { ResolvedConfig } from "../config/schema.ts";
import { byCodeUnit } from "../knowledge/content-files.ts";
import { withInherited } from "../knowledge/inherit.ts";
import type { KnownFile } from "../knowledge/known-file.ts";
import type { Content } from "../knowledge/read-content.ts";
import { faqsShownBy } from "../knowledge/shown-faqs.ts";
import type { Question } from "../model/question.ts";
import type { Ref } from "../model/types.ts";
import type { EntryChange, QuestionChange } from "./entry-change.ts";

/** An entry that readers see. */
interface Seen {
  readonly facts: EntryFacts;
  readonly known: KnownFile;
  readonly body: () => EntryContent;
}

/** Keys of the front matter that say something to the team only. */
const unseenKeys: ReadonlySet<string> = new Set(["title", "formerly", "reviewEvery"]);

/**
 * Tells what readers would see change between two states of the content, both read with their bodies: the default locale
 * first, then by locale and ref. `changedFiles` are those of the content folder that differ.
 */
export function compareContent(
  before: Content,
  now: Content,
  changedFiles: ReadonlySet<string>,
  config: ResolvedConfig,
): readonly EntryChange[] {
  const old = seenIn(before, config);
  const present = seenIn(now, config);
  const comparison = { old, present, changedFiles, config };
  const broken = new Set(
    now.entries.flatMap(({ location, known }) =>
      known.content === undefined ? [keyOf(location.locale, location.ref)] : [],
    ),
  );
  const gone = new Map([...old].filter(([key]) => !present.has(key) && !broken.has(key)));
  const changes: EntryChange[] = [];
  const fresh: Seen[] = [];
  for (const [key, entry] of present) {
    const was = old.get(key);
    if (was === undefined) fresh.push(entry);
    else {
      const { parts, questions } = compare(was, entry, comparison);
      if (parts.length > 0) changes.push({ ...described(entry, config), change: "changed", parts, questions });
    }
  }
  for (const entry of fresh) {
    const from = origin(entry, gone, present, config);
    if (from === undefined) {
      const questions = entry.body().questions.map(toChange("added"));
      changes.push({ ...described(entry, config), change: "added", questions });
      continue;
    }
    gone.delete(keyOf(from.was.facts.location.locale, from.was.facts.location.ref));
    const { ref } = from.was.facts.location;
    const { redirected } = from;
    changes.push({
      ...described(entry, config),
      ...compare(from.was, entry, comparison),
      change: "moved",
      from: ref,
      redirected,
    });
  }
  const hidden = new Map(
    withInherited(now.entries, config).map(({ location, known }) => [
      keyOf(location.locale, location.ref),
      known.facts,
    ]),
  );
  for (const [key, entry] of gone) {
    const facts = hidden.get(key);
    const why = facts === undefined ? "gone" : facts.frontmatter.status === "draft" ? "draft" : "audience";
    const questions = entry.body().questions.map(toChange("removed"));
    changes.push({ ...described(entry, config), change: "removed", why, questions });
  }
  const isOther = ({ locale }: EntryChange) => Number(locale !== config.defaultLocale);
  return changes.sort((a, b) => isOther(a) - isOther(b) || byCodeUnit(a.locale, b.locale) || byCodeUnit(a.ref, b.ref));
}

function seenIn({ entries }: Content, config: ResolvedConfig): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const { location, known } of withInherited(entries, config)) {
    const { facts, content } = known;
    const key = keyOf(location.locale, location.ref);
    if (facts === undefined || content === undefined || !isPublished(facts, config) || seen.has(key)) continue;
    seen.set(key, { facts, known, body: content });
  }
  return seen;
}

function keyOf(locale: string, ref: Ref): string {
  return `${locale} ${ref}`;
}

/** Where a new entry was before: it says so itself, or its original does, or an entry that is gone was the same. */
function origin(
  { facts, body }: Seen,
  gone: ReadonlyMap<string, Seen>,
  present: ReadonlyMap<string, Seen>,
  config: ResolvedConfig,
): { readonly was: Seen; readonly redirected: boolean } | undefined {
  const { type, locale, ref } = facts.location;
  const original = present.get(keyOf(config.defaultLocale, ref));
  for (const former of [...facts.frontmatter.formerly, ...(original?.facts.frontmatter.formerly ?? [])]) {
    const was = gone.get(keyOf(locale, `${type}:${former.normalize("NFC")}`));
    if (was !== undefined) return { was, redirected: true };
  }
  for (const was of gone.values()) {
    const { location, title } = was.facts;
    if (location.type !== type || location.locale !== locale || title !== facts.title) continue;
    if (was.body().text === body().text) return { was, redirected: false };
  }
  return undefined;
}

/** What is compared: all that readers saw and see, and the files that differ. */
interface Comparison {
  readonly old: ReadonlyMap<string, Seen>;
  readonly present: ReadonlyMap<string, Seen>;
  readonly changedFiles: ReadonlySet<string>;
  readonly config: ResolvedConfig;
}

function compare(
  was: Seen,
  now: Seen,
  { old, present, changedFiles, config }: Comparison,
): { readonly parts: readonly string[]; readonly questions: readonly QuestionChange[] } {
  const hasOtherMedia = now.facts.links.some(({ target }) => target.kind === "media" && changedFiles.has(target.file));
  const media = hasOtherMedia ? ["media"] : [];
  const faqs = hasOtherFaqs(was, old, now, present, config) ? ["faqs"] : [];
  // What has not changed need not have its body read.
  if (was.known.meta === now.known.meta && was.known.revision === now.known.revision)
    return { parts: [...media, ...faqs], questions: [] };
  const questions = compareQuestions(was.body().questions, now.body().questions);
  const parts = [
    ...(was.facts.title === now.facts.title ? [] : ["title"]),
    ...differingKeys(was.facts.frontmatter, now.facts.frontmatter),
    ...(isSameText(was.body(), now.body()) ? [] : ["text"]),
    ...(questions.length === 0 ? [] : ["questions"]),
    ...media,
    ...faqs,
  ];
  return { parts, questions };
}

/** Whether a FAQ that an entry showed and shows says something else now. */
function hasOtherFaqs(
  was: Seen,
  old: Comparison["old"],
  now: Seen,
  present: Comparison["present"],
  { defaultLocale }: ResolvedConfig,
): boolean {
  const { locale } = now.facts.location;
  const find = (seen: ReadonlyMap<string, Seen>, ref: string) =>
    (seen.get(`${locale} ${ref}`) ?? seen.get(`${defaultLocale} ${ref}`))?.known.revision;
  const before = new Set(faqsShownBy(was.facts));
  return faqsShownBy(now.facts).some((ref) => before.has(ref) && find(old, ref) !== find(present, ref));
}

function isSameText(was: EntryContent, now: EntryContent): boolean {
  return was.html === now.html && JSON.stringify(was.scenes) === JSON.stringify(now.scenes);
}

function differingKeys(was: object, now: object): readonly string[] {
  const before = new Map<string, unknown>(Object.entries(was));
  const after = new Map<string, unknown>(Object.entries(now));
  return [...new Set([...after.keys(), ...before.keys()])].filter(
    (key) => !unseenKeys.has(key) && JSON.stringify(before.get(key)) !== JSON.stringify(after.get(key)),
  );
}

function compareQuestions(was: readonly Question[], now: readonly Question[]): readonly QuestionChange[] {
  const before = new Map(was.map((question) => [question.id, question]));
  const after = new Set(now.map(({ id }) => id));
  return [
    ...now.flatMap((question) => {
      const old = before.get(question.id);
      if (old === undefined) return [toChange("added")(question)];
      return JSON.stringify(old) === JSON.stringify(question) ? [] : [toChange("changed")(question)];
    }),
    ...was.filter(({ id }) => !after.has(id)).map(toChange("removed")),
  ];
}

function toChange(change: QuestionChange["change"]): (question: Question) => QuestionChange {
  return ({ id, prompt }) => ({ change, id, title: prompt.text });
}

function described({ facts }: Seen, config: ResolvedConfig) {
  const { location, title, file } = facts;
  return {
    ref: location.ref,
    locale: location.locale,
    title,
    url: location.url,
    file: contentPath(file, config),
  };
}
