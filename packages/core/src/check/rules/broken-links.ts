import type { EntryFacts } from "../../compile/entry.ts";
import type { LinkFact } from "../../compile/links.ts";
import { error } from "../../compile/problem.ts";
import { nearest, nearestRef } from "../../compile/suggest.ts";
import { type EntryIndex, indexEntries, isPublished } from "../entry-index.ts";
import type { CheckInput, Finding, Rule } from "../rule.ts";

/** `broken-link`, `broken-ref`, `broken-anchor`, `missing-media`, `unsafe-link`, `outside-image`: every address leads somewhere. */
export const brokenLinks: Rule = function* (input) {
  const index = indexEntries(input);
  const urls = new Map(input.located.map(({ location }) => [location.url, location]));
  for (const entry of input.entries) {
    for (const link of entry.links) yield* checkLink(entry, link, input, index, urls);
  }
};

function* checkLink(
  entry: EntryFacts,
  link: LinkFact,
  input: CheckInput,
  index: EntryIndex,
  urls: ReadonlyMap<string, unknown>,
): Iterable<Finding> {
  const { href, target, place, image } = link;
  const { file } = entry;
  switch (target.kind) {
    case "unsafe":
      yield {
        file,
        ...error("unsafe-link", target.message, place, "Links begin with https:, mailto: or tel:, or name an entry."),
      };
      return;
    case "broken":
      yield { file, ...error("broken-link", target.message, place, target.hint) };
      return;
    case "anchor":
      if (!entry.anchors.includes(target.anchor)) yield { file, ...brokenAnchor(target.anchor, entry, link) };
      return;
    case "media":
      if (!input.files.has(target.file)) {
        const near = nearest(target.file, input.files);
        const guess =
          near === undefined ? "Put the file there, or correct its name." : `Did you mean “${relativeTo(file, near)}”?`;
        yield {
          file,
          ...error(
            image ? "missing-media" : "broken-link",
            `There is no file ${target.file}.`,
            place,
            withEnding(target.file, input) ?? guess,
          ),
        };
      }
      return;
    case "outside":
      if (image && !allowsImage(target.url, input)) {
        yield {
          file,
          ...error(
            "outside-image",
            "This image lies on another site, which pages may not load from.",
            place,
            'Put it beside the entry, or allow its host with csp: { "img-src": ["https://…"] }.',
          ),
        };
      }
      return;
    case "page":
      if (
        /^(lessons|faqs|quizzes)\/./.test(target.url.slice(input.config.base.length)) &&
        !urls.has(decodeURI(target.url.replace(/[?#].*$/, "").replace(/\/?$/, "/")))
      ) {
        yield {
          file,
          ...error(
            "broken-link",
            `There is no page ${href}.`,
            place,
            "Link to the file (../faqs/refunds.mdx) or the ref (faq:refunds); both are checked as you write.",
          ),
        };
      }
      return;
    case "entry": {
      const what = target.how === "ref" ? "broken-ref" : "broken-link";
      if (!index.exists(target.ref)) {
        const near = nearestRef(target.ref, index.refs());
        yield {
          file,
          ...error(
            what,
            `There is no entry ${target.ref}.`,
            place,
            near === undefined ? "Create it, or correct the link." : `Did you mean “${near}”?`,
          ),
        };
        return;
      }
      const found = index.find(target.ref, entry.location.locale);
      if (found === undefined) return;
      if (isPublished(entry, input.config) && !isPublished(found, input.config)) {
        const why =
          found.frontmatter.status === "draft" ? "a draft" : `for the audience “${found.frontmatter.audience}”`;
        yield {
          file,
          ...error(
            what,
            `${target.ref} is ${why}, so this link would lead nowhere.`,
            place,
            "Publish it, or take the link out until it is.",
          ),
        };
        return;
      }
      if (target.anchor !== undefined && !found.anchors.includes(target.anchor))
        yield { file, ...brokenAnchor(target.anchor, found, link) };
    }
  }
}

function brokenAnchor(anchor: string, target: EntryFacts, { place }: LinkFact) {
  const near = nearest(anchor, target.anchors);
  const list =
    target.anchors.length === 0
      ? "It has no headings."
      : `There: ${target.anchors.slice(0, 8).join(", ")}${target.anchors.length > 8 ? ", …" : ""}.`;
  return error(
    "broken-anchor",
    `${target.file} has no heading “#${anchor}”.`,
    place,
    near === undefined ? list : `Did you mean “#${near}”?`,
  );
}

function allowsImage(url: string, { config }: CheckInput): boolean {
  const host = URL.canParse(url) ? new URL(url).origin : undefined;
  return (
    host !== undefined &&
    (config.csp["img-src"] ?? []).some((source) => source === host || source === "https:" || source === "*")
  );
}

function withEnding(file: string, { files }: CheckInput): string | undefined {
  const ending = [".mdx", ".md"].find((one) => files.has(`${file}${one}`));
  return ending === undefined ? undefined : `Write the file's whole name, with ${ending}.`;
}

function relativeTo(from: string, to: string): string {
  const folder = from.split("/").slice(0, -1);
  const parts = to.split("/");
  while (folder.length > 0 && parts.length > 1 && folder[0] === parts[0]) {
    folder.shift();
    parts.shift();
  }
  return folder.length === 0 ? `./${parts.join("/")}` : `${folder.map(() => "..").join("/")}/${parts.join("/")}`;
}
