import { inLanguage } from "../../locale/in-language.ts";
import type { SearchTexts } from "../../locale/search-texts.ts";
import type { Site } from "../site.ts";
import { makeCombobox } from "./combobox.ts";
import { element } from "./element.ts";
import { loadSearchTexts } from "./load-texts.ts";
import { openSource } from "./open-source.ts";
import { loadSearchStyles } from "./stylesheet.ts";

let dialog: Promise<HTMLDialogElement> | undefined;

/** Makes the search dialog, if there is none yet, and loads what it needs: it then opens at once. */
export function prepareSearchDialog(site: Site): Promise<HTMLDialogElement> {
  dialog ??= makeDialog(site).catch((error: unknown) => {
    dialog = undefined;
    throw error;
  });
  return dialog;
}

/** Opens the search dialog with what was typed while it was loaded, if anything was. */
export async function openSearchDialog(site: Site, typed: () => string | undefined): Promise<void> {
  const made = await prepareSearchDialog(site);
  const text = typed();
  if (!made.open) made.showModal();
  const input = made.querySelector("input");
  input?.select();
  if (!input || !text) return;
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

async function makeDialog(site: Site): Promise<HTMLDialogElement> {
  const [texts] = await Promise.all([loadSearchTexts(site.locale), loadSearchStyles()]);
  const input = element("input", {
    id: "kh-search",
    type: "search",
    name: "q",
    placeholder: texts.placeholder,
    "aria-label": texts.label,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "search",
    maxlength: "1000",
  });
  const close = element("button", {
    type: "button",
    class: "kh-dialog__close",
    "aria-label": texts.close,
    title: texts.close,
    ...inLanguage(texts),
  });
  const form = element("form", { action: site.search, role: "search", class: "kh-ask kh-ask--dialog" }, input, close);
  const panel = element("div", { class: "kh-dialog__panel" });
  const made = element("dialog", { class: "kh-dialog", "aria-label": texts.dialog }, form, panel, keyHelp(texts));
  document.body.append(made);

  const combobox = makeCombobox({ input, panel, source: openSource(site), texts, site });
  input.addEventListener("focus", () => combobox.refresh());
  close.addEventListener("click", () => made.close());
  // The dialog's own box is filled by its children: a press on the dialog itself is one beside it.
  made.addEventListener("click", ({ target }) => {
    if (target === made) made.close();
  });
  made.addEventListener("close", () => {
    input.value = "";
    combobox.close();
  });
  // A result on the same page closes the dialog over it; a query of before is looked for in the dialog.
  panel.addEventListener("click", ({ target, defaultPrevented }) => {
    if (!defaultPrevented && target instanceof Element && target.closest("a")) made.close();
  });
  return made;
}

function keyHelp(texts: SearchTexts): HTMLElement {
  const help = (keys: readonly string[], text: string): HTMLElement =>
    element("span", {}, ...keys.map((key) => element("kbd", {}, key)), ` ${text}`);
  return element(
    "p",
    { class: "kh-dialog__keys", "aria-hidden": "true", ...inLanguage(texts) },
    help(["↑", "↓"], texts.keys.choose),
    help(["↵"], texts.keys.open),
    help(["Esc"], texts.keys.close),
  );
}
