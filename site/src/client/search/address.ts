import { type Filters, facetNames, noFilters } from "./source.ts";

/** What the search page shows, as its address says it. */
export interface SearchState {
  readonly text: string;
  readonly filters: Filters;
  /** Whether to look for the words just as they were typed. */
  readonly exact: boolean;
}

/** Reads the state from the query of an address: `?q=refund&type=faq&tag=billing`. */
export function readState(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const chosen = facetNames.map((name) => [name, [...new Set(parameters.getAll(name))]]);
  return {
    text: parameters.get("q") ?? "",
    filters: { ...noFilters, ...Object.fromEntries(chosen) },
    exact: parameters.has("exact"),
  };
}

/** Writes the state as the query of an address; empty where there is nothing to say. */
export function writeState({ text, filters, exact }: SearchState): string {
  const parameters = new URLSearchParams();
  if (text.trim() !== "") parameters.set("q", text.trim());
  for (const name of facetNames) {
    for (const value of filters[name]) parameters.append(name, value);
  }
  if (exact && text.trim() !== "") parameters.set("exact", "1");
  const query = parameters.toString();
  return query === "" ? "" : `?${query}`;
}

/** The state with a value of a facet chosen, or no longer. */
export function toggled(state: SearchState, name: keyof Filters, value: string): SearchState {
  const before = state.filters[name];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  return { ...state, filters: { ...state.filters, [name]: after } };
}

/** Whether any filter is set. */
export function isFiltered({ filters }: SearchState): boolean {
  return facetNames.some((name) => filters[name].length > 0);
}
