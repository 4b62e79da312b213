import type { CalloutType } from "../../../compile/callout-type.ts";

/** The opening tag of a callout. */
export function openCallout(type: CalloutType, title: string): string {
  return title === "" ? `<Callout type="${type}">` : `<Callout type="${type}" title="${attribute(title)}">`;
}

/** A text between double quotes of an attribute. */
export function attribute(text: string): string {
  return text.replace(/\s+/g, " ").trim().replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
