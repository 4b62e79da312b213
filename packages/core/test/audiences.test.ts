import { expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { checkKnowledgeBase, loadKnowledgeBase, loadSites, SetupError } from "../src/node.ts";
import { base } from "./support/base.ts";
import { lesson, today, told } from "./support/told.ts";

const sites = { public: ["public"], staff: ["public", "internal"] };
const content = {
  "lessons/open.mdx": lesson(""),
  "lessons/inside.mdx": lesson("audience: internal"),
  "lessons/draft.mdx": lesson("audience: internal\nstatus: draft"),
};

async function loaded(config: Readonly<Record<string, unknown>>, audience?: string) {
  const { root } = await createProject({
    "knowhow.config.json": { title: "T", ...config },
    ...Object.fromEntries(Object.entries(content).map(([file, text]) => [`content/${file}`, text])),
  });
  return loadSites({ root, today, audience });
}

const shown = ({ sites }: Awaited<ReturnType<typeof loaded>>) =>
  sites.map(({ output, kb }) => `${output.name} in ${output.folder}: ${kb.entries().map(({ id }) => id)}`);

test("gives each site what is for its audiences", async () => {
  const all = await loaded({ publish: sites });
  expect(all.summary.entries).toBe(3);
  expect(shown(all)).toEqual(["public in dist/public: open", "staff in dist/staff: inside,open"]);
  expect(shown(await loaded({ publish: sites }, "staff"))).toEqual(["staff in dist/staff: inside,open"]);
  expect(shown(await loaded({ publish: ["public"] }))).toEqual(["undefined in dist: open"]);
});

test("shows an audience what is theirs beside what is published, in a folder of its own", async () => {
  expect(shown(await loaded({}, "internal"))).toEqual(["internal in dist-internal: inside,open"]);
});

test("shows the first site unless told, and what other audiences see only by name", async () => {
  const ids = async (options: Parameters<typeof base>[2]) =>
    (await base(content, { publish: sites }, options)).entries().map(({ id }) => id);
  expect(await ids({})).toEqual(["open"]);
  expect(await ids({ audience: "staff" })).toEqual(["inside", "open"]);
  expect(await ids({ audiences: ["internal"] })).toEqual(["inside"]);
  expect(await ids({ audience: "staff", drafts: true })).toEqual(["draft", "inside", "open"]);
});

test("gives each site its own address, and reads again where its base differs", async () => {
  const { sites: made, diagnostics } = await loaded({
    site: "https://example.com/",
    publish: {
      public: ["public"],
      staff: { audiences: ["public", "internal"], site: "https://intranet.example/kb/" },
    },
  });
  expect(diagnostics).toEqual([]);
  expect(made.map(({ kb }) => [kb.config.site, kb.config.base, kb.entries().at(-1)?.url])).toEqual([
    ["https://example.com/", "/", "/lessons/open/"],
    ["https://intranet.example/kb/", "/kb/", "/kb/lessons/open/"],
  ]);
});

test("compiles entries once for all sites", async () => {
  const project = await createProject({
    "knowhow.config.json": { title: "T", publish: sites },
    "content/lessons/a.mdx": lesson(""),
  });
  await loadSites({ root: project.root, today });
  const cached = await project.read(".knowhow/cache/compiled.cache");
  const told: number[] = [];
  for (const audience of ["public", "staff"])
    await loadKnowledgeBase({ root: project.root, audience, today, onProgress: (done) => told.push(done) });
  await project.write("knowhow.config.json", { title: "T", publish: ["internal"] });
  await checkKnowledgeBase({ root: project.root, today });
  expect(await project.read(".knowhow/cache/compiled.cache")).toBe(cached);
});

test("tells for each site what its readers would not find", async () => {
  const links = {
    "lessons/open.mdx": lesson("related: [lesson:inside]", "[x](inside.mdx)"),
    "lessons/inside.mdx": lesson("audience: internal", "[x](open.mdx) [y](secret.mdx)"),
    "lessons/secret.mdx": lesson("audience: board"),
  };
  const audiences = ["public", "internal", "board"];
  const publish = { public: ["public"], staff: ["public", "internal"], board: ["public", "internal", "board"] };
  expect(await told(links, { audiences, publish })).toEqual([
    "lessons/inside.mdx:6:15 error hidden-entry: lesson:secret is for the audience “board”, so readers of the site “staff” would not find it. → Publish it, or take this out until it is.",
    "lessons/open.mdx:3:11 error hidden-entry: lesson:inside is for the audience “internal”, so readers of the site “public” would not find it. → Publish it, or take this out until it is.",
    "lessons/open.mdx:6:1 error hidden-entry: lesson:inside is for the audience “internal”, so readers of the site “public” would not find it. → Publish it, or take this out until it is.",
  ]);
  const only = async (audience: string) => {
    const { root } = await createProject({
      "knowhow.config.json": { title: "T", audiences, publish },
      ...Object.fromEntries(Object.entries(links).map(([file, text]) => [`content/${file}`, text])),
    });
    return (await checkKnowledgeBase({ root, cache: false, today, audience })).diagnostics.map(
      ({ message }) => message,
    );
  };
  expect(await only("board")).toEqual([]);
  expect(await only("staff")).toEqual([
    "lesson:secret is for the audience “board”, so readers of this entry would not find it.",
  ]);
});

test("leads readers of a site to the original where its translation is for others", async () => {
  const locales = { en: { label: "English" }, vi: { label: "Tiếng Việt" } };
  const translated = {
    "lessons/a.mdx": lesson("", "[x](b.mdx)"),
    "vi/lessons/a.mdx": lesson("", "[x](b.mdx)"),
    "lessons/b.mdx": lesson(""),
    "vi/lessons/b.mdx": lesson("audience: internal"),
  };
  expect(await told(translated, { locales, publish: sites })).toEqual([]);
});

test("says what is wrong with “publish”, and with a name that is not there", async () => {
  const refused = async (config: Readonly<Record<string, unknown>>, audience?: string) => {
    const thrown: unknown = await loaded(config, audience).catch((cause: unknown) => cause);
    return thrown instanceof SetupError ? [thrown.message, thrown.hint].join(" ").trim() : thrown;
  };
  expect(await refused({ publish: { public: ["publik"] } })).toBe(
    "knowhow.config.json: “publish.public” names the audience “publik”, which is not among “audiences”. Did you mean “public”?",
  );
  expect(await refused({ publish: {} })).toBe(
    'knowhow.config.json: “publish” names no site. Name at least one: { public: ["public"] }.',
  );
  expect(await refused({ publish: { "Our Staff": ["public"] } })).toBe(
    "knowhow.config.json has a mistake:\n  - “Our Staff” cannot be a name here. Name a site in small letters and digits, with - between words: partner-portal.",
  );
  expect(await refused({ publish: "public" })).toBe(
    'knowhow.config.json has a mistake:\n  - “publish” cannot be “public”. Write a list of audiences, or several sites: { public: ["public"], staff: ["public", "internal"] }.',
  );
  expect(await refused({ publish: { staff: { audience: ["public"] } } })).toContain("Did you mean “audiences”?");
  expect(await refused({ publish: sites }, "staf")).toBe("“publish” names no site “staf”. Did you mean “staff”?");
  expect(await refused({ publish: sites }, "internal")).toBe(
    "“publish” names no site “internal”. Possible here: public, staff.",
  );
  expect(await refused({}, "board")).toBe(
    "There is no audience “board” in the configuration. Possible here: public, internal.",
  );
});
