import address from "../../styles/search.css?url";

let loading: Promise<void> | undefined;

/** Loads the look of search results; resolves when it is there. A failure is let pass: results read without it. */
export function loadSearchStyles(): Promise<void> {
  loading ??= new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => resolve());
    document.head.append(link);
  });
  return loading;
}
