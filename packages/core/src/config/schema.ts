import { z } from "zod";
import type { OwnBlock } from "../compile/blocks/own-block.ts";
import { severities } from "../model/diagnostic.ts";
import { type DiagnosticCode, diagnosticCodes } from "../model/diagnostic-codes.ts";
import type { NoFields, OwnFields } from "../model/own-fields.ts";
import type { Config } from "./config.ts";
import { colourHint, isCssColour } from "./css-colour.ts";
import { localText } from "./local-text.ts";
import { navSchema } from "./nav.ts";
import { ownFieldsSchema } from "./own-fields.ts";
import { ownTextsSchema } from "./own-texts.ts";
import { slotsSchema } from "./slots.ts";

const label = z.string().trim().min(1);

/** What a type says where there is something of another type: how it is written, given what is there. */
function example(write: (given: unknown) => string) {
  const error = ({ code, input }: { readonly code?: string | undefined; readonly input?: unknown }) =>
    code === "invalid_type" ? `Write ${write(input)}.` : undefined;
  return { error };
}

const labelled = z.strictObject(
  { label: localText },
  example((given) => `{ label: ${typeof given === "string" ? JSON.stringify(given) : '"Sales"'} }`),
);

const address = z.url({
  protocol: /^https?$/,
  error: "Write a whole address, for example https://kb.example.com/.",
});

const csp = z.record(z.string().regex(/^[a-z-]+-src$/), z.array(z.string().regex(/^[^\s;,]+$/))).default({});

// The keys of an object of known shape.
const codes = Object.keys(diagnosticCodes) as DiagnosticCode[];
/** The name of one of several sites; also that of its folder. */
const outputName = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    "Name a site in small letters and digits, with - between words: partner-portal.",
  );

/** One of several sites that are published from the same content. */
const output = z.strictObject({
  audiences: z.array(label),
  site: address.optional(),
});

/** A block of the site's own, see `OwnBlock`. */
const block = z.strictObject(
  {
    name: z.string().regex(/^[A-Z][A-Za-z0-9]*$/, "Begin it with a capital, then letters and digits: Price."),
    props: z.custom<OwnBlock["props"]>(isZodObject, "Write props: z.object({ … }), with the zod 4 of @knowhow/core."),
    parents: z.array(z.string()).optional(),
    inline: z.boolean().optional(),
    text: z.custom<OwnBlock["text"]>((value) => typeof value === "function", "Write a function.").optional(),
    render: z.custom<OwnBlock["render"]>((value) => typeof value === "function", "Write a function that returns hast."),
    browser: z
      .strictObject({
        element: z
          .string()
          .regex(
            /^(?!font-face|annotation-xml|missing-glyph|color-profile|knowhow-)[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/,
            "Name a custom element in lower case, with a hyphen: acme-price.",
          ),
        module: z.string().min(1),
      })
      .optional(),
  },
  { error: () => "Make it with defineBlock({ name, props, render })." },
);

function isZodObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && "_zod" in value && "shape" in value;
}

/** The schema of `knowhow.config.ts`. What its keys say stands in `Config`, where editors show it. */
export const configSchema = z.strictObject({
  title: localText,
  description: localText.optional(),
  site: address.optional(),
  content: z.string().min(1).default("content"),
  locales: z
    .record(
      z
        .string()
        .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Name a locale by its language tag, for example vi or pt-BR."),
      z.strictObject(
        { label, dir: z.enum(["ltr", "rtl"]).default("ltr") },
        example((given) => `{ label: ${typeof given === "string" ? JSON.stringify(given) : '"English"'} }`),
      ),
      example(() => 'locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } }'),
    )
    .default({ en: { label: "English", dir: "ltr" } }),
  defaultLocale: z.string().optional(),
  audiences: z.array(label).default(["public", "internal"]),
  publish: z
    .union([z.array(label), z.record(outputName, z.union([z.array(label), output]))], {
      error: 'Write a list of audiences, or several sites: { public: ["public"], staff: ["public", "internal"] }.',
    })
    .default(["public"]),
  roles: z
    .record(
      z.string(),
      labelled,
      example(() => 'roles: { sales: { label: "Sales" } }'),
    )
    .default({}),
  tags: z
    .record(
      z.string(),
      labelled,
      example(() => 'tags: { billing: { label: "Billing" } }'),
    )
    .default({}),
  contexts: z
    .record(
      z.string(),
      labelled,
      example(() => 'contexts: { "crm:reports/new": { label: "New report" } }'),
    )
    .default({}),
  texts: ownTextsSchema.default({}),
  synonyms: z
    .array(
      z
        .array(
          label,
          example(() => 'each group in brackets of its own: [["refund", "money back"]]'),
        )
        .min(2, "One word means the same as another: write at least two."),
      example(() => 'groups of words: [["refund", "money back"]]'),
    )
    .default([]),
  search: z
    .strictObject({
      zeroResults: z
        .string()
        .regex(/^\/(?![/\\])\S*$/, "Write a path on the site itself, for example /search-misses.")
        .optional(),
    })
    .default({}),
  golden: z.string().min(1).default("golden.jsonl"),
  rules: z.partialRecord(z.enum(codes), z.enum([...severities, "off"])).default({}),
  budget: z
    .strictObject({ warn: z.number().positive().default(5), error: z.number().positive().default(10) })
    .default({ warn: 5, error: 10 }),
  theme: z
    .strictObject({
      logo: z.string().min(1).optional(),
      accent: z
        .string()
        .refine(isCssColour, { error: ({ input }) => colourHint(String(input)) })
        .optional(),
      css: z.string().min(1).optional(),
      slots: slotsSchema,
    })
    .prefault({}),
  nav: navSchema.optional(),
  openGraph: z
    .strictObject({
      images: z.enum(["section", "entry", "none"]).default("section"),
    })
    .default({ images: "section" }),
  editUrl: z.url().includes("{file}", "Say where the file's path goes, with {file}.").optional(),
  csp,
  fields: ownFieldsSchema.default({}),
  blocks: z.array(block).default([]),
});

/** The configuration with its defaults. */
export type ResolvedConfig = Omit<z.output<typeof configSchema>, "defaultLocale" | "blocks" | "fields" | "publish"> & {
  /** The audiences whose entries are shown: those of the first of `outputs`. */
  readonly publish: readonly string[];
  /** The sites that are checked and published; one, unless the configuration names several and none was chosen. */
  readonly outputs: readonly Output[];
  readonly defaultLocale: string;
  /** The blocks of the site's own, as far as they are data. */
  readonly blocks: readonly Pick<OwnBlock, "name" | "browser">[];
  /** The base of every URL, with `/` at both ends: `/` or `/kb/`. */
  readonly base: string;
};

/** A site that is published. */
export interface Output {
  /** Its name; undefined where the configuration publishes one site, without a name. */
  readonly name: string | undefined;
  /** The audiences whose entries it shows. */
  readonly audiences: readonly string[];
  /** The folder that it is built to unless told otherwise, relative to the root: `dist`, or `dist/<name>`. */
  readonly folder: string;
  /** Where it will be published. */
  readonly site: string | undefined;
  /** The base of every URL in it, with `/` at both ends. */
  readonly base: string;
}

/** A configuration whose own fields are known by their types. */
export type ConfigWith<F extends OwnFields> = Omit<Config, "fields"> & { readonly fields?: F };

/**
 * Types and completes a configuration; returns it as it is. The types of its own fields stay with it, so that
 * `loadKnowledgeBase<typeof config>` knows them.
 */
export function defineConfig<F extends OwnFields = NoFields>(config: ConfigWith<F>): ConfigWith<F> {
  return config;
}
