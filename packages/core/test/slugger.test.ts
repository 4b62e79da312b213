import GithubSlugger from "github-slugger";
import { expect, test } from "vitest";
import { createSlugger } from "../src/compile/slugger.ts";

test("texts get the slugs that GitHub gives them, also when they come again", () => {
  const texts = [
    ...[
      "Export a report",
      "Export a report",
      "export-a-report-1",
      "C++ & C#: what's new?",
      "a  b",
      " a ",
      "",
      "",
      "-",
      "_x_",
    ],
    ...[
      "Xuất báo cáo",
      "ΑΣ İ ß",
      "漢字 😀",
      "e\u0301",
      "tab\there",
      "line\nbreak",
      "\u00a0",
      "\ud800",
      "0",
      "constructor",
    ],
    ...[
      "__proto__",
      "__proto__",
      "hasOwnProperty",
      "toString",
      String.fromCharCode(...Array.from({ length: 128 }, (_, i) => i)),
    ],
    ...Array.from({ length: 0x3000 }, (_, code) => `a${String.fromCharCode(code)}B`),
  ];
  const slugger = createSlugger();
  const github = new GithubSlugger();
  for (const text of texts) expect([text, slugger.slug(text)]).toEqual([text, github.slug(text)]);
});

test("a slug that is kept is given to nobody", () => {
  const slugger = createSlugger();
  slugger.reserve("setup");
  expect([slugger.slug("Setup"), slugger.slug("Setup"), slugger.slug("Other")]).toEqual([
    "setup-1",
    "setup-2",
    "other",
  ]);
});
