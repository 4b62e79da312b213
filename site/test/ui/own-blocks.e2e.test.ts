import { expect, test } from "vitest";
import { newPage, openServedPage } from "../../../test/support/browser.ts";
import { createProject } from "../../../test/support/project.ts";
import { serve } from "../../../test/support/serve.ts";

const core = new URL("../../../packages/core/dist/index.js", import.meta.url).href;

const config = `import { defineBlock, h, z } from ${JSON.stringify(core)};

const counter = defineBlock({
  name: "Counter",
  props: z.object({ from: z.number().default(0) }),
  render: ({ from }, { children }) => h("acme-counter", { dataFrom: from }, children()),
  browser: { element: "acme-counter", module: "blocks/counter.ts" },
});

export default { title: "Desk", blocks: [counter] };
`;

const browserModule = (word: string) => `import { word } from "./word.ts";

class Counter extends HTMLElement {
  connectedCallback(): void {
    this.append(\`\${word}: \${Number(this.dataset.from) + 1} ${word}\`);
  }
}
customElements.define("acme-counter", Counter);
`;

test("a block of the site's own has its browser code where it stands, and only there", async () => {
  const project = await createProject({
    "knowhow.config.ts": config,
    "blocks/counter.ts": browserModule("first"),
    "blocks/word.ts": 'export const word: string = "Counted";\n',
    "content/lessons/with.mdx": "# With\n\n<Counter from={41}>\n\nAll of it.\n\n</Counter>\n",
    "content/lessons/without.md": "# Without\n\nText.\n",
  });
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0, stderr: "" });
  const before = await project.fingerprint("dist");
  const host = await serve(project.path("dist"));

  const { page, problems } = await newPage();
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(`${host.url}lessons/without/`, { waitUntil: "networkidle" });
  expect(loaded.filter((path) => /counter/.test(path))).toEqual([]);
  await page.goto(`${host.url}lessons/with/`, { waitUntil: "networkidle" });
  await page.getByText("Counted: 42 first").waitFor();
  expect(await page.getByText("All of it.").isVisible()).toBe(true);
  expect(problems).toEqual([]);

  // Only its browser code has changed, and pages of before name the old one.
  await project.write("blocks/counter.ts", browserModule("second"));
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
  for (const path of ["lessons/without/", "lessons/with/"]) await page.goto(host.url + path);
  await page.getByText("Counted: 42 second").waitFor();
  expect(problems).toEqual([]);

  await project.write("blocks/counter.ts", browserModule("first"));
  expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
  expect(await project.fingerprint("dist")).toEqual(before);

  const reader = await newPage({ javaScript: false });
  await reader.page.goto(`${host.url}lessons/with/`);
  expect(await reader.page.getByText("All of it.").isVisible()).toBe(true);
});

test("a mistake in the browser code is told at its place, and keeps the site that was there", async () => {
  const project = await createProject({
    "knowhow.config.ts": config,
    "blocks/counter.ts": "const a = ;\n",
    "content/lessons/with.mdx": "# With\n\n<Counter />\n",
  });
  const { exitCode, stderr } = await project.knowhow("build");
  expect(exitCode).toBe(3);
  expect(stderr).toBe("knowhow: blocks/counter.ts:1:11: Unexpected token\n");
  await project.write("blocks/counter.ts", 'import "./none.ts";\n');
  expect((await project.knowhow("build")).stderr).toBe(
    "knowhow: blocks/counter.ts:1:7: Could not resolve './none.ts' in blocks/counter.ts\n",
  );
});

test("dev follows edits of a block, of its drawing and of its browser code", async () => {
  const project = await createProject({
    "knowhow.config.ts": config,
    "blocks/counter.ts": browserModule("first"),
    "blocks/word.ts": 'export const word: string = "Counted";\n',
    "content/lessons/with.mdx": "# With\n\n<Counter from={41} />\n",
  });
  const dev = project.start(["dev", "--port", "0"]);
  const [, url = ""] = await dev.waitFor(/The site is at (\S+)/);
  const { page } = await newPage();
  await openServedPage(page, `${url}lessons/with/`);
  await page.getByText("Counted: 42 first").waitFor();
  await project.write("blocks/counter.ts", browserModule("second"));
  await page.getByText("Counted: 42 second").waitFor();
  await project.write("knowhow.config.ts", config.replace("dataFrom: from", "dataFrom: from * 2"));
  await page.getByText("Counted: 83 second").waitFor();
  await dev.stop();
});
