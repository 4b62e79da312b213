import type { Emitter } from "highlight.js";
import hljs from "highlight.js/lib/core";
import arduino from "highlight.js/lib/languages/arduino";
import bash from "highlight.js/lib/languages/bash";
import c from "highlight.js/lib/languages/c";
import cpp from "highlight.js/lib/languages/cpp";
import csharp from "highlight.js/lib/languages/csharp";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import go from "highlight.js/lib/languages/go";
import graphql from "highlight.js/lib/languages/graphql";
import ini from "highlight.js/lib/languages/ini";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import kotlin from "highlight.js/lib/languages/kotlin";
import less from "highlight.js/lib/languages/less";
import lua from "highlight.js/lib/languages/lua";
import makefile from "highlight.js/lib/languages/makefile";
import markdown from "highlight.js/lib/languages/markdown";
import objectivec from "highlight.js/lib/languages/objectivec";
import perl from "highlight.js/lib/languages/perl";
import php from "highlight.js/lib/languages/php";
import phpTemplate from "highlight.js/lib/languages/php-template";
import plaintext from "highlight.js/lib/languages/plaintext";
import python from "highlight.js/lib/languages/python";
import pythonRepl from "highlight.js/lib/languages/python-repl";
import r from "highlight.js/lib/languages/r";
import ruby from "highlight.js/lib/languages/ruby";
import rust from "highlight.js/lib/languages/rust";
import scss from "highlight.js/lib/languages/scss";
import shell from "highlight.js/lib/languages/shell";
import sql from "highlight.js/lib/languages/sql";
import swift from "highlight.js/lib/languages/swift";
import typescript from "highlight.js/lib/languages/typescript";
import vbnet from "highlight.js/lib/languages/vbnet";
import wasm from "highlight.js/lib/languages/wasm";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { encodeText } from "./to-html.ts";

/** The languages that are highlighted: those that highlight.js calls common. Loading all of them takes longer than a page. */
const languages = {
  ...{
    arduino,
    bash,
    c,
    cpp,
    csharp,
    css,
    diff,
    go,
    graphql,
    ini,
    java,
    javascript,
    json,
    kotlin,
    less,
    lua,
    makefile,
  },
  ...{ markdown, objectivec, perl, php, "php-template": phpTemplate, plaintext, python, "python-repl": pythonRepl, r },
  ...{ ruby, rust, scss, shell, sql, swift, typescript, vbnet, wasm, xml, yaml },
};

/**
 * Writes what highlight.js finds as HTML: text, and spans whose classes are the scopes. That of its own escapes more signs
 * than the rest of our HTML, and makes a tree first.
 */
class HtmlEmitter implements Emitter {
  html = "";
  #open = 0;

  addText(text: string): void {
    this.html += encodeText(text);
  }

  /** `title.function` becomes the classes `hljs-title` and `function_`, as themes for highlight.js have them. */
  openNode(scope: string): void {
    const classes = scope.split(".").map((part, i) => (i === 0 ? `hljs-${part}` : part + "_".repeat(i)));
    this.html += `<span class="${classes.join(" ")}">`;
    this.#open++;
  }

  closeNode(): void {
    if (this.#open === 0) return;
    this.html += "</span>";
    this.#open--;
  }

  startScope(scope: string): void {
    this.openNode(scope);
  }

  endScope(): void {
    this.closeNode();
  }

  __addSublanguage(other: HtmlEmitter, language: string): void {
    other.finalize();
    this.html += language ? `<span class="${language}">${other.html}</span>` : other.html;
  }

  /** Code may end within a string or a comment. */
  finalize(): void {
    while (this.#open > 0) this.closeNode();
  }

  toHTML(): string {
    return this.html;
  }
}

const highlighter = hljs.newInstance();
highlighter.configure({ __emitter: HtmlEmitter });
for (const [name, language] of Object.entries(languages)) highlighter.registerLanguage(name, language);
highlighter.registerAliases("mdx", { languageName: "markdown" });
highlighter.registerAliases(["astro", "vue", "svelte"], { languageName: "xml" });

/** Code as HTML in which the parts of the language are in spans with classes; undefined where the language is not known. */
export function highlight(language: string, code: string): string | undefined {
  if (highlighter.getLanguage(language) === undefined) return undefined;
  const { value, errorRaised } = highlighter.highlight(code, { language, ignoreIllegals: true });
  if (errorRaised !== undefined) throw errorRaised;
  return value;
}
