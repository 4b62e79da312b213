import { nearest, slipOf } from "../compile/suggest.ts";
import { entryTypes } from "../model/types.ts";

/** The one ref that has an id which somebody wrote without its type, or with a slip in the type. */
export function onlyMeantRef(ref: string, refs: readonly string[]): string | undefined {
  const colon = ref.indexOf(":");
  const type = colon < 0 ? undefined : slipOf(ref.slice(0, colon), entryTypes);
  const id = ref.slice(colon + 1).replace(/\.mdx?$/, "");
  const [only, ...others] = refs.filter((one) =>
    type === undefined ? colon < 0 && one.slice(one.indexOf(":") + 1) === id : one === `${type}:${id}`,
  );
  return others.length === 0 ? only : undefined;
}

/** What somebody meant who wrote an id without its type, or a type wrong. */
export function meantRef(ref: string, refs: readonly string[], example = "lesson:crm/export-report"): string {
  const colon = ref.indexOf(":");
  const type = colon < 0 ? undefined : nearest(ref.slice(0, colon), entryTypes);
  if (type !== undefined) return `Did you mean “${type}${ref.slice(colon)}”?`;
  const id = ref.slice(colon + 1).replace(/\.mdx?$/, "");
  const same = refs.find((one) => one.slice(one.indexOf(":") + 1) === id || one.endsWith(`/${id}`));
  if (same !== undefined) return `Did you mean “${same}”?`;
  return `Write a type and an id, for example ${example}.`;
}
