import { fileStart } from "../../compile/position.ts";
import { warning } from "../../compile/problem.ts";
import { isEntryFile, isPartial } from "../../knowledge/locate.ts";
import { contentPath } from "../content-path.ts";
import type { CheckInput, Rule } from "../rule.ts";

/** `stray-file`: no document lies among the entries that somebody may take for one, or that a program left behind. */
export const strayDocuments: Rule = function* (input) {
  const { files, entries, located, config } = input;
  // What an entry links to that could not be read is not known.
  if (entries.length < located.length) return;
  const suspects = [...files].filter((file) => !isEntryFile(file) && !isPartial(file) && hintFor(file) !== undefined);
  if (suspects.length === 0) return;
  const used = linkedFiles(input);
  for (const file of suspects) {
    if (used.has(file)) continue;
    yield {
      file,
      ...warning(
        "stray-file",
        `${contentPath(file, config)} is neither an .md or .mdx file nor linked from one, so it is published nowhere.`,
        fileStart,
        hintFor(file),
      ),
    };
  }
};

const kinds: readonly (readonly [RegExp, (name: string) => string])[] = [
  // Word and its kin keep such a file beside a document as long as it is open.
  [/^~\$/, () => "Close the document in Word; if the file stays, delete it."],
  [
    /\.(?:mdx?|markdown|mdown|mkdn?|mkd)$/i,
    (name) => `Rename it to ${name.replace(/\.\w+$/, (ending) => (/x$/i.test(ending) ? ".mdx" : ".md"))}.`,
  ],
  [
    /\.(?:txt|rst|adoc|org|html?|docx?|odt|rtf|pages|one|ipynb|pptx?|odp)$/i,
    () => "Turn it into Markdown, link to it from an entry, or begin its name with “_”.",
  ],
  [/(?:~|\.(?:bak|old|orig|rej|tmp|temp))$/i, () => "A program has left it there; delete it."],
];

function hintFor(file: string): string | undefined {
  const name = file.split("/").at(-1) ?? file;
  return kinds.find(([pattern]) => pattern.test(name))?.[1](name);
}

function linkedFiles({ entries }: CheckInput): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { links } of entries) for (const { target } of links) if (target.kind === "media") used.add(target.file);
  return used;
}
