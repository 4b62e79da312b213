type Theme = "auto" | "light" | "dark";

const storageKey = "knowhow-theme";
const after: Readonly<Record<Theme, Theme>> = { auto: "light", light: "dark", dark: "auto" };

/** Makes the theme button work: each press goes on from the device's colours to light, to dark, and back. */
export function startThemeButton(button: HTMLElement): void {
  const root = document.documentElement;
  const current = (): Theme => {
    const { theme } = root.dataset;
    return theme === "light" || theme === "dark" ? theme : "auto";
  };
  const label = (): void => {
    const text = button.dataset[current()] ?? "";
    button.setAttribute("aria-label", text);
    button.title = text;
  };
  button.addEventListener("click", () => {
    const theme = after[current()];
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    label();
    remember(theme);
  });
  label();
}

function remember(theme: Theme): void {
  try {
    if (theme === "auto") localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
}
