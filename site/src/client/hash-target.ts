/** What the address names on this page, if anything. */
export function hashTarget(): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    // What follows the # is no encoded text.
    return null;
  }
}
