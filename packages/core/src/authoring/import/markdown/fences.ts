/** The stretches of a text that are fenced code, fences included; a quick look for what is done before parsing. */
export function fencedCode(text: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { readonly start: number; readonly end: number }[] = [];
  let open: { readonly fence: string; readonly start: number } | undefined;
  for (const line of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    if (line[0] === "") break;
    const fence = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(`{3,}|~{3,})(.*)/.exec(line[0]);
    if (open === undefined) {
      if (fence?.[1] !== undefined && !(fence[1].startsWith("`") && fence[2]?.includes("`"))) {
        open = { fence: fence[1], start: line.index };
      }
    } else if (fence?.[1]?.startsWith(open.fence) && fence[2]?.trim() === "") {
      found.push({ start: open.start, end: line.index + line[0].length });
      open = undefined;
    }
  }
  if (open !== undefined) found.push({ start: open.start, end: text.length });
  return found;
}
