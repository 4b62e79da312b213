/** A field with a list of options to choose from, after the ARIA pattern: the focus never leaves the field. */
export interface Listbox {
  /** Puts options in place of those before; the one that leads where the chosen one led is chosen, or else one to the same page. */
  readonly fill: (options: readonly HTMLElement[]) => void;
  /** Gives the choice back to the field. */
  readonly release: () => void;
  /** Takes a key pressed in the field; returns whether it meant something to the list. */
  readonly press: (key: string) => boolean;
}

/** A page that was offered by its name may come back as the place in it that answers. */
function pageOf(address: string | null): string | undefined {
  return address?.replace(/#.*$/, "");
}

/** Ties a field to its list. Options need ids of their own and open what they stand for when clicked. */
export function makeListbox(input: HTMLInputElement, list: HTMLElement): Listbox {
  list.setAttribute("role", "listbox");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  let options: readonly HTMLElement[] = [];
  /** The place of the chosen option; -1 is the field itself. */
  let chosen = -1;

  const choose = (index: number): void => {
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = index;
    const option = options[index];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };

  const fill = (next: readonly HTMLElement[]): void => {
    const target = options[chosen]?.getAttribute("href");
    choose(-1);
    options = next;
    list.replaceChildren(...next);
    if (target) {
      const same = next.findIndex((option) => option.getAttribute("href") === target);
      choose(same >= 0 ? same : next.findIndex((option) => pageOf(option.getAttribute("href")) === pageOf(target)));
    }
    input.setAttribute("aria-expanded", String(next.length > 0));
  };

  /** Past either end the choice returns to the field. */
  const step = (by: 1 | -1): boolean => {
    if (options.length === 0) return false;
    const places = options.length + 1;
    choose(((chosen + 1 + by + places) % places) - 1);
    return true;
  };

  const press = (key: string): boolean => {
    if (key === "ArrowDown") return step(1);
    if (key === "ArrowUp") return step(-1);
    const option = options[chosen];
    if (key !== "Enter" || option === undefined) return false;
    option.click();
    return true;
  };

  fill([]);
  return { fill, release: () => choose(-1), press };
}
