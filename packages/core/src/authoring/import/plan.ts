import { contentPath } from "../../check/content-path.ts";
import type { ResolvedConfig } from "../../config/schema.ts";
import { entryUrl, slugSegment } from "../../knowledge/locate.ts";
import type { LocatedFile } from "../../knowledge/source-file.ts";
import type { EntryType } from "../../model/types.ts";
import { titleOf, toShortName } from "../names.ts";
import type { Analysis } from "./analyse.ts";
import type { SourceHeading } from "./markdown/convert-body.ts";
import { cutParts, type Part } from "./parts.ts";
import { fileOf, idOf, type TargetSetting, targetOf } from "./targets.ts";

/** An entry that a document, or a part of one, becomes. */
export interface Plan {
  readonly analysis: Analysis;
  readonly part: Part;
  readonly type: EntryType;
  readonly locale: string;
  readonly id: string;
  /** Relative to the content folder. */
  readonly file: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** For the path of a document that is split: the refs of its parts. */
  readonly steps: readonly string[];
  /** The heading that becomes the title, and leaves the text. */
  readonly heading: SourceHeading | undefined;
  /** Whether it is the first of its document, which keeps what the front matter says beside. */
  readonly isFirst: boolean;
}

/** What plans are made by. */
export interface PlanSetting extends TargetSetting {
  readonly type: "lesson" | "faq";
  readonly split: boolean;
}

/** Plans what a document becomes: one entry or, where it is to be split, one for each heading of the second level. */
export function planDocument(analysis: Analysis, setting: PlanSetting): readonly Plan[] {
  const { document, body, minutes } = analysis;
  const { type, config, split } = setting;
  const { locale, path, name, order } = targetOf(document.file, setting);
  const { fields } = document.frontMatter;
  const whole: Part = { heading: undefined, start: document.bodyOffset, end: body.text.length };
  const parts =
    split && (type === "faq" || minutes > config.budget.warn) ? cutParts(body, document.bodyOffset) : [whole];
  const [first] = body.headings.filter(({ depth }) => depth === 1);
  const opening = parts.length > 1 ? first : (first ?? body.headings[0]);
  const title = textField(fields.title) ?? (opening?.text || titleOf(name) || titleOf(idOf(path)));
  // A heading leaves the text where it opens it and says nothing but the title.
  const heading = opening?.isFirst && opening.isPlain && opening.text === title ? opening : undefined;
  const plan = (rest: Pick<Plan, "part" | "type" | "fields" | "steps" | "heading" | "isFirst">, at: string): Plan => ({
    analysis,
    locale,
    id: idOf(at),
    file: fileOf({ locale, path: at }, rest.type, `.${analysis.to}`, config),
    ...rest,
  });
  if (parts.length === 1) {
    const own = { ...fields, title, ...(fields.order === undefined && order !== undefined ? { order } : {}) };
    return [plan({ part: whole, type, fields: own, steps: [], heading, isFirst: true }, path)];
  }

  const base = idOf(path);
  const names = new Set<string>();
  const sections = parts.flatMap((part, i): Plan[] => {
    if (part.heading === undefined) return [];
    let name = toShortName(part.heading.text, 60) || `part-${i + 1}`;
    while (names.has(name)) name = `${name}-${i + 1}`;
    names.add(name);
    const own = {
      ...(fields.tags === undefined ? {} : { tags: fields.tags }),
      ...(fields.owner === undefined ? {} : { owner: fields.owner }),
      title: part.heading.text || titleOf(name),
      ...(type === "faq" ? { category: title } : {}),
      order: i + 1,
    };
    const isTitle = part.heading.isPlain;
    return [
      plan(
        { part, type, fields: own, steps: [], heading: isTitle ? part.heading : undefined, isFirst: false },
        `${base}/${name}`,
      ),
    ];
  });
  // What stands before the first section, and what names the whole, becomes the path through its sections.
  const intro = parts.find((part) => part.heading === undefined) ?? { ...whole, end: parts[0]?.start ?? whole.end };
  const steps = sections.map(({ id }) => `${type}:${id}`);
  return [
    plan({ part: intro, type: "path", fields: { ...fields, title }, steps, heading, isFirst: true }, base),
    ...sections,
  ];
}

function textField(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Tells what is in the place of a plan: another plan, or a file that is there. Plans that would share a page get a number. */
export function settlePlaces(
  plans: readonly Plan[],
  there: readonly LocatedFile[],
  config: ResolvedConfig,
): { readonly plans: readonly Plan[]; readonly skipped: readonly { readonly source: string; readonly why: string }[] } {
  const existing = new Map(there.map(({ file, location }) => [location.url, file]));
  const taken = new Set<string>();
  const settled: Plan[] = [];
  const skipped: { readonly source: string; readonly why: string }[] = [];
  for (const plan of plans) {
    const urlOf = (id: string) => entryUrl(plan.type, id, plan.locale, config);
    const inPlace = existing.get(urlOf(plan.id));
    if (inPlace !== undefined) {
      skipped.push({ source: plan.analysis.document.file, why: `${contentPath(inPlace, config)} is there already.` });
      continue;
    }
    let id = plan.id;
    for (let number = 2; taken.has(urlOf(id)); number++) id = `${plan.id}-${number}`;
    taken.add(urlOf(id));
    settled.push(
      id === plan.id
        ? plan
        : { ...plan, id, file: plan.file.replace(/(?:\/index)?(\.mdx?)$/, `${id.slice(plan.id.length)}$1`) },
    );
  }
  return { plans: settled, skipped };
}

/** The first part of an id that cannot be one, for a folder that somebody names. */
export function wrongPart(path: string): string | undefined {
  return path.split("/").find((part) => part === "" || part !== slugSegment(part));
}
