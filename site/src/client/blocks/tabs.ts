import { hashTarget } from "../hash-target.ts";
import { readStored, store } from "../stored.ts";

/** One tab: the button that shows it, and what it shows. */
interface Tab {
  readonly label: string;
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
}

/** Tabs that stand together. */
interface TabSet {
  readonly group: string | undefined;
  readonly tabs: readonly Tab[];
}

/** Shows one tab of each set at a time. What a link or the browser's search leads to opens by itself. */
export function startTabs(found: readonly HTMLElement[]): void {
  const sets = found.map(makeTabSet);

  const choose = (set: TabSet, tab: Tab): void => {
    // Other sets may grow or shrink above: what was pressed stays where it is.
    const before = tab.button.getBoundingClientRect().top;
    show(set, tab);
    if (set.group !== undefined) {
      store(groupKey(set.group), tab.label);
      for (const other of sets) if (other !== set && other.group === set.group) showLabel(other, tab.label);
    }
    scrollBy({ top: tab.button.getBoundingClientRect().top - before, behavior: "instant" });
  };

  for (const set of sets) {
    const [first] = set.tabs;
    if (first !== undefined) show(set, first);
    const remembered = set.group === undefined ? undefined : readStored(groupKey(set.group));
    if (typeof remembered === "string") showLabel(set, remembered);
    for (const tab of set.tabs) {
      tab.button.addEventListener("click", () => choose(set, tab));
      tab.panel.addEventListener("beforematch", () => show(set, tab));
    }
    set.tabs[0]?.button.parentElement?.addEventListener("keydown", (event) => {
      const next = byKey(event, set.tabs);
      if (next === undefined) return;
      event.preventDefault();
      choose(set, next);
      next.button.focus();
    });
  }

  const openTarget = (): void => {
    const target = hashTarget();
    let opened = false;
    for (const set of sets) {
      const tab = set.tabs.find(({ panel }) => panel.contains(target));
      if (tab === undefined) continue;
      show(set, tab);
      opened = true;
    }
    if (opened) target?.scrollIntoView({ behavior: "instant" });
  };
  addEventListener("hashchange", openTarget);
  document.addEventListener("click", ({ target }) => {
    // A second press on the same link changes no address.
    const link = target instanceof Element ? target.closest("a") : null;
    if (link?.hash && link.href === location.href) openTarget();
  });
  openTarget();
}

function makeTabSet(root: HTMLElement): TabSet {
  const list = document.createElement("div");
  list.className = "kh-tabs__list";
  list.role = "tablist";
  const tabs = [...root.querySelectorAll<HTMLElement>(":scope > .kh-tab")].map((panel): Tab => {
    const heading = panel.querySelector<HTMLElement>(":scope > .kh-tab__label");
    const id = heading?.id ?? "";
    const label = heading?.textContent ?? "";
    const button = document.createElement("button");
    button.type = "button";
    button.role = "tab";
    button.id = `${id}-tab`;
    button.className = "kh-tabs__tab";
    button.textContent = label;
    button.setAttribute("aria-controls", `${id}-panel`);
    panel.id = `${id}-panel`;
    panel.role = "tabpanel";
    panel.setAttribute("aria-labelledby", button.id);
    panel.tabIndex = 0;
    list.append(button);
    return { label, button, panel };
  });
  root.prepend(list);
  root.classList.add("kh-tabs--live");
  return { group: root.dataset.group, tabs };
}

function show({ tabs }: TabSet, shown: Tab): void {
  for (const { button, panel } of tabs) {
    const selected = panel === shown.panel;
    button.ariaSelected = String(selected);
    button.tabIndex = selected ? 0 : -1;
    // Hidden, but found by the browser's own search and by links to what is in it.
    if (selected) panel.removeAttribute("hidden");
    else panel.setAttribute("hidden", "until-found");
  }
}

function showLabel(set: TabSet, label: string): void {
  const tab = set.tabs.find((one) => one.label === label);
  if (tab !== undefined) show(set, tab);
}

/** The tab that a key leads to: arrows go round, the way the page is written. */
function byKey({ key, target }: KeyboardEvent, tabs: readonly Tab[]): Tab | undefined {
  const at = tabs.findIndex(({ button }) => button === target);
  if (at < 0) return undefined;
  const forward =
    target instanceof Element && getComputedStyle(target).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
  if (key === "Home") return tabs[0];
  if (key === "End") return tabs.at(-1);
  if (key === forward) return tabs[(at + 1) % tabs.length];
  if (key === back) return tabs.at(at - 1);
  return undefined;
}

function groupKey(group: string): string {
  return `tabs ${group}`;
}
