import { z } from "zod";

/** The places of a page that a component of the site's own can take. */
export const slotNames = ["head", "header", "footer", "home", "entryTop", "entryBottom"] as const;

/** A place of a page that a component of the site's own can take. */
export type SlotName = (typeof slotNames)[number];

const component = z
  .string()
  .refine(
    (file) => file.endsWith(".astro") && !/^(?:[\\/]|[A-Za-z]:)/.test(file) && !file.split(/[\\/]/).includes(".."),
    "Name an .astro file below the folder of the configuration, for example slots/Header.astro.",
  )
  .optional();

/** Astro components by the place that they take; each is given the built-in part of that place in its `<slot />`. */
export const slotsSchema = z
  .strictObject({
    head: component,
    header: component,
    footer: component,
    home: component,
    entryTop: component,
    entryBottom: component,
  } satisfies Record<SlotName, typeof component>)
  .default({});
