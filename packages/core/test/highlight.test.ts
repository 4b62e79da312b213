import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toHtml } from "hast-util-to-html";
import hljs from "highlight.js";
import { all, createLowlight } from "lowlight";
import { describe, expect, test } from "vitest";
import { createProject } from "../../../test/support/project.ts";
import { codeLanguage, codeLanguageNames } from "../src/compile/code-languages.ts";
import { createHighlighter } from "../src/compile/highlight.ts";
import { fixKnowledgeBase } from "../src/node.ts";
import { html } from "./support/base.ts";
import { today } from "./support/told.ts";
import { toldOf } from "./support/told-body.ts";

describe("code is highlighted in the language that it names", () => {
  test("also in those that few write in, by any of their names", async () => {
    const powershell = await html("```ps1\nGet-Service | Where-Object { $_.Status -eq 'Running' }\n```", "md");
    expect(powershell).toContain('<code class="hljs language-ps1"><span class="hljs-built_in">Get-Service</span>');
    expect(await html("```Dockerfile\nFROM node:24\n```", "md")).toContain('<span class="hljs-keyword">FROM</span>');
    expect(await html('```jsonl\n{"a": 1}\n```', "md")).toContain('<span class="hljs-attr">"a"</span>');
  });

  test("code in no language, or one that nobody knows, stays as it is", async () => {
    expect(await html("```\nif a\n```", "md")).toContain('<code class="hljs">if a</code>');
    expect(await html("```klingon\nif a\n```", "md")).toContain('<code class="hljs">if a</code>');
    expect(await html("```../../evil\nif a\n```", "md")).toContain('<code class="hljs">if a</code>');
    expect(await html("```constructor\nif a\n```", "md")).toContain('<code class="hljs">if a</code>');
  });
});

test("every language of the library is known, by every name that it has there", () => {
  const known = new Set(codeLanguageNames);
  for (const language of hljs.listLanguages()) {
    expect(codeLanguage(language)).toBe(language);
    for (const alias of hljs.getLanguage(language)?.aliases ?? []) {
      const meant = codeLanguage(alias.toLowerCase()) ?? "";
      expect(
        hljs.getLanguage(meant)?.aliases?.map((one) => one.toLowerCase()),
        alias,
      ).toContain(alias.toLowerCase());
    }
    known.delete(language);
  }
  expect(codeLanguageNames.every((name) => hljs.getLanguage(codeLanguage(name) ?? "") !== undefined)).toBe(true);
});

test("a language that is loaded alone gives what the library gives that has all of them", async () => {
  const lowlight = createLowlight(all);
  const sources = [
    "<style>p { color: red }</style><script>if (a < b) html`<b>c</b>`</script>{{#if x}}<?php echo 1 ?>\n",
    "let a = html`<i>b</i>`; let d = css`p { top: 0 }`\n$ npm start --if\n>>> def f(x): return 1\n",
    'RUN echo "a" && if [ -f x ]; then y; fi\nfoo: <%= if a then 1 end %>\nDO $$ begin return 1; end $$ language plpgsql;\n',
  ];
  for (const language of Object.keys(all)) {
    // Its bodies are what the library takes them for, among all that is loaded.
    if (language === "http") continue;
    const highlighter = createHighlighter();
    await highlighter.load([language]);
    for (const source of sources) {
      expect(highlighter.highlight(language, source), language).toBe(toHtml(lowlight.highlight(language, source)));
    }
  }
});

test("the body of a request is JSON or XML, whatever else is loaded", async () => {
  const request = 'POST /orders HTTP/1.1\nContent-Type: application/json\n\n{"amount": 12}';
  const alone = createHighlighter();
  await alone.load(["http"]);
  const others = createHighlighter();
  await others.load(Object.keys(all));
  const written = alone.highlight("http", request);
  expect(written).toContain('<span class="hljs-attr">"amount"</span>');
  expect(others.highlight("http", request)).toBe(written);
});

test("languages that are asked for at the same time are there when each says so", async () => {
  const highlighter = createHighlighter();
  const drawn = await Promise.all(
    ["xml", "javascript", "xml"].map(async (language) => {
      await highlighter.load([language]);
      return highlighter.highlight(language, "<script>let a</script>");
    }),
  );
  expect(drawn[0]).toContain('<span class="hljs-keyword">let</span>');
  expect(drawn[2]).toBe(drawn[0]);
});

describe("a language that is named with a slip", () => {
  test("is told at its name, with the one that must be meant, and mended", async () => {
    expect(await toldOf("- A\n\n  ````powershel title\n  a\n  ````\n\n~~~ Javscript\nb\n~~~")).toEqual([
      "7:7 warning code-language: “powershel” is no language that code is coloured in. → Did you mean “powershell”?",
      "11:5 warning code-language: “Javscript” is no language that code is coloured in. → Did you mean “javascript”?",
    ]);
    const { root } = await createProject({
      "knowhow.config.json": '{ "title": "Desk" }',
      "content/lessons/a.mdx": "# A\n\n```pyhton\nprint()\n```\n",
    });
    await fixKnowledgeBase({ root, cache: false, today });
    expect(await readFile(join(root, "content/lessons/a.mdx"), "utf8")).toBe("# A\n\n```python\nprint()\n```\n");
  });

  test("is told in the partial that it stands in", async () => {
    const files = { "lessons/_p.mdx": "A.\n\n```dockerfil\nFROM a\n```\n" };
    expect(await toldOf('<Include file="_p.mdx" />', files)).toEqual([
      "lessons/_p.mdx:3:4 warning code-language: “dockerfil” is no language that code is coloured in. → Did you mean “dockerfile”?",
    ]);
  });

  test("names that are like none, or too short to tell, are left alone", async () => {
    const names = [
      "mermaid",
      "plantuml",
      "console-output",
      "csv",
      "cshtml",
      "tsv",
      "hcl",
      "terraform",
      "text",
      "PLSQL",
    ];
    expect(await toldOf(names.map((name) => `\`\`\`${name}\na\n\`\`\``).join("\n\n"))).toEqual([]);
  });
});
