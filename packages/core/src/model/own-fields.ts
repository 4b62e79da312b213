import type { z } from "zod";
import type { EntryType } from "./types.ts";

/** Keys of the front matter, each with the zod type of its value. */
export type FieldTypes = Readonly<Record<string, z.core.$ZodType>>;

/**
 * Front matter that a site adds to the built-in keys: zod types by key for entries of every type, and, under the name of a
 * type, those that only its entries have: `{ region: z.string().optional(), lesson: { difficulty: z.number() } }`.
 */
export type OwnFields = Readonly<Record<string, z.core.$ZodType | FieldTypes>> & {
  readonly [T in EntryType]?: FieldTypes;
};

/** The fields of a site that has none of its own. */
export type NoFields = Readonly<Record<never, never>>;

/** The own fields of a configuration, as `typeof config` of one made by `defineConfig`; none where it is not known. */
export type FieldsOf<C> = C extends { readonly fields?: infer F } ? (F extends OwnFields ? F : NoFields) : NoFields;

/** What entries of a type have in the own fields of a site, read. */
export type FieldValues<T extends EntryType, F extends OwnFields> = Values<Omit<F, EntryType>> &
  (T extends keyof F ? Values<F[T]> : unknown);

/** Fields that may be left out are optional, as in an object of zod's. */
type Values<Types> = keyof Types extends never
  ? unknown
  : { readonly [K in keyof Types as MayLack<Types[K]> extends true ? never : K]: Output<Types[K]> } & {
      readonly [K in keyof Types as MayLack<Types[K]> extends true ? K : never]?: Output<Types[K]>;
    };

type MayLack<Type> = Type extends { readonly _zod: { readonly optout: "optional" } } ? true : false;

type Output<Type> = Type extends z.core.$ZodType ? z.output<Type> : never;
