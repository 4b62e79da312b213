import { readFileSync } from "node:fs";
import { expect, expectTypeOf, test } from "vitest";
import type { z } from "zod";
import {
  type Config,
  configSchema,
  defineBlock,
  defineConfig,
  type FaqFrontmatter,
  type faqFrontmatter,
  h,
  type LessonFrontmatter,
  type lessonFrontmatter,
  type PathFrontmatter,
  type pathFrontmatter,
  type QuizFrontmatter,
  type quizFrontmatter,
  type ScenarioFrontmatter,
  type scenarioFrontmatter,
  z as zod,
} from "../src/index.ts";
import { frontmatterSchemas } from "../src/model/index.ts";

// What is said here of types is checked by `pnpm test types`.

test("blocks of its own stand in a configuration as the manual writes them", () => {
  const price = defineBlock({
    name: "Price",
    props: zod.object({ amount: zod.number() }),
    parents: ["Steps"],
    render: ({ amount }) => h("strong", amount.toFixed(2)),
  });
  expect(defineConfig({ title: "Desk", blocks: [price] }).blocks).toEqual([price]);
  // @ts-expect-error A block is made with `defineBlock`.
  const unmade = defineConfig({ title: "Desk", blocks: [{ name: "Price" }] });
  expect(unmade.title).toBe("Desk");
});

test("a configuration may be made of data that nobody may change", () => {
  const shared = {
    audiences: ["public", "staff"],
    publish: { public: ["public"], staff: { audiences: ["public", "staff"], site: "https://staff.example.com/" } },
    synonyms: [["refund", "money back"]],
    roles: { sales: { label: "Sales" } },
    nav: [{ to: "/faqs/" }, { label: "More", items: [{ to: "lesson:oil" }] }],
    csp: { "img-src": ["https://img.example.com"] },
  } as const;
  expect(configSchema.safeParse(defineConfig({ title: "Desk", ...shared })).success).toBe(true);
});

/** As it is where everything may be changed, as zod gives it. */
type Writable<T> = T extends (...given: never[]) => unknown
  ? T
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;
/** What zod types know better than what is written down: the code in a configuration. */
type Code = "blocks" | "fields";

test("what editors show of the configuration is what the command reads", () => {
  type Read = z.input<typeof configSchema>;
  expectTypeOf<keyof Config>().toEqualTypeOf<keyof Read>();
  expectTypeOf<Writable<Omit<Config, Code>>>().toEqualTypeOf<Writable<Omit<Read, Code>>>();
  expect(undocumented("config/config.ts", configSchema)).toEqual([]);
});

test("what editors show of front matter is what the command reads", () => {
  expectTypeOf<Writable<LessonFrontmatter>>().toEqualTypeOf<Writable<z.output<typeof lessonFrontmatter>>>();
  expectTypeOf<Writable<FaqFrontmatter>>().toEqualTypeOf<Writable<z.output<typeof faqFrontmatter>>>();
  expectTypeOf<Writable<QuizFrontmatter>>().toEqualTypeOf<Writable<z.output<typeof quizFrontmatter>>>();
  expectTypeOf<Writable<PathFrontmatter>>().toEqualTypeOf<Writable<z.output<typeof pathFrontmatter>>>();
  expectTypeOf<Writable<ScenarioFrontmatter>>().toEqualTypeOf<Writable<z.output<typeof scenarioFrontmatter>>>();
  for (const [type, schema] of Object.entries(frontmatterSchemas)) {
    expect(undocumented(`model/${type}.ts`, schema, "model/frontmatter.ts"), type).toEqual([]);
  }
});

/** The keys of a schema that no interface in these files says in words: zod loses comments on the way into declarations. */
function undocumented(file: string, { shape }: z.ZodObject, also?: string): readonly string[] {
  const source = [file, also]
    .flatMap((one) => (one === undefined ? [] : [readFileSync(new URL(`../src/${one}`, import.meta.url), "utf8")]))
    .join("\n");
  return Object.keys(shape).filter((key) => !new RegExp(`\\*/\\n  (?:readonly )?${key}\\??: [^z]`).test(source));
}
