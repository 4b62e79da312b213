import { expect, expectTypeOf, test } from "vitest";
import {
  type Config,
  type ConfigWith,
  defineConfig,
  type Entry,
  type EntrySummary,
  type FieldsOf,
  type KnowledgeBase,
  z,
} from "../src/index.ts";
import type { LocalKnowledgeBase, loadKnowledgeBase, watchKnowledgeBase } from "../src/node.ts";

// What is said here of types is checked by `pnpm test types`.

const config = defineConfig({
  title: "Desk",
  fields: {
    region: z.enum(["emea", "apac"]).optional(),
    machines: z.array(z.string()).default([]),
    lesson: { difficulty: z.number(), codes: z.string().transform((text) => text.split(" ")) },
    faq: { answeredBy: z.string().optional() },
  },
});

type Kb = Awaited<ReturnType<typeof loadKnowledgeBase<typeof config>>>;
type Lesson = NonNullable<Awaited<ReturnType<typeof lessonOf>>>;
type Faq = NonNullable<Awaited<ReturnType<typeof faqOf>>>;

const lessonOf = (kb: Kb) => kb.get("lesson", "press");
const faqOf = (kb: Kb) => kb.get("faq", "oil");
const faqsOf = (kb: Kb) => kb.list("faq");

test("entries have the own fields of their type, as zod reads them", () => {
  expectTypeOf<Lesson["region"]>().toEqualTypeOf<"emea" | "apac" | undefined>();
  expectTypeOf<Lesson["machines"]>().toEqualTypeOf<string[]>();
  expectTypeOf<Lesson["difficulty"]>().toEqualTypeOf<number>();
  expectTypeOf<Lesson["codes"]>().toEqualTypeOf<string[]>();
  expectTypeOf<Faq["answeredBy"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Faq["region"]>().toEqualTypeOf<"emea" | "apac" | undefined>();
  expectTypeOf<Faq>().not.toHaveProperty("difficulty");
  expectTypeOf<Lesson>().not.toHaveProperty("answeredBy");
});

test("a knowledge base that is followed has them, too, at first and after every change", () => {
  type Watch = typeof watchKnowledgeBase<typeof config>;
  type Change = Parameters<Parameters<Watch>[0]["onChange"]>[0];
  expectTypeOf<Awaited<ReturnType<Watch>>["kb"]>().toEqualTypeOf<Kb>();
  expectTypeOf<Extract<Change, { readonly kb: unknown }>["kb"]>().toEqualTypeOf<Kb>();
  expectTypeOf<Awaited<ReturnType<typeof watchKnowledgeBase>>["kb"]>().toEqualTypeOf<LocalKnowledgeBase>();
});

test("summaries have them, too, and the built-in keys are as they were", () => {
  type Summary = Awaited<ReturnType<typeof faqsOf>>[number];
  expectTypeOf<Summary["answeredBy"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Summary["category"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Lesson["title"]>().toEqualTypeOf<string>();
  expectTypeOf<Lesson["html"]>().toEqualTypeOf<string>();
  expectTypeOf<ReturnType<Kb["entries"]>[number]["machines"]>().toEqualTypeOf<string[]>();
});

test("the type of an entry tells which fields it has", () => {
  const tell = (entry: EntrySummary<"lesson" | "faq", FieldsOf<typeof config>>) =>
    entry.type === "lesson" ? entry.difficulty : entry.answeredBy;
  expectTypeOf<ReturnType<typeof tell>>().toEqualTypeOf<number | string | undefined>();
});

test("what takes any knowledge base takes one whose fields are known", () => {
  expectTypeOf<Kb>().toExtend<LocalKnowledgeBase>();
  expectTypeOf<Kb>().toExtend<KnowledgeBase>();
  expectTypeOf<Lesson>().toExtend<Entry<"lesson">>();
  expectTypeOf<Lesson>().toExtend<Entry>();
});

test("without a type of its configuration, a knowledge base has the built-in keys only", () => {
  type Plain = Awaited<ReturnType<typeof loadKnowledgeBase>>;
  expectTypeOf<Plain>().toEqualTypeOf<LocalKnowledgeBase>();
  expectTypeOf<Entry<"lesson">>().not.toHaveProperty("difficulty");
  expectTypeOf<FieldsOf<{ title: string }>>().toEqualTypeOf<FieldsOf<unknown>>();
});

test("a configuration goes on being checked as it is written", () => {
  expectTypeOf(config).toExtend<Config>();
  expectTypeOf(defineConfig({ title: "Desk" })).toExtend<ConfigWith<Readonly<Record<never, never>>>>();
  // @ts-expect-error A title is required.
  const untitled = defineConfig({ fields: {} });
  // @ts-expect-error There is no such key.
  const misspelt = defineConfig({ title: "Desk", langs: {} });
  // @ts-expect-error A field is a zod type.
  const untyped = defineConfig({ title: "Desk", fields: { region: "text" } });
  // @ts-expect-error Under the name of a type stand its own fields.
  const grouped = defineConfig({ title: "Desk", fields: { lesson: z.string() } });
  expect([untitled, misspelt, untyped, grouped].every((one) => typeof one === "object")).toBe(true);
});
