import { pageSite } from "./site.ts";

/**
 * Makes search reachable: the field in the header opens the dialog, as do Ctrl-K (⌘K) and `/`; the field of the home
 * page answers on the spot. What that takes is loaded when somebody reaches for it.
 */
export function startSearch(): void {
  const opener = document.querySelector<HTMLElement>("[data-search-open]");
  const field = document.querySelector<HTMLInputElement>("[data-ask] input");
  const reach = (): void => (field ? focus(field) : void openDialog(opener));

  if (opener) {
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-haspopup", "dialog");
    opener.setAttribute("aria-keyshortcuts", "/ Control+K");
    opener.addEventListener("click", (event) => {
      // Opening the search page in a tab of its own stays possible.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      reach();
    });
    opener.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      reach();
    });
  }
  addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    reach();
  });
  const form = document.querySelector<HTMLFormElement>('[data-ask="suggest"]');
  if (form) suggestOnFocus(form);
}

function isShortcut(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === "k") return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const { target } = event;
  const isTyping =
    target instanceof HTMLElement &&
    target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
  return event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping;
}

function focus(field: HTMLInputElement): void {
  field.focus();
  field.select();
}

async function openDialog(opener: HTMLElement | null): Promise<void> {
  try {
    const { openSearchDialog } = await import("./search/dialog.ts");
    await openSearchDialog(pageSite());
  } catch {
    // Its code could not be loaded; the search page says more.
    if (opener instanceof HTMLAnchorElement) location.assign(opener.href);
  }
}

function suggestOnFocus(form: HTMLFormElement): void {
  const start = async (): Promise<void> => {
    const { suggestIn } = await import("./search/suggest.ts");
    await suggestIn(form, pageSite());
  };
  // Without suggestions the form still leads to the search page.
  form.addEventListener("focusin", () => void start().catch(() => undefined), { once: true });
}
