import { describe, expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { checkKnowledgeBase, loadKnowledgeBase } from "../src/node.ts";
import { lesson, told } from "./support/told.ts";

const languages = { locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } } };
const config = { title: "Desk", ...languages, roles: { sales: { label: "Sales" }, support: { label: "Support" } } };

const original = `---
title: Export a report
roles: [sales]
owner: reports@example.com
level: advanced
tags: [reports]
aliases: [download a report]
related: [faq:slow]
prerequisites: [lesson:start]
order: 3
updated: 2026-01-01
---

Text.
`;

async function load(files: Readonly<Record<string, string | object>>) {
  const project = await createProject({ "knowhow.config.json": config, ...files });
  return { project, kb: await loadKnowledgeBase({ root: project.root, cache: false }) };
}

describe("a translation", () => {
  const rest = { "content/faqs/slow.md": "# Why so slow?\n\nSo.\n", "content/lessons/start.md": "# Start\n\nText.\n" };

  test("has from its original what is true in every language, and says for itself what it likes", async () => {
    const { kb } = await load({
      ...rest,
      "content/lessons/export.mdx": original,
      "content/vi/lessons/export.mdx": "---\ntitle: Xuất báo cáo\nlevel: beginner\nroles: []\n---\n\nLời.\n",
    });
    expect(kb.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(await kb.get("lesson", "export", { locale: "vi" })).toMatchObject({
      title: "Xuất báo cáo",
      roles: [],
      owner: "reports@example.com",
      level: "beginner",
      tags: [],
      aliases: [],
      related: ["faq:slow"],
      prerequisites: ["lesson:start"],
      order: 3,
    });
    const [listed] = await kb.list("lesson", { locale: "vi", level: "beginner" });
    expect(listed).toMatchObject({ ref: "lesson:export", owner: "reports@example.com" });
    expect(listed).not.toHaveProperty("updated");
  });

  test("has its original's tags where the configuration names them, else those that it is given in its language", async () => {
    const files = {
      "content/faqs/a.md": "---\ntitle: A?\ntags: [billing]\n---\n\nYes.\n",
      "content/vi/faqs/a.md": "# A à?\n\nCó.\n",
    };
    const tagsWith = async (more: object) =>
      (
        await (
          await load({ ...files, "knowhow.config.json": { ...config, ...more } })
        ).kb.get("faq", "a", { locale: "vi" })
      )?.tags;
    expect(await tagsWith({})).toEqual([]);
    expect(await tagsWith({ tags: { billing: { label: { en: "Billing", vi: "Thanh toán" } } } })).toEqual(["billing"]);
  });

  test("is for nobody whom its original is not for, unless it says so", async () => {
    const secret = { "content/lessons/a.mdx": lesson("audience: internal"), "content/faqs/b.md": "# B?\n\nYes.\n" };
    const silent = await load({ ...secret, "content/vi/lessons/a.mdx": lesson("") });
    expect(await silent.kb.get("lesson", "a", { locale: "vi" })).toBeUndefined();
    const open = await load({ ...secret, "content/vi/lessons/a.mdx": lesson("audience: public") });
    expect(await open.kb.get("lesson", "a", { locale: "vi" })).toMatchObject({ audience: "public" });
    const draft = await load({
      ...rest,
      "content/lessons/a.mdx": lesson("status: draft"),
      "content/vi/lessons/a.mdx": lesson(""),
    });
    expect(await draft.kb.get("lesson", "a", { locale: "vi" })).toBeUndefined();
  });

  test("of an original that cannot be read is shown to nobody", async () => {
    const { kb } = await load({
      ...rest,
      "content/lessons/a.mdx": "---\ntitle: [\naudience: internal\n---\n",
      "content/vi/lessons/a.mdx": lesson("status: published"),
    });
    expect(await kb.get("lesson", "a", { locale: "vi" })).toBeUndefined();
    expect(await kb.list("lesson", { locale: "vi" })).toMatchObject([{ id: "start" }]);
  });

  test("of an original that cannot be read gives nobody mistakes of their own", async () => {
    const files = {
      "paths/p.mdx": "---\ntitle: P\nsteps: [lesson:a]\n---\n\n<Callout\n",
      "vi/paths/p.mdx": "---\ntitle: P\n---\n\nText.\n",
      "lessons/a.mdx": lesson(""),
      "vi/lessons/a.mdx": lesson("related: [path:p]", "[x](path:p)"),
    };
    expect((await told(files, languages)).map((line) => line.replace(/:\d.*? error (\S+):.*/, " $1"))).toEqual([
      "paths/p.mdx syntax",
    ]);
  });

  test("is another revision when what it has from its original changes", async () => {
    const { kb, project } = await load({
      ...rest,
      "content/lessons/export.mdx": original,
      "content/vi/lessons/export.mdx": lesson(""),
    });
    const before = await kb.get("lesson", "export", { locale: "vi" });
    await project.write("content/lessons/export.mdx", original.replace("roles: [sales]", "roles: [support]"));
    const after = await (await loadKnowledgeBase({ root: project.root, cache: false })).get("lesson", "export", {
      locale: "vi",
    });
    expect(after?.roles).toEqual(["support"]);
    expect(after?.revision).not.toBe(before?.revision);
    const [listed] = kb.entries().filter(({ ref, locale }) => ref === "lesson:export" && locale === "vi");
    expect(listed?.revision).toBe(before?.revision);
  });

  test("of a path need not repeat the steps; mistakes in what it has from there are told there", async () => {
    const path = (frontmatter: string) => `---\ntitle: P\n${frontmatter}\n---\n\nText.\n`;
    const files = {
      "paths/p.md": path("steps: [lesson:a, lesson:none]\nroles: [saels]\naudience: intern"),
      "vi/paths/p.md": path(""),
      "lessons/a.mdx": lesson(""),
    };
    expect(await told(files, { ...languages, roles: config.roles })).toEqual([
      "paths/p.md:3:19 error broken-ref: There is no entry lesson:none. → Create it, or correct this.",
      "paths/p.md:4:9 error unknown-role: There is no role “saels”. → Did you mean “sales”?",
      "paths/p.md:5:11 error unknown-audience: There is no audience “intern”. → Did you mean “internal”?",
    ]);
  });

  test("is checked for what its readers may see: theirs are those of the original", async () => {
    const files = {
      "lessons/a.mdx": lesson("audience: internal"),
      "vi/lessons/a.mdx": lesson("", "[x](lesson:b)"),
      "lessons/b.mdx": lesson("audience: internal"),
    };
    expect(await told(files, { ...languages, publish: ["public", "internal"] })).toEqual([]);
  });

  test("is the same whether the original was compiled now or before", async () => {
    const project = await createProject({
      "knowhow.config.json": config,
      ...rest,
      "content/lessons/export.mdx": original,
      "content/vi/lessons/export.mdx": lesson(""),
    });
    const get = async () => (await loadKnowledgeBase({ root: project.root })).get("lesson", "export", { locale: "vi" });
    const clean = await get();
    expect(await get()).toEqual(clean);
    await checkKnowledgeBase({ root: project.root });
    expect(await get()).toEqual(clean);
  });
});
