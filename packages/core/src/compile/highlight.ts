import type { Emitter, LanguageFn } from "highlight.js";
import core from "highlight.js/lib/core";
import { codeLanguage } from "./code-languages.ts";
import { encodeText } from "./to-html.ts";

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

/** Of some code the library's time grows with the square of its length, in UTF-16 units: of so much it is two seconds. */
const longest = 20_000;

/** Turns code into HTML in which the parts of its language are in spans with classes. */
export interface Highlighter {
  /** Gets ready for languages, by whatever name they go; those that there are not are left out. */
  readonly load: (names: Iterable<string>) => Promise<void>;
  /** The HTML of code; undefined where the language is not loaded, or the code is longer than anybody reads. */
  readonly highlight: (name: string, code: string) => string | undefined;
}

/** Makes a highlighter, which loads each language when it is first needed: all of them take longer than a page. */
export function createHighlighter(): Highlighter {
  const hljs = core.newInstance();
  hljs.configure({ __emitter: HtmlEmitter });
  const loaded = new Set<string>();
  let loading: Promise<void> = Promise.resolve();

  const load = async (language: string): Promise<void> => {
    if (loaded.has(language)) return;
    loaded.add(language);
    const module = (await import(`highlight.js/lib/languages/${language}`)) as { readonly default: LanguageFn };
    hljs.registerLanguage(language, module.default);
    for (const embedded of embeddedIn(hljs.getLanguage(language))) await load(embedded);
  };

  return {
    load(names) {
      const languages = [...names].flatMap((name) => codeLanguage(name) ?? []);
      if (languages.every((language) => loaded.has(language))) return loading;
      // One after the other: who asks for a language gets it with all that it holds.
      loading = loading.then(async () => {
        for (const language of languages) await load(language);
      });
      return loading;
    },
    highlight(name, code) {
      const language = codeLanguage(name);
      if (code.length > longest || language === undefined || hljs.getLanguage(language) === undefined) return undefined;
      const { value, errorRaised } = hljs.highlight(code, { language, ignoreIllegals: true });
      if (errorRaised !== undefined) throw errorRaised;
      return value;
    },
  };
}

/** What a body may be in where the library would guess among all that is loaded, so that the result would depend on that. */
const guessed: readonly string[] = ["json", "xml"];

/** The languages that stand in code of another one, as scripts do in HTML. */
function embeddedIn(language: object | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<object>();
  const look = (mode: object) => {
    if (seen.has(mode)) return;
    seen.add(mode);
    if ("subLanguage" in mode) {
      if (Array.isArray(mode.subLanguage) && mode.subLanguage.length === 0) mode.subLanguage = guessed;
      for (const one of [mode.subLanguage].flat()) if (typeof one === "string") found.add(one);
    }
    for (const part of Object.values(mode)) if (typeof part === "object" && part !== null) look(part);
  };
  if (language !== undefined) look(language);
  return found;
}
