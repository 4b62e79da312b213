import type { WrittenAddress } from "../authoring/rewrite/address.ts";
import { readAddresses } from "../authoring/rewrite/read-addresses.ts";
import { cutFrontmatter } from "../compile/frontmatter.ts";
import { resolveHref } from "../compile/links.ts";
import { namePartial } from "../compile/partial.ts";
import { createLineIndex } from "../compile/position.ts";
import { locate, parseRef } from "../knowledge/locate.ts";
import type { Position, Range } from "../model/diagnostic.ts";
import type { Workspace } from "./workspace.ts";

/** What an address in a file leads to: a file of the content folder, and perhaps an anchor in it. */
export interface Addressed {
  /** Where the address stands. */
  readonly range: Range;
  /** Relative to the content folder. */
  readonly file: string;
  readonly anchor?: string;
}

/** The address that stands at a place of a file, where it leads to a file of the content folder that is there. */
export function addressAt(workspace: Workspace, file: string, position: Position): Addressed | undefined {
  const text = workspace.text(file);
  if (text === undefined) return undefined;
  const lines = createLineIndex(text);
  const offset = lines.offset(position);
  const found = addressesOf(text, file).find(({ start, end }) => start <= offset && offset <= end);
  if (found === undefined) return undefined;
  const target = targetOf(found.value, found.kind === "link", workspace, file);
  return target && { range: lines.range(found.start, found.end), ...target };
}

type WrittenPlace = Pick<WrittenAddress, "kind" | "value" | "start" | "end">;

function addressesOf(text: string, file: string): readonly WrittenPlace[] {
  const format = file.endsWith(".mdx") ? "mdx" : "md";
  const read = (part: string) => {
    try {
      return readAddresses(part, format);
    } catch {
      return undefined;
    }
  };
  const whole = read(text);
  if (whole !== undefined) return whole;
  // While somebody is typing it cannot be parsed: the front matter, where that can, and what looks like a link, are found all the same.
  const body = cutFrontmatter(text)?.bodyOffset ?? 0;
  const links = [...text.slice(body).matchAll(/\]\(<?([^()<>\s]+)/g)].map(({ 0: whole, 1: value = "", index }) => {
    const end = body + index + whole.length;
    return { kind: "link" as const, value, start: end - value.length, end };
  });
  return [...(read(text.slice(0, body)) ?? []), ...links];
}

function targetOf(
  value: string,
  isLink: boolean,
  workspace: Workspace,
  file: string,
): Pick<Addressed, "file" | "anchor"> | undefined {
  const { config } = workspace;
  const here = locate(file, config);
  // Any text of the front matter or of a block may be an address, and most are none.
  if (here === undefined || !(isLink || parseRef(value) !== undefined || value.includes("/") || value.includes(".")))
    return undefined;
  const partial = namePartial(value, file, here.locale, config);
  const named = "files" in partial ? partial.files.find((one) => workspace.files().has(one)) : undefined;
  if (named !== undefined) return { file: named };
  const target = resolveHref(value, file, here, config);
  switch (target.kind) {
    case "anchor":
      return { file, anchor: target.anchor };
    case "media": {
      const files = workspace.files();
      // What is named is read as NFC; on the disk the name may lie decomposed, as a Mac writes it.
      const found = files.has(target.file)
        ? target.file
        : [...files].find((one) => one.normalize("NFC") === target.file);
      return found === undefined ? undefined : { file: found };
    }
    case "entry": {
      const entries = workspace.entries().filter(({ location }) => location.ref === target.ref);
      const found =
        entries.find(({ location }) => location.locale === here.locale) ??
        entries.find(({ location }) => location.locale === config.defaultLocale);
      if (found === undefined) return undefined;
      return { file: found.file, ...(target.anchor === undefined ? {} : { anchor: target.anchor }) };
    }
    default:
      return undefined;
  }
}
