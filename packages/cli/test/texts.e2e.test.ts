import { describe, expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";

const content = { "content/lessons/coffee.mdx": "# Die Kaffeemaschine entkalken\n\n## Zuerst\n\nText.\n" };

/** A configuration in TypeScript whose German texts are in a file of their own. */
const config = `import de from "./texts.de.json" with { type: "json" };

export default { title: "Kaffee", locales: { de: { label: "Deutsch" } }, texts: { de } };
`;

describe("somebody who translates what pages say", () => {
  test("prints the texts, translates them in a file, and has a site in German", async () => {
    const project = await createProject({
      "knowhow.config.json": { title: "Kaffee", locales: { de: { label: "Deutsch" } } },
      ...content,
    });
    const printed = await project.knowhow("texts", "de");
    expect(printed.exitCode).toBe(0);
    expect(printed.stderr).toMatch(/^(\d+) of \1 texts are in English on pages in Deutsch\.\n$/);
    const texts = JSON.parse(printed.stdout);
    expect(texts).toMatchObject({ search: "Search", entries: { one: "{n} entry", other: "{n} entries" } });

    texts.skip = "Zum Inhalt";
    texts.results.start = "Tipp eine Frage ein.";
    texts.facts.minutes.one = "{n} Minute";
    await project.remove("knowhow.config.json");
    await project.write("knowhow.config.ts", config);
    await project.write("texts.de.json", JSON.stringify(texts));
    expect(await project.knowhow("check", "--verbose")).toMatchObject({
      exitCode: 0,
      stdout: "✓ 1 entry checked, nothing to mend.\n",
    });
    expect(await project.knowhow("build")).toMatchObject({ exitCode: 0 });
    const page = await project.read("dist/lessons/coffee/index.html");
    expect(page).toContain("Zum Inhalt");
    expect(page).toContain("1 Minute");
  });

  test("prints what is still in English, and is told of a slip with its place", async () => {
    const project = await createProject({
      "knowhow.config.ts": config,
      "texts.de.json": { search: "Suche", path: { heading: "Schritt für Schritt" } },
      ...content,
    });
    const { stdout, stderr } = await project.knowhow("texts", "de", "--missing");
    const missing = JSON.parse(stdout);
    const [, left, all] = /^(\d+) of (\d+) texts are in English on pages in Deutsch\.\n$/.exec(stderr) ?? [];
    expect(Number(all) - Number(left)).toBe(2);
    expect(Object.keys(missing.path)).toEqual(["through", "position", "previous", "next"]);
    expect(missing).not.toHaveProperty("search");

    await project.write("texts.de.json", { path: { position: "Schritt {step} von {stps}" }, serch: "Suche" });
    expect(await project.knowhow("check")).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: `knowhow: knowhow.config.ts has 2 mistakes:
  - “texts.de.path.position” cannot be “Schritt {step} von {stps}”. Write {steps} in place of {stps}.
  - “texts.de.serch” is not a key of this configuration. Did you mean “search”?
`,
    });
  });

  test("asks for a language of the site", async () => {
    const project = await createProject({ "knowhow.config.json": { title: "Kaffee" }, ...content });
    expect(await project.knowhow("texts", "de")).toMatchObject({
      exitCode: 2,
      stdout: "",
      stderr: "knowhow: There is no locale “de”.\nPossible here: en. Add others to “locales” in knowhow.config.json.\n",
    });
  });
});
