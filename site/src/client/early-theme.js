// Runs before the first paint, as a classic script: a theme that is set any later flashes.
(() => {
  const root = document.documentElement;
  root.classList.add("kh-scripted");
  try {
    const theme = localStorage.getItem("knowhow-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; then the device decides.
  }
})();
