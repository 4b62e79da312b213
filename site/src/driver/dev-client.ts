import type { Diagnostic } from "@knowhow/core";

/** Runs in the pages of the development server: shows the mistakes in the content above the page. */

const style = `
  :host { all: initial; }
  section {
    position: sticky; top: 0; z-index: 2147483647; max-height: 50vh; overflow: auto; padding: 12px 16px;
    background: #7a1020; color: #fff; font: 14px/1.5 system-ui, sans-serif;
  }
  h2 { margin: 0; font-size: 14px; }
  ul { margin: 4px 0 0; padding: 0; list-style: none; }
  li { margin: 6px 0 0; overflow-wrap: anywhere; }
  code { font: 13px/1.4 ui-monospace, monospace; opacity: 0.85; }
  em { font-style: normal; opacity: 0.85; }
`;

let banner: HTMLElement | undefined;

function show(mistakes: readonly Diagnostic[]): void {
  banner?.remove();
  banner = undefined;
  if (mistakes.length === 0) return;
  banner = document.createElement("knowhow-mistakes");
  const shadow = banner.attachShadow({ mode: "open" });
  const heading = mistakes.length === 1 ? "1 error in the content" : `${mistakes.length} errors in the content`;
  const list = element("ul", ...mistakes.slice(0, 20).map(item));
  const box = element("section", element("h2", `${heading}. Until it is mended, pages stay as they were.`), list);
  box.setAttribute("role", "alert");
  shadow.append(element("style", style), box);
  document.body.prepend(banner);
}

function item({ file, range, message, hint }: Diagnostic): HTMLElement {
  const place = element("code", `${file}:${range.start.line}:${range.start.column}`);
  return element("li", place, ` ${message}`, ...(hint === undefined ? [] : [element("em", ` ${hint}`)]));
}

function element(name: string, ...children: readonly (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

import.meta.hot?.on("knowhow:mistakes", show);
import.meta.hot?.send("knowhow:hello", {});
