import type { Site } from "../site.ts";
import { makeCombobox } from "./combobox.ts";
import { element } from "./element.ts";
import { loadSearchTexts } from "./load-texts.ts";
import { openSource } from "./open-source.ts";
import { loadSearchStyles } from "./stylesheet.ts";

/** Answers in a list under the field of a search form while somebody types. */
export async function suggest(form: HTMLFormElement, input: HTMLInputElement, site: Site): Promise<void> {
  const [texts] = await Promise.all([loadSearchTexts(site.locale), loadSearchStyles()]);
  const panel = element("div", { class: "kh-suggestions" });
  form.append(panel);
  const combobox = makeCombobox({ input, panel, source: openSource(site), texts, site });

  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && combobox.close()) event.preventDefault();
  });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) combobox.close();
  });
  input.addEventListener("focus", () => combobox.refresh());
  combobox.refresh();
}
