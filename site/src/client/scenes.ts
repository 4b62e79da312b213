import { hashTarget } from "./hash-target.ts";

/**
 * Has the feedback of a choice stand where the choice leads, below the title of that scene: whoever follows it reads on
 * there. Without scripts it opens at the choice.
 */
export function startScenes(choices: readonly HTMLElement[]): void {
  let shown: { readonly note: HTMLElement; readonly title: HTMLElement } | undefined;
  const clear = (): void => {
    shown?.note.remove();
    shown = undefined;
  };
  for (const choice of choices) {
    const link = choice.querySelector<HTMLAnchorElement>(":scope > a");
    link?.addEventListener("click", ({ ctrlKey, metaKey, shiftKey }) => {
      if (ctrlKey || metaKey || shiftKey) return;
      // Before the browser goes there: what comes or goes above the scene moves it.
      clear();
      const note = noteOf(choice);
      const title = hashTarget(link.hash);
      if (!note || !title) return;
      title.after(note);
      shown = { note, title };
    });
  }
  addEventListener("hashchange", () => {
    if (shown && hashTarget() !== shown.title) clear();
  });
}

/** What was chosen, and what its author says to it; undefined where that is nothing. */
function noteOf(choice: HTMLElement): HTMLElement | undefined {
  const feedback = choice.querySelector(":scope > .kh-choice__feedback");
  if (!feedback) return undefined;
  const chosen = document.createElement("p");
  chosen.className = "kh-scene__chosen";
  chosen.textContent = choice.querySelector(".kh-choice__text")?.textContent ?? "";
  const note = document.createElement("div");
  note.className = "kh-scene__came";
  const said = [...feedback.children].filter(({ tagName }) => tagName !== "SUMMARY");
  note.append(chosen, ...said.map((part) => part.cloneNode(true)));
  for (const part of note.querySelectorAll("[id]")) part.removeAttribute("id");
  return note;
}
