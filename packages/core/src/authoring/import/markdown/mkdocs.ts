import { fencedCode } from "./fences.ts";

/**
 * Writes MkDocs' admonitions, `!!! note "Title"` with what is indented below, as directives: `:::note[Title]`. Lines stay
 * where they are, as the closing sign takes the place of the empty line that ends one.
 */
export function writeAsDirectives(text: string): string {
  if (!/^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+\w/m.test(text)) return text;
  const end = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const code = fencedCode(text);
  const lines = text.split(/\r\n|\n|\r/);
  const starts: number[] = [];
  for (const match of text.matchAll(/^|(?<=\r\n|\n|\r(?!\n))/g)) starts.push(match.index);
  const isCode = (line: number) =>
    code.some((one) => (starts[line] ?? 0) >= one.start && (starts[line] ?? 0) < one.end);

  for (let at = 0; at < lines.length; at++) {
    const opening = /^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+(\w+)(?:[ \t]+inline(?:[ \t]+end)?)?(?:[ \t]+"(.*)")?[ \t]*$/.exec(
      lines[at] ?? "",
    );
    if (opening === null || isCode(at)) continue;
    const [, indentation = "", type = "", title] = opening;
    const inner = `${indentation}    `;
    let last = at;
    for (let next = at + 1; next < lines.length; next++) {
      const line = lines[next] ?? "";
      if (line.startsWith(inner)) last = next;
      else if (line.trim() !== "") break;
    }
    if (last === at) continue;
    lines[at] = `${indentation}:::${type}${title ? `[${title}]` : ""}`;
    for (let line = at + 1; line <= last; line++) lines[line] = (lines[line] ?? "").replace(inner, indentation);
    const closing = `${indentation}:::`;
    if (last + 1 < lines.length && lines[last + 1]?.trim() === "") lines[last + 1] = closing;
    else lines[last] = `${lines[last]}${end}${closing}`;
  }
  return lines.join(end);
}
