/** Signs that mean something to Markdown wherever they stand, as text. */
export function escapeText(text: string): string {
  if (!/[\\*_`~[<&:]/.test(text)) return text;
  return (
    text
      .replace(/\\(?=[!-/:-@[-`{-~\n]|$)/g, "\\\\")
      .replace(/`/g, "\\`")
      // An asterisk between spaces marks nothing.
      .replace(/(?<=\S)\*|\*(?=\S)/g, "\\*")
      // An underscore within a word marks nothing.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
      // A single tilde marks nothing.
      .replace(/~/g, text.indexOf("~") === text.lastIndexOf("~") ? "~" : "\\~")
      .replace(/\[(?=\^)/g, "\\[")
      .replace(/\](?=[[(:])/g, "\\]")
      .replace(/<(?=[a-z/!?])/gi, "\\<")
      .replace(/&(?=#?\w+;)/g, "\\&")
      // An address that is no link stays none.
      .replace(/(?<=https?):(?=\/\/)/gi, "\\:")
  );
}

/** Signs at the beginning of a line of text that would make it a heading, a quote, a list or a line across the page. */
export function escapeLines(text: string): string {
  if (!/^[-#>+*=_~|[\d]/m.test(text)) return text;
  return text.replace(
    /^(?:(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|=+$|-+$|\||\[[ xX]\](?=\s))|(\d{1,9})([.)])(?=\s|$))/gm,
    (_, sign: string | undefined, number: string, dot: string) =>
      sign === undefined ? `${number}\\${dot}` : `\\${sign}`,
  );
}

/** Text between the brackets of a link or an image. */
export function escapeLabel(text: string): string {
  // What has a backslash before it already is left as it is.
  return escapeText(text).replace(/\\[\s\S]|[[\]]/g, (sign) => (sign.length > 1 ? sign : `\\${sign}`));
}

/** The address of a link or an image, with what would end it encoded. */
export function escapeAddress(url: string): string {
  return url.replace(/[\s()<>\\]/g, (sign) => (sign === "(" ? "%28" : sign === ")" ? "%29" : encodeURIComponent(sign)));
}

/** Text in the quotes of a title. */
export function escapeTitle(text: string): string {
  return escapeText(text).replace(/"/g, '\\"').replace(/\s+/g, " ");
}
