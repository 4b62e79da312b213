import { readStored, store } from "./stored.ts";

const name = "role";

/** Remembers on this device which role its reader chose last in this knowledge base, and puts it first among the others. */
export function startRoleChoices(lists: readonly HTMLElement[]): void {
  for (const list of lists) startChoiceOf(list);
}

function startChoiceOf(list: HTMLElement): void {
  const chosen = readStored(name);
  for (const link of list.querySelectorAll<HTMLElement>("[data-role]")) {
    const { role } = link.dataset;
    if (role !== undefined && role === chosen) {
      const item = link.closest("li");
      const note = document.createElement("small");
      note.textContent = list.dataset.chosen ?? "";
      item?.append(" ", note);
      if (item) list.prepend(item);
    }
    link.addEventListener("click", () => role !== undefined && store(name, role));
  }
}
