import { pageSite } from "./site.ts";

/**
 * Makes search reachable: the field in the header opens the dialog, as do Ctrl-K (⌘K) and `/`; the field of the home
 * page answers on the spot. What that takes is loaded when somebody reaches for it.
 */
export function startSearch(): void {
  const opener = document.querySelector<HTMLElement>("[data-search-open]");
  const field = document.querySelector<HTMLInputElement>("[data-ask] input");
  const openDialog = dialogOpener(opener);
  const reach = (): void => (field ? focus(field) : void openDialog());

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
    // A pointer over it or the focus on it comes some tenths of a second before the press.
    const prepare = (): void => {
      if (field) return;
      import("./search/dialog.ts").then(({ prepareSearchDialog }) => prepareSearchDialog(pageSite())).catch(() => {}); // Whoever opens it is told.
    };
    opener.addEventListener("pointerenter", prepare, { once: true });
    opener.addEventListener("focus", prepare, { once: true });
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
  const form = field?.form;
  if (form && form.dataset.ask !== "page") {
    import("./suggest-in.ts").then(({ suggestIn }) => suggestIn(form, field)).catch(() => {}); // The form leads to the search page.
  }
}

function isShortcut(event: Event): event is KeyboardEvent {
  // Where a browser fills in a field, it tells of a key that is none.
  if (!(event instanceof KeyboardEvent)) return false;
  if (event.key.toLowerCase() === "k") return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const { target } = event;
  const isTyping =
    target instanceof HTMLElement &&
    target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]") !== null;
  return event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping;
}

function focus(field: HTMLInputElement): void {
  field.focus();
  field.select();
}

/**
 * What opens the dialog of search. On a slow line its code takes seconds to come, and nobody waits for it: what is typed meanwhile
 * shows in the field that opens it, and goes into the dialog's.
 */
function dialogOpener(opener: HTMLElement | null): () => Promise<void> {
  const label = opener?.querySelector("span");
  const placeholder = label?.textContent ?? "";
  const show = (text?: string): void => {
    if (label) label.textContent = text || placeholder;
  };
  let typed: string | undefined;
  addEventListener("keydown", (event) => {
    const { key } = event;
    if (typed === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === "Backspace") typed = typed.slice(0, -1);
    else if (key?.length === 1)
      typed += key; // Where a browser fills in a field, there is none.
    else return;
    event.preventDefault();
    show(typed);
  });
  return async () => {
    if (typed !== undefined) return;
    typed = "";
    try {
      const { openSearchDialog } = await import("./search/dialog.ts");
      await openSearchDialog(pageSite(), () => typed);
      show();
    } catch {
      // Its code could not be loaded; the search page says more. Without a network, there would be neither.
      if (!navigator.onLine) show(opener?.dataset.failed);
      else if (opener instanceof HTMLAnchorElement) location.assign(opener.href);
    }
    typed = undefined;
  };
}
