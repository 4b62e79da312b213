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
  if (form && form.dataset.ask !== "page") suggestIn(form, field);
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

async function openDialog(opener: HTMLElement | null): Promise<void> {
  try {
    const { openSearchDialog } = await import("./search/dialog.ts");
    await openSearchDialog(pageSite());
  } catch {
    // Its code could not be loaded; the search page says more.
    if (opener instanceof HTMLAnchorElement) location.assign(opener.href);
  }
}

function suggestIn(form: HTMLFormElement, field: HTMLInputElement): void {
  let started = false;
  const start = (): void => {
    if (started) return;
    started = true;
    import("./search/suggest.ts")
      .then(({ suggest }) => suggest(form, field, pageSite()))
      .catch(() => {
        // Without suggestions the form still leads to the search page.
        started = false;
      });
  };
  form.addEventListener("focusin", start);
  form.addEventListener("pointerenter", start);
  if (form.dataset.ask === "missing") {
    void import("./missing-page.ts").then(({ wordsOfPath }) => {
      field.value ||= wordsOfPath(location.pathname);
      start();
    });
  }
}
