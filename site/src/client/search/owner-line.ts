import { fill } from "../../locale/fill.ts";
import { inLanguage } from "../../locale/in-language.ts";
import type { SearchTexts } from "../../locale/search-texts.ts";
import { ownerUrl } from "../../view/owner.ts";
import { element } from "./element.ts";
import type { SearchHit } from "./source.ts";

/** Says whom to ask where no answer is sure: the owner of the nearest of the hits that has one. */
export function ownerLine(hits: readonly SearchHit[], texts: SearchTexts): readonly HTMLElement[] {
  const nearest = hits.find((hit) => hit.owner !== undefined);
  if (nearest?.owner === undefined) return [];
  const { owner, title } = nearest;
  const url = ownerUrl(owner);
  const [before = "", after = ""] = texts.owner.split("{owner}");
  const name = url === undefined ? element("b", {}, owner) : element("a", { href: url }, owner);
  return [
    element(
      "p",
      { class: "kh-results__owner", dir: "auto", ...inLanguage(texts) },
      before,
      name,
      fill(after, { title }),
    ),
  ];
}
