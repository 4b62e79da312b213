/** Curly quotes around the value of an attribute, as word processors write them. */
export interface CurlyQuotes {
  readonly start: number;
  readonly end: number;
  /** The value as it should be written. */
  readonly instead: string;
  /** The signs to replace, each one character. */
  readonly signs: readonly { readonly offset: number; readonly newText: string }[];
}

const double = "“”„‟";
const single = "‘’‚‛";

/** The curly quotes of the attribute that a parser stopped at; undefined where none are to blame. */
export function curlyQuotes(text: string, offset: number): CurlyQuotes | undefined {
  return quotedValue(text, offset) ?? bracedValue(text, offset) ?? oddQuote(text, offset);
}

/** `type=“tip”`: the parser stops at the first quote. */
function quotedValue(text: string, start: number): CurlyQuotes | undefined {
  const sign = text[start] ?? "";
  const isDouble = sign !== "" && double.includes(sign);
  if (!isDouble && (sign === "" || !single.includes(sign))) return undefined;
  if (!/=[ \t]*$/.test(text.slice(Math.max(0, start - 20), start))) return undefined;
  // Others may stand in the value itself.
  const closing = isDouble ? /[“”„‟"](?=\s*(?:\/?>|[A-Za-z][\w-]*=))/ : /[‘’‚‛'](?=\s*(?:\/?>|[A-Za-z][\w-]*=))/;
  const [value] = /^[^\r\n]*/.exec(text.slice(start + 1)) ?? [""];
  const found = closing.exec(value);
  return found === null ? undefined : replaced(text, [start, start + 1 + found.index], start, isDouble ? '"' : "'");
}

/** `accept={[“HTTPS”]}`: the parser stops somewhere in the braces. */
function bracedValue(text: string, offset: number): CurlyQuotes | undefined {
  const start = text.lastIndexOf("{", offset);
  if (start < 1 || text[start - 1] !== "=") return undefined;
  const [value = ""] = /^\{[^{}\r\n]*\}/.exec(text.slice(start)) ?? [];
  const signs = [...double].some((sign) => value.includes(sign)) ? double : single;
  const places = [...value].flatMap((sign, i) => (signs.includes(sign) ? [start + i] : []));
  if (places.length === 0) return undefined;
  return replaced(text, places, start, signs === double ? '"' : "'", start + value.length);
}

/** `type="tip”`: the parser looks for the closing quote to the end of the file. */
function oddQuote(text: string, offset: number): CurlyQuotes | undefined {
  if (!/^\s*$/.test(text.slice(offset))) return undefined;
  for (const { index, 0: tag } of text.matchAll(/<[A-Za-z][^\r\n]*/g)) {
    if (tag.split('"').length % 2 === 1) continue;
    const value = /="([^"“”„‟\r\n]*)[“”„‟]/.exec(tag);
    if (value === null) return undefined;
    const start = index + value.index + 1;
    return replaced(text, [start + value[0].length - 2], start, '"');
  }
  return undefined;
}

function replaced(
  text: string,
  places: readonly number[],
  start: number,
  newText: string,
  end = (places.at(-1) ?? start) + 1,
): CurlyQuotes {
  const instead = Array.from({ length: end - start }, (_, i) =>
    places.includes(start + i) ? newText : text[start + i],
  ).join("");
  return { start, end, instead, signs: places.map((offset) => ({ offset, newText })) };
}
