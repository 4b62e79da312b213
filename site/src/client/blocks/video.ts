/** Puts the player of a provider in the place of the link to its page, once a reader asks for it. */
export function startVideos(found: readonly HTMLElement[]): void {
  for (const door of found) {
    const { player, title = "" } = door.dataset;
    if (player === undefined) continue;
    door.querySelector(".kh-video__open")?.addEventListener("click", (event) => {
      // With a key held down, readers want the provider's page in a tab of its own.
      if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const frame = document.createElement("iframe");
      frame.className = "kh-video__player";
      frame.title = title;
      frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
      // Providers refuse to play where they cannot tell the site; the page stays between readers and it.
      frame.referrerPolicy = "strict-origin-when-cross-origin";
      frame.src = player;
      door.replaceWith(frame);
      frame.focus();
    });
  }
}
