import type { EntryFacts } from "../../compile/entry.ts";
import { type LinkFact, splitAddress, type Target } from "../../compile/links.ts";
import { error, mendedBy, type Problem, partialOf } from "../../compile/problem.ts";
import { nearest, sameButCase } from "../../compile/suggest.ts";
import { isEntryFile, splitLocale } from "../../knowledge/locate.ts";
import { contentPath, linkAddress, relativePath } from "../content-path.ts";
import type { EntryIndex } from "../entry-index.ts";
import { type EntryPage, type EntryPages, entryPages, findEntryPage } from "../entry-pages.ts";
import { checkTarget } from "../entry-target.ts";
import type { CheckInput, Rule } from "../rule.ts";

/** `broken-link`, `broken-ref`, `broken-anchor`, `missing-media`, `unsafe-link`, `outside-image`: every address leads somewhere. */
export const brokenLinks: Rule = function* (input) {
  const { index } = input;
  const pages = entryPages(input);
  for (const entry of input.entries) {
    for (const link of entry.links) {
      const problem = checkLink(entry, link, input, index, pages);
      if (problem !== undefined) yield { file: entry.file, ...problem };
    }
  }
};

function checkLink(
  entry: EntryFacts,
  { href, target, place, use }: LinkFact,
  input: CheckInput,
  index: EntryIndex,
  pages: EntryPages,
): Problem | undefined {
  // What is wrong with a FAQ to show is told by a rule of its own.
  if (use === "faq") return undefined;
  switch (target.kind) {
    case "unsafe":
      return error("unsafe-link", target.message, place, target.hint);
    case "broken":
      return mendHref(error("broken-link", target.message, place, target.hint), href, wholeAddress(href));
    case "anchor":
      return entry.anchors.includes(target.anchor) ? undefined : brokenAnchor(target.anchor, entry, input, href, place);
    case "media":
      return input.files.has(target.file) ? undefined : missingFile(target.file, entry, input, href, place, use);
    case "outside":
      return use === "image" && !allowsImage(target.url, input) ? outsideImage(place) : undefined;
    case "page":
      return checkSitePath(entry, target.url, input, pages, href, place, use);
    case "entry":
      return use === "link" ? checkEntryLink(entry, target, input, index, href, place) : entryAsFile(href, place, use);
  }
}

/** The file that a link stands in, from which its path goes: the entry's, or a partial's. */
function fileOf(place: LinkFact["place"], entry: EntryFacts): string {
  return partialOf(place) ?? entry.file;
}

function checkEntryLink(
  entry: EntryFacts,
  target: Target & { readonly kind: "entry" },
  input: CheckInput,
  index: EntryIndex,
  href: string,
  place: LinkFact["place"],
): Problem | undefined {
  const { ref, file, anchor } = target;
  const code = file === undefined ? "broken-ref" : "broken-link";
  const isThere = index.exists(ref, entry.location.locale);
  // Looking for the nearest among all files takes long: only for a link that is broken.
  const hint = file === undefined || isThere ? undefined : nearFile(file, fileOf(place, entry), input, isEntryFile);
  const lacking = file === undefined ? undefined : `There is no file ${contentPath(file, input.config)}.`;
  const checked = checkTarget(ref, entry, index, input.config, { code, place, hint, lacking });
  if ("problem" in checked) {
    const right = file === undefined || isThere ? undefined : sameButCase(file, [...input.files]);
    return mendPath(checked.problem, href, fileOf(place, entry), right);
  }
  if (file !== undefined && !input.files.has(file) && !input.files.has(splitLocale(file, input.config).rest)) {
    const [right] = index.files(ref);
    const names = right === undefined ? undefined : `Write ${wayTo(right, fileOf(place, entry))}.`;
    const problem = error(code, `There is no file ${contentPath(file, input.config)}.`, place, names);
    const isSame = right?.replace(/\.mdx?$/, "") === file.replace(/\.mdx?$/, "");
    return mendPath(problem, href, fileOf(place, entry), isSame ? right : undefined);
  }
  if (anchor === undefined || checked.found === undefined || checked.found.anchors.includes(anchor)) return undefined;
  return brokenAnchor(anchor, checked.found, input, href, place);
}

