/** How long a button says that it has copied, in milliseconds. */
const shown = 2_000;

/** Gives the blocks of code in these texts a button that copies them. Its words are the text's `data-copy` and `data-copied`. */
export function startCopying(texts: readonly HTMLElement[]): void {
  for (const text of texts) {
    // The words of the page, also around code in another language.
    const { copy = "", copied = "", copyLang = document.documentElement.lang } = text.dataset;
    for (const code of text.querySelectorAll<HTMLElement>("pre > code"))
      addButton(code, { copy, copied, lang: copyLang });
  }
}

interface ButtonWords {
  readonly copy: string;
  readonly copied: string;
  readonly lang: string;
}

function addButton(code: HTMLElement, { copy, copied, lang }: ButtonWords): void {
  const block = code.parentElement;
  if (block === null) return;
  const frame = document.createElement("div");
  frame.className = "kh-code";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kh-code__copy";
  button.textContent = copy;
  button.lang = lang;
  const status = document.createElement("span");
  status.className = "kh-hidden";
  status.setAttribute("role", "status");
  let timer: number | undefined;
  const say = (done: boolean): void => {
    button.textContent = done ? copied : copy;
    status.textContent = done ? copied : "";
    frame.toggleAttribute("data-copied", done);
  };
  button.addEventListener("click", async () => {
    if (!(await copyText(code))) return;
    say(true);
    clearTimeout(timer);
    timer = window.setTimeout(() => say(false), shown);
  });
  block.replaceWith(frame);
  frame.append(block, button, status);
}

/** Copies the text of an element; where the browser does not let it, the text is marked at least, for the reader's own keys. */
async function copyText(element: HTMLElement): Promise<boolean> {
  const text = (element.textContent ?? "").replace(/\n$/, "");
  try {
    // Sites of an intranet without https do not have it.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(element);
    return document.execCommand("copy");
  }
}
