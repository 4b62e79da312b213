import { cp, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createProject } from "../../../../test/support/project.ts";
import { moveContent } from "../../src/authoring/index.ts";
import { entryUrl, type LocalKnowledgeBase } from "../../src/index.ts";
import { loadKnowledgeBase } from "../../src/node.ts";
import { today } from "../support/told.ts";

const own = fileURLToPath(new URL("../../../../", import.meta.url));

/** Where every link and picture of every entry leads, by entry and language. */
async function ways(kb: LocalKnowledgeBase): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const { type, id, locale, ref } of kb.entries()) {
    const entry = await kb.get(type, id, { locale });
    const { related, ...rest } = entry ?? { related: [] };
    const refs = ["prerequisites", "steps", "lesson"].flatMap((key) => (rest as Record<string, unknown>)[key] ?? []);
    found[`${locale} ${ref}`] = [
      ...(entry?.links ?? []).map(({ url }) => url),
      ...(entry?.media ?? []).map(({ url }) => url),
      ...related,
      ...refs.map(String),
    ];
  }
  return found;
}

test("whatever entry of the manual moves, every link leads where it led, and the check has nothing to say", {
  timeout: 240_000,
}, async () => {
  const project = await createProject({});
  await cp(`${own}content`, project.path("content"), { recursive: true });
  const config = { title: "Knowhow", locales: { en: { label: "English" }, vi: { label: "Tiếng Việt" } } };
  await writeFile(project.path("knowhow.config.json"), JSON.stringify(config));
  const load = () => loadKnowledgeBase({ root: project.root, today, drafts: true, audiences: ["public", "internal"] });
  let kb = await load();
  const errors = () => kb.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  expect(errors()).toEqual([]);
  const refs = [...new Set(kb.entries().map(({ ref }) => ref))];
  for (const [i, ref] of refs.filter((_, i) => i % 9 === 4).entries()) {
    const before = await ways(kb);
    const [type, id = ""] = ref.split(/:(.*)/);
    const to = `${type}:${["moved", "knowhow", "a/b/c"][i % 3]}/${id.split("/").at(-1)}-${i}`;
    await moveContent({ root: project.root, from: ref, to });
    kb = await load();
    expect(errors()).toEqual([]);
    const urls = new Map(
      kb.entries().flatMap((entry) => {
        if (entry.ref !== to) return [];
        return Object.keys(config.locales).map((locale) => {
          return [
            entryUrl(entry.type, id, locale, kb.config),
            entryUrl(entry.type, entry.id, locale, kb.config),
          ] as const;
        });
      }),
    );
    const moved = (way: string) => {
      const [path = "", anchor] = way.split("#");
      if (way === ref) return to;
      return urls.has(path) ? `${urls.get(path)}${anchor === undefined ? "" : `#${anchor}`}` : way;
    };
    const expected = Object.entries(before).map(([entry, list]) => [
      entry.endsWith(` ${ref}`) ? entry.replace(ref, to) : entry,
      list.map(moved),
    ]);
    expect(withoutMedia(await ways(kb))).toEqual(withoutMedia(Object.fromEntries(expected)));
  }
});

/** Pictures may have moved along: that they are there is what the check says. */
function withoutMedia(ways: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(ways).map(([entry, list]) => [entry, list.map((way) => way.replace(/^\/media\/.*\//, "/media/"))]),
  );
}
