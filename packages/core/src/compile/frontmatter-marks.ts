/** A line that stands in the place of a `---`. */
export interface MistakenMark {
  readonly offset: number;
  readonly text: string;
}

// What word processors make of three dashes, and what people take for the same.
const dashes = String.raw`[-\u2010-\u2015\u2212]{2,}|[\u2010-\u2015\u2212]|\*{3,}|_{3,}|={3,}|\+{3,}`;
const opening = new RegExp(String.raw`^\s*(${dashes})[ \t]*(?:\r\n|\n|\r)`);
const closing = new RegExp(`^(${dashes})[ \\t]*$`);
const keyLine = /^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]|$)/;
const otherYaml = /^(?:[ \t]*$|[ \t]*#|[ \t]+\S|-[ \t])/;

/**
 * Finds the first and the last line of front matter that a text begins with, where they are no `---`. So that nothing else is
 * taken for front matter, a key that there is has to stand right under the first line.
 */
export function findMistakenMarks(text: string, isKey: (key: string) => boolean): readonly MistakenMark[] {
  const [whole, sign] = opening.exec(text) ?? [];
  if (whole === undefined || sign === undefined) return [];
  const [, key] = keyLine.exec(lineAt(text, whole.length)) ?? [];
  if (key === undefined) return [];
  const close = findClosing(text, whole.length);
  // Prose may begin with a word and a colon, but does not end with a line of dashes.
  if (!(isKey(key) || (close !== undefined && isKey(key.toLowerCase())))) return [];
  const marks = [{ offset: text.indexOf(sign), text: sign }, ...(close === undefined ? [] : [close])];
  return marks.filter((mark) => mark.text !== "---");
}

/**
 * The line behind keys and values, from an offset on, that is made of dashes or the like. Until a line is empty, others may
 * have slips of their own.
 */
export function findClosing(text: string, from: number): MistakenMark | undefined {
  let isWhole = true;
  for (let offset = from; offset < text.length; ) {
    const line = lineAt(text, offset);
    if (line.trim() === "") isWhole = false;
    const [, sign] = closing.exec(line) ?? [];
    if (sign !== undefined) return { offset, text: sign };
    if (!isWhole && !otherYaml.test(line) && !keyLine.test(line)) return undefined;
    offset += line.length + (text.startsWith("\r\n", offset + line.length) ? 2 : 1);
  }
  return undefined;
}

function lineAt(text: string, offset: number): string {
  return /[^\r\n]*/.exec(text.slice(offset))?.[0] ?? "";
}
