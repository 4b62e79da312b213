import { z } from "zod";
import { nearest } from "../compile/suggest.ts";
import { en } from "../locale/en.ts";
import { isOneNumber, type PluralCategory, pluralCategories } from "../locale/plural-rules.ts";
import { isText, placesIn, type Text, type TextTree, textAt, textLeaves } from "../locale/text-tree.ts";
import type { OwnTexts } from "../locale/texts.ts";
import { asTree } from "../locale/texts-of.ts";

type TextsByLocale = Readonly<Record<string, OwnTexts>>;

const english = asTree(en);

/** What a language may do without: not every one has words on both sides of the one that is marked. */
const mayBeEmpty: readonly string[] = ["ask.heading.before", "ask.heading.after"];

/** Texts by locale, each with the keys of the English ones. Most configurations have none, and need not wait for it to be made. */
export const ownTextsSchema: z.ZodType<TextsByLocale, TextsByLocale> = z.lazy(
  () =>
    z
      .record(z.string(), groupOf(english), hint('texts: { de: { search: "Suche" } }'))
      // The type is made of that of the English texts, as the schema is of the texts themselves.
      .superRefine(tellForms) as unknown as z.ZodType<TextsByLocale, TextsByLocale>,
);

/** A group of texts: any of its keys, no others. */
function groupOf(tree: TextTree, above: readonly string[] = []): z.ZodType {
  const keys = Object.entries(tree).map(([key, node]) => {
    const path = [...above, key];
    const schema = isText(node) ? textLike(node, path) : groupOf(node, path);
    return [key, schema.optional()] as const;
  });
  const [[first] = [""]] = keys;
  return z.strictObject(Object.fromEntries(keys), hint(`{ ${first}: "…" }, each text under its key`));
}

function textLike(text: Text, path: readonly string[]): z.ZodType {
  if (typeof text === "string") return oneText(placesIn(text), mayBeEmpty.includes(path.join(".")));
  const places = placesIn(text.other);
  const form = formOf(places);
  const forms = z.strictObject({
    zero: form.optional(),
    one: form.optional(),
    two: form.optional(),
    few: form.optional(),
    many: form.optional(),
    other: formOf(places, "It stands for every number that has no form of its own."),
  });
  return z.union([oneText(places, false), forms], {
    error: 'Write a text, or one for each form: { one: "{n} …", other: "{n} …" }.',
  });
}

/** A text in which all of these places are filled in, and no others. */
function oneText(places: readonly string[], isFree: boolean): z.ZodType {
  return z.string().superRefine((text, context) => {
    if (!isFree && text.trim() === "")
      context.addIssue({ code: "custom", message: "Write something, or leave it out." });
    const fault = placeFault(text, places, places);
    if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
  });
}

/** A form of a text for some numbers; whether it can do without the number is a matter of the language. */
function formOf(places: readonly string[], missing?: string): z.ZodType {
  const error = ({ input }: { readonly input?: unknown }) => (input === undefined ? missing : undefined);
  return z.string({ error }).superRefine((text, context) => {
    if (text.trim() === "") context.addIssue({ code: "custom", message: "Write something, or leave it out." });
    const fault = placeFault(text, places, []);
    if (fault !== undefined) context.addIssue({ code: "custom", message: fault });
  });
}

/** What is wrong with the places of a text, of which it needs some and may have no others. */
function placeFault(text: string, known: readonly string[], needed: readonly string[]): string | undefined {
  const given = placesIn(text);
  const stranger = given.find((place) => !known.includes(place));
  if (stranger !== undefined) {
    const meant = nearest(stranger, known);
    if (meant !== undefined) return `Write {${meant}} in place of {${stranger}}.`;
    const possible = known.map((place) => `{${place}}`).join(", ");
    return `Nothing is filled in for {${stranger}}${possible === "" ? "." : `; possible here: ${possible}.`}`;
  }
  const lacking = needed.filter((place) => !given.includes(place));
  if (lacking.length === 0) return undefined;
  return `It also needs ${lacking.map((place) => `{${place}}`).join(" and ")}, where that is filled in.`;
}

/** Forms are those of the language, and say their number unless there is only one that it can be. */
function tellForms(texts: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void {
  for (const [locale, own] of Object.entries(texts)) {
    const categories = pluralCategories(locale);
    if (categories === undefined) continue;
    for (const { path, text } of textLeaves(english)) {
      const given = typeof text === "string" ? undefined : textAt(own as TextTree, path);
      if (given === undefined || typeof given === "string") continue;
      for (const [form, written] of Object.entries(given)) {
        const category = form as PluralCategory; // The schema knows no other keys.
        const tell = (message: string) => context.addIssue({ code: "custom", path: [locale, ...path, form], message });
        if (!categories.includes(category)) {
          tell(`No number has this form in this language; its forms are ${categories.join(", ")}.`);
        } else if (typeof written === "string" && !written.includes("{n}") && !isOneNumber(category, locale)) {
          tell("It also needs {n}, where the number is filled in: the form is that of several numbers.");
        }
      }
    }
  }
}

function hint(written: string) {
  const error = ({ code }: { readonly code?: string | undefined }) =>
    code === "invalid_type" ? `Write ${written}.` : undefined;
  return { error };
}
