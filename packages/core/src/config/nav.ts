import { z } from "zod";
import { entryFolders, entryTypes } from "../model/types.ts";
import { type LocalText, localText } from "./local-text.ts";

/** The pages that every site has under a name of their own, as a link of the navigation writes them. */
export const namedPlaces = [
  "/",
  ...entryTypes.map((type) => `/${entryFolders[type]}/`),
  "/tags/",
  "/roles/",
  "/owners/",
  "/search/",
] as const;

const refPattern = new RegExp(`^(?:${entryTypes.join("|")}):.`);

const navTarget = z
  .string()
  .refine(
    (to) => refPattern.test(to) || /^\/(?![/\\])\S*$/.test(to) || /^(?:https?:\/\/\S+|mailto:\S+@\S+)$/.test(to),
    "Write a ref (lesson:crm/export-report), a path of the site (/faqs/) or a whole address (https://…).",
  );

/** A link of the navigation: an entry by its ref, a page of the site by its path below the base, or a page elsewhere. */
const navLink = z
  .strictObject({ label: localText.optional(), to: navTarget })
  .superRefine(({ label, to }, context) => tellMissingLabel(label, to, context));

const navItem = z
  .strictObject({
    label: localText.optional(),
    to: navTarget.optional(),
    items: z.array(navLink).min(1, "Name the links of the group, or take it out.").optional(),
  })
  .superRefine(({ label, to, items }, context) => {
    if (to !== undefined && items !== undefined) {
      tell(context, "items", "A link has “to”, a group has “items”: leave one of them out.");
    } else if (to !== undefined) {
      tellMissingLabel(label, to, context);
    } else if (items === undefined) {
      tell(context, "to", 'Write { to: "/faqs/" } for a link, or { label: "…", items: [ … ] } for a group.');
    } else if (label === undefined) {
      tell(context, "label", "Say what the group is called.");
    }
  });

/** The links at the top of every page, in their order. */
export const navSchema = z
  .array(navItem)
  .min(1, "Name some links, or leave “nav” out for the parts that have entries.");

/** What stands at one place of the navigation: a link (`to`) or a group of links (`label` and `items`). */
export type NavItemConfig = z.output<typeof navItem>;

/** Entries and the site's own lists have a name; other pages need one. */
function tellMissingLabel(label: LocalText | undefined, to: string, context: z.RefinementCtx): void {
  if (label !== undefined || refPattern.test(to) || isNamedPlace(to)) return;
  tell(context, "label", `Say what the link to ${to} is called.`);
}

/** Whether a path is one of a page that every site has, with or without the slash at its end. */
export function isNamedPlace(to: string): boolean {
  return (namedPlaces as readonly string[]).includes(to.endsWith("/") ? to : `${to}/`);
}

function tell(context: z.RefinementCtx, key: string, message: string): void {
  context.addIssue({ code: "custom", path: [key], message });
}

/** Where the links of a navigation lead, those of groups too, as the configuration says it. */
export function navTargets(nav: readonly NavItemConfig[]): readonly string[] {
  return nav.flatMap(({ to, items = [] }) => [...(to === undefined ? [] : [to]), ...items.map((item) => item.to)]);
}

/** The labels of a navigation, those in groups too. */
export function navLabels(nav: readonly NavItemConfig[]): readonly LocalText[] {
  return nav
    .flatMap((item) => [item, ...(item.items ?? [])])
    .flatMap(({ label }) => (label === undefined ? [] : [label]));
}