function brokenAnchor(
  anchor: string,
  target: EntryFacts,
  { config }: CheckInput,
  href: string,
  place: LinkFact["place"],
): Problem {
  const near = nearest(anchor, target.anchors);
  const some = target.anchors.slice(0, 8).join(", ");
  const list =
    target.anchors.length === 0 ? "It has no headings." : `There: ${some}${target.anchors.length > 8 ? ", …" : ""}.`;
  const message = `${contentPath(target.file, config)} has no heading “#${anchor}”.`;
  const problem = error("broken-anchor", message, place, near === undefined ? list : `Did you mean “#${near}”?`);
  const right = sameButCase(anchor, target.anchors);
  return mendHref(problem, href, right && href.replace(/#.*$/, `#${encodeURIComponent(right)}`));
}

function missingFile(
  file: string,
  entry: EntryFacts,
  input: CheckInput,
  href: string,
  place: LinkFact["place"],
  use: LinkFact["use"],
): Problem {
  const ending = [".mdx", ".md"].find((one) => input.files.has(`${file}${one}`));
  const alike = use === "image" ? isPicture : (one: string) => !isEntryFile(one);
  const hint =
    ending === undefined
      ? (nearFile(file, fileOf(place, entry), input, alike) ?? "Put the file there, or correct its name.")
      : `Write the file's whole name, with ${ending}.`;
  const message = `There is no file ${contentPath(file, input.config)}.`;
  const problem = error(use === "link" ? "broken-link" : "missing-media", message, place, hint);
  // A folder may have an entry of its name beside it; then it may be meant.
  const isFolder = href.replace(/[?#].*$/, "").endsWith("/");
  if (use === "link" && ending !== undefined && !isFolder)
    return mendHref(problem, href, href.replace(/(?=[?#]|$)/, ending));
  return mendPath(problem, href, fileOf(place, entry), sameButCase(file, [...input.files]));
}

/** A problem of an address, mended by naming the file that can only be meant. */
function mendPath(problem: Problem, href: string, from: string, right: string | undefined): Problem {
  if (right === undefined) return problem;
  return mendHref(
    problem,
    href,
    href.replace(/^[^?#]*/, () => wayTo(right, from)),
  );
}

/** A problem of an address, mended by another one in its place. */
function mendHref(problem: Problem, href: string, newText: string | undefined): Problem {
  if (newText === undefined || newText === href || "field" in problem.place) return problem;
  const written = href.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  // Of a block, the place is the address itself.
  const pattern = `^${written}$|(?<=\\]\\(\\s*<?|\\]:\\s*<?|(?:href|src)\\s*=\\s*["'])${written}(?=[\\s>)"']|$)`;
  return mendedBy(problem, newText, { within: problem.place, pattern });
}

function wholeAddress(href: string): string | undefined {
  return /^www\./i.test(href) ? `https://${href}` : undefined;
}

function nearFile(
  file: string,
  from: string,
  { files }: CheckInput,
  alike: (file: string) => boolean,
): string | undefined {
  const near = nearest(
    file,
    [...files].filter((one) => one !== from && alike(one)),
  );
  // Long folders make everything in them alike; the names have to be, too.
  const isMeant =
    near !== undefined && (nameOf(near) === nameOf(file) || nearest(nameOf(file), [nameOf(near)]) !== undefined);
  return isMeant ? `Did you mean “${wayTo(near, from)}”?` : undefined;
}

/** What a link in `from` has to say to lead to a file. */
function wayTo(file: string, from: string): string {
  return linkAddress(relativePath(from, file));
}

/** The name of a file without its folder and ending. */
function nameOf(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(/\.[^.]*$/, "");
}

function isPicture(file: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(file);
}

function entryAsFile(href: string, place: LinkFact["place"], use: "image" | "media"): Problem {
  const [what, hint] =
    use === "image"
      ? ["a picture", "Name the picture's file; to link to the entry in Markdown, take the ! away."]
      : ["a recording", "Name the recording's file, or a whole https: address."];
  return error("missing-media", `“${href}” is an entry, not ${what}.`, place, hint);
}

function outsideImage(place: LinkFact["place"]): Problem {
  return error(
    "outside-image",
    "This image lies on another site, which pages may not load from.",
    place,
    'Put it beside the entry, or allow its host with csp: { "img-src": ["https://…"] }.',
  );
}

function allowsImage(url: string, { config }: CheckInput): boolean {
  const host = URL.canParse(url) ? new URL(url).origin : undefined;
  return (
    host !== undefined && (config.csp["img-src"] ?? []).some((one) => one === host || one === "https:" || one === "*")
  );
}

/** A path from the root of the site: of a page, or of a file of the folder `public`; what lies in the content is named from the entry. */
function checkSitePath(
  entry: EntryFacts,
  url: string,
  input: CheckInput,
  pages: EntryPages,
  href: string,
  place: LinkFact["place"],
  use: LinkFact["use"],
): Problem | undefined {
  const { config, files } = input;
  const path = decodeURIComponent(url.slice(config.base.length).replace(/[?#].*$/, ""));
  if (path === "" || input.isServed(path)) return undefined;
  const from = fileOf(place, entry);
  const code = use === "link" ? "broken-link" : "missing-media";
  const folder = `${contentPath("", config)}/`;
  const inContent = path.startsWith(folder) ? path.slice(folder.length) : undefined;
  const right = [inContent, path, path.replace(/^media\//, "")].find((one) => one !== undefined && files.has(one));
  if (right !== undefined) {
    const message = `“${href}” is no address of the site: files of the content are named from the one that you are in.`;
    const problem = error(code, message, place, `Write ${wayTo(right, from)}.`);
    return mendPath(problem, href, from, right);
  }
  if (inContent !== undefined) {
    const hint = nearFile(inContent, from, input, isEntryFile) ?? "Write its path from the file that you are in.";
    return error(code, `There is no file ${contentPath(inContent, config)}.`, place, hint);
  }
  const page = use === "link" ? findEntryPage(path, pages, config) : undefined;
  if (page === "missing") return missingPage(href, place);
  if (page !== undefined) return checkPageLink(entry, page, url, input, href, place);
  if (use === "link" && !fileEnding.test(path)) return undefined;
  const name = path.split("/").at(-1);
  const alike = [...files].find((file) => file.split("/").at(-1) === name);
  const hint =
    alike === undefined
      ? "Put it there; or put it beside this entry, and write its path from here."
      : `Did you mean “${wayTo(alike, from)}”?`;
  return error(code, `There is no file public/${path}.`, place, hint);
}

/** What a path from the root names is a page, unless it ends like a file that no page is made of. */
const fileEnding =
  /\.(?:png|jpe?g|gif|webp|avif|svg|mp4|webm|mov|m4v|mp3|m4a|ogg|wav|vtt|srt|pdf|docx?|xlsx?|pptx?|od[tsp]|zip)$/i;

/** A link to a page is held to what a link to its entry is: readers find it, and its anchor. */
function checkPageLink(
  entry: EntryFacts,
  { ref, locale }: EntryPage,
  url: string,
  input: CheckInput,
  href: string,
  place: LinkFact["place"],
): Problem | undefined {
  const { index, config } = input;
  const from = { ...entry, location: { ...entry.location, locale } };
  const checked = checkTarget(ref, from, index, config, { code: "broken-link", place });
  if ("problem" in checked) return checked.problem;
  const { anchor } = splitAddress(url);
  if (anchor === undefined || checked.found === undefined || checked.found.anchors.includes(anchor)) return undefined;
  return brokenAnchor(anchor, checked.found, input, href, place);
}

function missingPage(href: string, place: LinkFact["place"]): Problem {
  const hint = "Link to the file (../faqs/refunds.mdx) or the ref (faq:refunds); both are checked as you write.";
  return error("broken-link", `There is no page ${href}.`, place, hint);
}
