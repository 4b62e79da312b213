import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { openSite } from "@knowhow/core/node";
import { describe, expect, test } from "vitest";
import { newPage, openServedPage } from "../../../test/support/browser.ts";
import { createProject, type Project } from "../../../test/support/project.ts";
import { smallKnowledgeBase } from "./support/knowledge-base.ts";

async function start(project: Project, ...args: string[]) {
  const command = project.start([...args, "--port", "0"]);
  const [, url = ""] = await command.waitFor(/The site is at (http:\S+)/);
  return { command, url };
}

/** Asks for a page again and again until it shows what was written; a server that starts anew may refuse in between. */
async function pageWith(url: string, text: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const page = await fetch(url).then(
      (response) => response.text(),
      () => "",
    );
    if (page.includes(text)) return page;
    await sleep(100);
  }
  throw new Error(`${url} never showed “${text}”.`);
}

/** The answer to a path as it is, which `fetch` would tidy up. */
async function answerTo(server: string, path: string): Promise<IncomingMessage> {
  const { port } = new URL(server);
  const [response] = (await once(get({ host: "localhost", port, path }), "response")) as [IncomingMessage];
  response.resume();
  return response;
}

describe("dev", () => {
  test("serves pages, media, search, and the owner's own pages and files", async () => {
    const project = await createProject({
      ...smallKnowledgeBase,
      "public/robots.txt": "User-agent: *\n",
      "pages/about.astro": '<html lang="en"><body><h1>About us</h1></body></html>\n',
    });
    const { url } = await start(project, "dev");
    const lesson = await (await fetch(`${url}lessons/reports/`)).text();
    expect(lesson).toContain("press Export");
    // The tools of the server need what the policy of a published page forbids.
    expect(lesson).not.toContain("Content-Security-Policy");
    const picture = /<img[^>]* src="\/([^"]+)"/.exec(lesson)?.[1];
    expect(await (await fetch(`${url}${picture}`)).text()).toContain("<svg");
    expect(await (await fetch(`${url}about/`)).text()).toContain("About us");
    expect(await (await fetch(`${url}robots.txt`)).text()).toContain("User-agent");
    const index = await fetch(`${url}pagefind/pagefind-entry.json`);
    expect(Object.keys((await index.json()).languages)).toEqual(["en", "vi"]);
    expect((await fetch(`${url}nowhere/`)).status).toBe(404);
    expect((await project.files()).filter((file) => /^(\.astro|node_modules|dist)/.test(file))).toEqual([]);
  });

  test("shows the site's own parts of pages, and their edits", async () => {
    const project = await createProject({
      ...smallKnowledgeBase,
      "knowhow.config.json": { title: "Help", theme: { slots: { header: "slots/Header.astro" } } },
      "slots/Header.astro": "<aside>Closed on Friday</aside><slot />\n",
    });
    const { url } = await start(project, "dev");
    expect(await pageWith(`${url}lessons/reports/`, "Closed on Friday")).toContain('<header class="kh-header"');
    await project.write("slots/Header.astro", "<aside>Closed on Monday</aside>\n");
    expect(await pageWith(`${url}lessons/reports/`, "Closed on Monday")).not.toContain('<header class="kh-header"');
    // Another branch is checked out while a page is open, and this one again.
    await project.remove("slots/Header.astro");
    await expect.poll(async () => (await fetch(`${url}lessons/reports/`)).status, { timeout: 10_000 }).toBe(500);
    await project.write("slots/Header.astro", "<aside>Closed on Sunday</aside>\n");
    await pageWith(`${url}lessons/reports/`, "Closed on Sunday");
  });

  test("follows edits, new entries and the configuration, and answers under a base", async () => {
    const project = await createProject({
      ...smallKnowledgeBase,
      "knowhow.config.json": { title: "Help", site: "https://example.com/help/" },
    });
    await project.remove("content/vi");
    const { command, url } = await start(project, "dev");
    expect(url).toMatch(/\/help\/$/);
    await pageWith(`${url}faqs/refunds/`, "within 30 days");
    await project.write("content/faqs/refunds.md", "# Can I get my money back?\n\nYes, within 90 days.\n");
    await pageWith(`${url}faqs/refunds/`, "within 90 days");
    await project.write("content/lessons/new.md", "# Quite new\n\nSomething.\n");
    await pageWith(`${url}lessons/new/`, "Quite new");
    const found = async () => (await (await openSite(url)).search("quite new")).hits[0]?.ref;
    await expect.poll(found).toBe("lesson:new");
    await project.write("knowhow.config.json", { title: "Another name", site: "https://example.com/help/" });
    await pageWith(url, "Another name");
    expect(command.output()).not.toContain("now at");
    await project.write("knowhow.config.json", { title: "Another name", site: "https://example.com/desk/" });
    const [, moved = ""] = await command.waitFor(/The site is now at (http:\S+)/);
    expect(moved).toBe(url.replace("/help/", "/desk/"));
    await pageWith(moved, "Another name");
  });

  test("shows an edit and mistakes in the open page, and keeps what was there", async () => {
    const project = await createProject(smallKnowledgeBase);
    const { command, url } = await start(project, "dev");
    const { page } = await newPage();
    await openServedPage(page, `${url}faqs/refunds/`);
    await project.write("content/faqs/refunds.md", "# Can I get my money back?\n\nYes, within 90 days.\n");
    await page.getByText("within 90 days").first().waitFor();

    await project.write("content/faqs/refunds.md", "---\ntitle: [\n---\n\nBroken.\n");
    const banner = page.locator("knowhow-mistakes");
    await banner.waitFor();
    expect(await banner.locator("section").textContent()).toContain("1 error in the content.");
    expect(await banner.locator("section").textContent()).toContain("content/faqs/refunds.md:2:");
    await page.getByText("within 90 days").first().waitFor();
    await command.waitFor(/content\/faqs\/refunds\.md:2:/);

    await project.write("content/faqs/refunds.md", "# Can I get my money back?\n\nYes, within 120 days.\n");
    await page.getByText("within 120 days").first().waitFor();
    await banner.waitFor({ state: "detached" });
  });

  test("shows drafts where that is asked for, marked, in lists and in search; else they are not there", async () => {
    const files = {
      ...smallKnowledgeBase,
      "content/faqs/parking.md": "---\ntitle: Where do I park?\nstatus: draft\n---\n\nIn the yard.\n",
    };
    const project = await createProject(files);
    const { url } = await start(project, "dev", "--drafts");
    await pageWith(`${url}faqs/`, "Where do I park?");
    expect(await pageWith(`${url}faqs/parking/`, "In the yard.")).toContain("This page is a draft.");
    const { page, problems } = await newPage();
    await page.goto(`${url}search/?q=park`);
    await page.getByRole("link", { name: "Where do I park?" }).first().waitFor();
    expect(problems).toEqual([]);
    const other = await start(await createProject(files), "dev");
    expect((await fetch(`${other.url}faqs/parking/`)).status).toBe(404);
    expect(await pageWith(`${other.url}faqs/`, "Can I get my money back?")).not.toContain("Where do I park?");
  });

  test("starts with mistakes, too, and leaves out what cannot be read", async () => {
    const project = await createProject({ ...smallKnowledgeBase, "content/faqs/broken.md": "---\ntitle: [\n---\n" });
    const { command, url } = await start(project, "dev");
    expect(command.output()).toContain("content/faqs/broken.md:2:");
    await pageWith(`${url}faqs/`, "Can I get my money back?");
    expect((await fetch(`${url}faqs/broken/`)).status).toBe(404);
  });

  test("ends at once and well when it is told to", async () => {
    const project = await createProject(smallKnowledgeBase);
    const { command } = await start(project, "dev");
    process.kill(command.pid, "SIGINT");
    expect(await command.done).toMatchObject({ exitCode: 0, signal: null });
  });
});

