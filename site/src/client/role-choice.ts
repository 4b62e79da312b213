const storageKey = "knowhow-role";

/** Remembers on this device which role its reader chose last, and puts it first among the others. */
export function startRoleChoices(lists: readonly HTMLElement[]): void {
  for (const list of lists) startChoiceOf(list);
}

function startChoiceOf(list: HTMLElement): void {
  const chosen = remembered();
  for (const link of list.querySelectorAll<HTMLElement>("[data-role]")) {
    const { role } = link.dataset;
    if (role !== undefined && role === chosen) {
      const item = link.closest("li");
      const note = document.createElement("small");
      note.textContent = list.dataset.chosen ?? "";
      item?.append(" ", note);
      if (item) list.prepend(item);
    }
    link.addEventListener("click", () => role !== undefined && remember(role));
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    // Storage may be forbidden; then every visit is the first.
    return null;
  }
}

function remember(role: string): void {
  try {
    localStorage.setItem(storageKey, role);
  } catch {
    // As above.
  }
}
