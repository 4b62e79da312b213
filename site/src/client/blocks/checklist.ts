import { followStored, readStored, store } from "../stored.ts";

/** Makes the items of checklists boxes to tick. What is ticked stays on the device. */
export function startChecklists(found: readonly HTMLElement[]): void {
  for (const list of found) startChecklist(list);
}

function startChecklist(list: HTMLElement): void {
  const { checklist = "", progress = "", reset = "" } = list.dataset;
  const key = `checklist ${checklist}`;
  const boxes = [...list.querySelectorAll<HTMLElement>(".kh-check")].map(addBox);

  const foot = document.createElement("p");
  foot.className = "kh-checklist__foot";
  const output = document.createElement("output");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kh-button";
  button.textContent = reset;
  foot.append(output, button);
  list.append(foot);

  const tell = (): void => {
    const done = boxes.filter(({ checked }) => checked).length;
    output.textContent = progress.replace("{n}", String(done)).replace("{all}", String(boxes.length));
    button.hidden = done === 0;
  };
  const remember = (): void => {
    const items = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    store(key, items.length === 0 ? undefined : items);
    tell();
  };
  const show = (remembered: unknown): void => {
    const ticked = new Set<unknown>(Array.isArray(remembered) ? remembered : []);
    for (const box of boxes) box.checked = ticked.has(box.value);
    tell();
  };
  list.addEventListener("change", remember);
  button.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    // The button that has the focus goes away.
    boxes[0]?.focus();
    remember();
  });
  list.classList.add("kh-checklist--live");
  show(readStored(key));
  // Else a tick in one tab would take back those of another.
  followStored(key, show);
}

function addBox(item: HTMLElement): HTMLInputElement {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.value = item.dataset.item ?? "";
  const text = item.querySelector(":scope > .kh-check__text");
  const label = document.createElement("label");
  label.className = "kh-check__label";
  text?.replaceWith(label);
  label.append(box, ...(text === null ? [] : [text]));
  return box;
}
