/** Closes the groups of the navigation as menus close: at Escape, at a press elsewhere, when the focus goes on. */
export function startNavGroups(navs: readonly HTMLElement[]): void {
  for (const nav of navs) startGroupsOf(nav);
}

function startGroupsOf(nav: HTMLElement): void {
  const close = (keep?: Node): void => {
    for (const group of nav.querySelectorAll("details")) if (!(keep && group.contains(keep))) group.open = false;
  };
  nav.addEventListener("keydown", ({ key, target }) => {
    if (key !== "Escape" || !(target instanceof Element)) return;
    target.closest<HTMLDetailsElement>("details[open]")?.querySelector("summary")?.focus();
    close();
  });
  nav.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node) close(relatedTarget);
  });
  addEventListener("click", ({ target }) => close(target instanceof Node ? target : undefined));
}
