type Theme = "auto" | "light" | "dark";

const storageKey = "knowhow-theme";
const after: Readonly<Record<Theme, Theme>> = { auto: "light", light: "dark", dark: "auto" };

/** Makes the theme button work: each press goes on from the device's colours to light, to dark, and back. */
export function startThemeButton(button: HTMLElement): void {
  const root = document.documentElement;
  // Set here and by the script that runs before the first paint, to nothing else.
  const current = () => (root.dataset.theme ?? "auto") as Theme;
  const label = (): void => {
    const text = button.dataset[current()] ?? "";
    button.setAttribute("aria-label", text);
    button.title = text;
  };
  button.addEventListener("click", () => {
    const theme = after[current()];
    setTheme(root, theme);
    label();
    remember(theme);
  });
  label();
  // The choice may have been made in another tab, or after this page went to sleep in the history.
  const follow = (): void => {
    try {
      setTheme(root, localStorage.getItem(storageKey));
      label();
    } catch {
      // Storage may be forbidden; then each page keeps its own.
    }
  };
  addEventListener("storage", follow);
  addEventListener("pageshow", follow);
}

function setTheme(root: HTMLElement, theme: string | null): void {
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  else delete root.dataset.theme;
}

function remember(theme: Theme): void {
  try {
    if (theme === "auto") localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
}