describe("preview", () => {
  test("serves the built site as a good web server would", async () => {
    const project = await createProject(smallKnowledgeBase);
    await project.knowhow("build");
    const { url } = await start(project, "preview");

    const home = await fetch(url);
    expect(home.headers.get("content-security-policy")).toContain("default-src 'none'; script-src 'self'");
    expect(home.headers.get("content-type")).toBe("text/html;charset=utf-8");
    expect(await home.text()).toContain('<meta http-equiv="Content-Security-Policy" content="default-src');

    const missing = await fetch(`${url}nowhere/`);
    expect({ status: missing.status, page: await missing.text() }).toEqual({
      status: 404,
      page: await project.read("dist/404.html"),
    });
    const folder = await fetch(`${url}faqs/refunds?from=mail`, { redirect: "manual" });
    expect([folder.status, folder.headers.get("location")]).toEqual([302, "/faqs/refunds/?from=mail"]);
    expect((await fetch(`${url}pagefind/pagefind.js`)).headers.get("content-type")).toBe("text/javascript");
    expect((await fetch(`${url}pagefind/wasm.en.pagefind`)).headers.get("content-type")).toBe(
      "application/octet-stream",
    );
    expect((await fetch(`${url}..%2fknowhow.config.json`)).status).toBe(404);

    const part = await fetch(url, { headers: { Range: "bytes=0-14" } });
    expect([part.status, await part.text()]).toEqual([206, "<!DOCTYPE html>"]);
    const head = await fetch(url, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const sent = await fetch(url, { method: "POST", body: "x" });
    expect([sent.status, sent.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    // Nothing is told of folders beside the site, and no redirect leads to another host.
    for (const path of ["/%2e%2e/content", "/..%2fcontent", "//faqs", "/%E0%A4%A"]) {
      expect((await answerTo(url, path)).headers.location, path).toBeUndefined();
    }

    await project.write("content/faqs/refunds.md", "# Can I get my money back?\n\nNo longer.\n");
    await project.knowhow("build");
    await pageWith(`${url}faqs/refunds/`, "No longer.");
  });

  test("widens the policy by the configuration, and serves below the base", async () => {
    const project = await createProject({
      ...smallKnowledgeBase,
      "knowhow.config.json": {
        title: "Help",
        site: "https://example.com/help/",
        csp: { "script-src": ["https://stats.example.com"] },
      },
    });
    await project.remove("content/vi");
    await project.knowhow("build");
    const { url } = await start(project, "preview");
    expect(url).toMatch(/\/help\/$/);
    expect((await fetch(url)).headers.get("content-security-policy")).toContain("https://stats.example.com;");
    for (const [path, location] of [
      ["/", "/help/"],
      ["/?from=mail", "/help/?from=mail"],
      ["/help?from=mail", "/help/?from=mail"],
    ] as const) {
      expect((await answerTo(url, path)).headers.location, path).toBe(location);
    }
    expect((await fetch(new URL("/lessons/reports/", url))).status).toBe(404);
  });

  test("says so when there is nothing to serve", async () => {
    const project = await createProject(smallKnowledgeBase);
    expect(await project.knowhow("preview")).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: "knowhow: There is no site in <root>/dist. Make it with knowhow build.\n",
    });
  });
});
