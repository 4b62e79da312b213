import { pageSite } from "./site.ts";

/** Answers in the place of a field, from when somebody comes near it. */
export function suggestIn(form: HTMLFormElement, field: HTMLInputElement): void {
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
  if (form.contains(document.activeElement)) start();
  form.addEventListener("focusin", start);
  form.addEventListener("pointerenter", start);
  if (form.dataset.ask === "missing") {
    void import("./missing-page.ts").then(({ wordsOfPath }) => {
      field.value ||= wordsOfPath(location.pathname);
      start();
    });
  }
}
