import { writeNumber } from "../../locale/formats.ts";
import { inLanguage } from "../../locale/in-language.ts";
import type { SearchTexts } from "../../locale/search-texts.ts";
import { element } from "./element.ts";
import { type FacetCount, type FacetName, type Filters, facetNames, type SearchOutcome } from "./source.ts";

/** What the facets of a search page need to be drawn. */
export interface FacetParts {
  readonly outcome: SearchOutcome;
  readonly filters: Filters;
  readonly texts: SearchTexts;
  /** The names of the roles and tags that the site names, by id. */
  readonly names: ValueNames;
  readonly locale: string;
  readonly onToggle: (name: FacetName, value: string) => void;
}

/** What the site calls the values of some facets, by id. */
export type ValueNames = Readonly<Partial<Record<FacetName, Readonly<Record<string, string>>>>>;

// Of many tags the most frequent are shown: a list to choose from, not to read through.
const mostValues = 12;

/** Draws the facets that there is something to choose in. */
export function drawFacets(parts: FacetParts): readonly HTMLElement[] {
  return facetNames.flatMap((name) => {
    const counts = shownValues(name, parts);
    return counts.length > 1 || parts.filters[name].length > 0 ? [drawFacet(name, counts, parts)] : [];
  });
}

function shownValues(name: FacetName, { outcome, filters, texts }: FacetParts): readonly FacetCount[] {
  const counts = outcome.facets[name];
  const fixed = name === "type" ? Object.keys(texts.types) : name === "level" ? Object.keys(texts.levels) : [];
  const place = (value: string): number => (fixed.includes(value) ? fixed.indexOf(value) : fixed.length);
  const sorted = counts.toSorted(
    (a, b) => place(a.value) - place(b.value) || b.count - a.count || (a.value < b.value ? -1 : 1),
  );
  return sorted.filter(({ value }, index) => index < mostValues || filters[name].includes(value));
}

function drawFacet(name: FacetName, counts: readonly FacetCount[], parts: FacetParts): HTMLElement {
  const values = counts.map(({ value, count }) => {
    const input = element("input", { type: "checkbox", name, value, id: `kh-facet-${name}-${value}` });
    input.checked = parts.filters[name].includes(value);
    input.addEventListener("change", () => parts.onToggle(name, value));
    return element(
      "label",
      { class: "kh-facet__value" },
      input,
      element(
        "span",
        name === "type" || name === "level" ? inLanguage(parts.texts) : {},
        valueLabel(name, value, parts),
      ),
      element("span", { class: "kh-facet__count" }, writeNumber(parts.locale)(count)),
    );
  });
  return element(
    "fieldset",
    { class: "kh-facet" },
    element("legend", inLanguage(parts.texts), parts.texts.facets[name]),
    ...values,
  );
}

function valueLabel(name: FacetName, value: string, { texts, names }: FacetParts): string {
  const labels: Readonly<Record<string, string>> =
    name === "type" ? texts.types : name === "level" ? texts.levels : (names[name] ?? {});
  return Object.hasOwn(labels, value) ? (labels[value] ?? value) : value;
}
