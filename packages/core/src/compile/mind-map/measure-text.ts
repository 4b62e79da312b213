/**
 * How wide signs are, in hundredths of the font's size: measured in Hanken Grotesk, the font of pages, whose weights differ
 * by two hundredths. No browser is there when maps are drawn.
 */
const widths: readonly (readonly [number, string])[] = [
  [23, "ijl'|"],
  [26, " !,.:;I()[]{}`"],
  [34, '"-ft'],
  [41, "/\\*rz^"],
  [48, "s"],
  [54, "aceghknuvxy?LFJETYZb"],
  [59, "dopq0123456789$+<=>#_~BKPS"],
  [66, "ARXV&"],
  [71, "CDNHU"],
  [78, "wGOQ%"],
  [88, "mM@"],
  [98, "W"],
];

const widthOf = new Map(widths.flatMap(([width, signs]) => Array.from(signs, (sign) => [sign, width] as const)));

/** Signs as wide as they are high: Chinese, Japanese, Korean, full-width forms and pictures. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff01-\uff60]/u;

/** Letters of other scripts are taken for wider than most are: a box too wide is better than one too narrow. */
const otherLetter = 64;

const emphasis = 1.05;

/** The width of a text at a size, a little more than it takes. */
export function measureText(text: string, size: number): number {
  let hundredths = 0;
  for (const sign of text.normalize("NFC")) {
    if (/[\p{M}\p{Cf}]/u.test(sign)) continue;
    hundredths += widthOf.get(sign) ?? (wide.test(sign) ? 108 : (widthOf.get(withoutAccents(sign)) ?? otherLetter));
  }
  return (hundredths / 100) * size * emphasis;
}

/** A letter with accents is as wide as without. */
function withoutAccents(letter: string): string {
  if (letter === "đ") return "d";
  return letter === "Đ" ? "D" : letter.normalize("NFD").charAt(0);
}

/** Cuts a text into as few lines of at most `width` as it takes, about equally long. */
export function balanceText(text: string, size: number, width: number): readonly string[] {
  let lines = wrapText(text, size, width);
  const few = lines.length;
  for (let narrower = width - size / 2; few > 1 && narrower > width / 2; narrower -= size / 2) {
    const shorter = wrapText(text, size, narrower);
    if (shorter.length > few) break;
    lines = shorter;
  }
  return lines;
}

/** Cuts a text into lines of at most `width`, at spaces; between any two signs where a word alone is wider. */
function wrapText(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, size, width))) {
    const longer = line === "" ? word.text : `${line}${word.joined ? "" : " "}${word.text}`;
    if (line !== "" && measureText(longer, size) > width) {
      lines.push(line);
      line = word.text;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

interface Piece {
  readonly text: string;
  /** Whether it goes on without a space. */
  readonly joined: boolean;
}

/** A word, or what is left of one that no line can hold: Chinese and Japanese break between any two signs. */
function pieces(word: string, size: number, width: number): readonly Piece[] {
  if (!wide.test(word) && measureText(word, size) <= width) return [{ text: word, joined: false }];
  const cut: Piece[] = [];
  let piece = "";
  for (const { segment } of segmenter.segment(word)) {
    if (piece !== "" && (wide.test(segment) || measureText(piece + segment, size) > width)) {
      cut.push({ text: piece, joined: cut.length > 0 });
      piece = "";
    }
    piece += segment;
  }
  return piece === "" ? cut : [...cut, { text: piece, joined: cut.length > 0 }];
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
