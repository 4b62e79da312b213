/** What an address names on this page by its part behind the `#`, if anything; without one given, that of the page itself. */
export function hashTarget(hash: string = location.hash): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    // What follows the # is no encoded text.
    return null;
  }
}
