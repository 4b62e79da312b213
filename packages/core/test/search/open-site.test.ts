import { cp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { createProject } from "../../../../test/support/project.ts";
import { openSite } from "../../src/node.ts";
import { buildSearchIndex } from "../support/search-index.ts";

let built: string;

beforeAll(async () => {
  const project = await createProject({
    "index.html": '<!doctype html><html lang="en" class="no-js"><title>Help</title>',
  });
  built = project.root;
  await buildSearchIndex(built, [
    record("en", "billing/refunds", "How do I get my money back?", "Within 30 days, always."),
    record("en", "billing/invoice", "How do I send a copy of an invoice?", "Choose Invoices, then Send."),
    record("vi", "billing/refunds", "Làm sao để được hoàn tiền?", "Trong vòng 30 ngày."),
  ]);
});

describe("a built site on disk", () => {
  test("is searched in the language of its home page, or another that it has", async () => {
    const site = await openSite(built);
    expect(site).toMatchObject({ locales: ["en", "vi"], defaultLocale: "en" });
    expect((await site.search("can i get my mony back")).hits[0]).toMatchObject({
      ref: "faq:billing/refunds",
      locale: "en",
      url: "/faqs/billing/refunds/",
    });
    expect((await site.search("hoan tien", { locale: "vi" })).hits[0]).toMatchObject({
      url: "/vi/faqs/billing/refunds/",
    });
  });

  test("answers with a citation, or says that it does not know", async () => {
    const site = await openSite(built);
    expect(await site.ask("how do i get my money back")).toMatchObject({
      found: true,
      text: "Within 30 days, always.",
      citation: { ref: "faq:billing/refunds" },
    });
    expect(await site.ask("who won the world cup")).toMatchObject({ found: false });
  });

  test("is opened by its address on the disk, too, as programs name what lies beside them", async () => {
    const site = await openSite(pathToFileURL(`${built}/`));
    expect(site.locales).toEqual(["en", "vi"]);
    expect((await site.ask("how do i get my money back")).found).toBe(true);
    expect((await openSite(pathToFileURL(built).href)).defaultLocale).toBe("en");
  });

  test("has languages of a region under their usual names, and is asked for them in any", async () => {
    const project = await createProject({
      "index.html": '<!doctype html><html lang="pt-BR"><title>Ajuda</title>',
    });
    await buildSearchIndex(project.root, [
      record("pt-BR", "billing/refunds", "Como recebo meu dinheiro de volta?", "Em 30 dias."),
      record("zh-Hant", "billing/refunds", "如何退款？", "三十天內。"),
    ]);
    const site = await openSite(project.root);
    expect(site).toMatchObject({ locales: ["pt-BR", "zh-Hant"], defaultLocale: "pt-BR" });
    for (const locale of ["pt-BR", "pt-br", undefined]) {
      const { hits } = await site.search("dinheiro", locale === undefined ? {} : { locale });
      expect(hits[0]).toMatchObject({ ref: "faq:billing/refunds", locale: "pt-BR" });
    }
    expect((await site.search("怎麼退款", { locale: "zh-Hant" })).hits[0]?.locale).toBe("zh-Hant");
  });

  test("says which languages it has", async () => {
    const site = await openSite(built);
    await expect(site.search("geld zurück", { locale: "de" })).rejects.toMatchObject({
      name: "SearchError",
      code: "index-missing",
      message: "The site has no search index for the locale “de”, only for en, vi.",
    });
  });
});

describe("a published site", () => {
  test("that cannot be reached is told with the reason, and not as one that was not built", async () => {
    const server = createServer((_request, response) => response.writeHead(503).end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const home = `http://127.0.0.1:${port}/`;
    await expect(openSite(home)).rejects.toMatchObject({
      name: "SearchError",
      code: "index-missing",
      message: `The search index cannot be read: ${home}pagefind/pagefind-entry.json answered 503.`,
    });
    await new Promise((resolve) => server.close(resolve));
    await expect(openSite(home)).rejects.toMatchObject({
      name: "SearchError",
      code: "index-missing",
      message: `${home} cannot be reached: nothing answers at 127.0.0.1:${port}.`,
    });
  });
});

describe("a site whose index", () => {
  test("was never built is told at once", async () => {
    const project = await createProject({ "index.html": "<!doctype html>", "pagefind/other.json": "{}" });
    await expect(openSite(project.root)).rejects.toMatchObject({ name: "SearchError", code: "index-missing" });
    await expect(openSite(project.path("nowhere"))).rejects.toThrow(
      `There is no search index in ${project.path("nowhere")}: build the site first.`,
    );
  });

  test("is in one of several sites names them, in place of asking for another build", async () => {
    const project = await createProject({ "dist/other/index.html": "" });
    for (const name of ["public", "staff"]) await cp(built, project.path(`dist/${name}`), { recursive: true });
    const dist = project.path("dist");
    await expect(openSite(dist)).rejects.toMatchObject({
      name: "SearchError",
      code: "index-missing",
      message: `${dist} holds several sites: open ${join(dist, "public")} or ${join(dist, "staff")}.`,
    });
    await rm(project.path("dist/staff"), { recursive: true });
    await expect(openSite(dist)).rejects.toThrow(`${dist} is no site, but holds one: open ${join(dist, "public")}.`);
  });

  test("is cut off says so, and works once it is whole", async () => {
    const folder = await copy();
    const sidecar = join(folder, "pagefind/sidecar-en.json");
    const whole = await readFile(sidecar);
    await truncate(sidecar, 100);
    const site = await openSite(folder);
    await expect(site.search("money")).rejects.toMatchObject({
      code: "index-broken",
      message: "The search index is damaged: build and publish the site again.",
    });
    await writeFile(sidecar, whole);
    expect((await site.search("money")).hits).toHaveLength(1);
  });

  test("lacks a file says which", async () => {
    const folder = await copy();
    await rm(join(folder, "pagefind/sidecar-en.json"));
    await expect((await openSite(folder)).ask("money")).rejects.toMatchObject({
      code: "index-missing",
      message: "The search index lacks sidecar-en.json: build the site first.",
    });
  });

  test("is of another version says both", async () => {
    const folder = await copy();
    await writeFile(join(folder, "pagefind/sidecar-en.json"), '{"format":99}');
    await expect((await openSite(folder)).search("money")).rejects.toMatchObject({
      code: "index-version",
      message: expect.stringContaining("has format 99"),
    });
  });
});

async function copy(): Promise<string> {
  const { root } = await createProject({});
  await cp(built, root, { recursive: true });
  return root;
}

function record(locale: string, id: string, title: string, answer: string) {
  return {
    url: `${locale === "en" ? "" : `/${locale}`}/faqs/${id}/`,
    ref: `faq:${id}` as const,
    type: "faq" as const,
    id,
    locale,
    title,
    aliases: [],
    answer,
    sections: [{ text: answer }],
    roles: [],
    tags: [],
  };
}
