import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openSite } from "@knowhow/core/node";
import { describe, expect, test } from "vitest";
import { createProject } from "../../../../test/support/project.ts";
import { serve } from "../../../../test/support/serve.ts";
import { buildSearchIndex } from "../support/search-index.ts";

// Over HTTP the script comes with the built package, so it is the built package that is tested.

describe("a published site", () => {
  test("is searched over HTTP with the script of this package, never with one of its own", async () => {
    const folder = await builtSite();
    await writeFile(join(folder, "pagefind/pagefind.js"), "throw new Error('This ran.');");
    const host = await serve(folder, { base: "/kb/" });
    const site = await openSite(host.url);
    expect(site).toMatchObject({ locales: ["en", "vi"], defaultLocale: "en" });
    expect((await site.search("can i get my mony back")).hits[0]).toMatchObject({ ref: "faq:billing/refunds" });
  });

  test("that is not there, or no longer, says so", async () => {
    const host = await serve(await builtSite());
    await expect(openSite(`${host.url}nowhere`)).rejects.toMatchObject({ name: "SearchError", code: "index-missing" });
    const site = await openSite(host.url);
    await host.close();
    await expect(site.search("money")).rejects.toMatchObject({ name: "SearchError", code: "index-missing" });
  });
});

async function builtSite(): Promise<string> {
  const { root } = await createProject({ "index.html": '<!doctype html><html lang="en"><title>Help</title>' });
  await buildSearchIndex(root, [
    record("en", "How do I get my money back?", "Within 30 days, always."),
    record("vi", "Làm sao để được hoàn tiền?", "Trong vòng 30 ngày."),
  ]);
  return root;
}

function record(locale: string, title: string, answer: string) {
  return {
    url: `${locale === "en" ? "" : `/${locale}`}/faqs/billing/refunds/`,
    ref: "faq:billing/refunds" as const,
    type: "faq" as const,
    id: "billing/refunds",
    locale,
    title,
    aliases: [],
    answer,
    sections: [{ text: answer }],
    roles: [],
    tags: [],
  };
}
