import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Blob, Buffer, Face, Font, shape, Variation } from "harfbuzzjs";
import decompress from "woff2-encoder/decompress";

/** A typeface of the site's in one weight. Signs that it lacks, emoji for example, are left out. */
export interface Typeface {
  /** Whether it has a sign for every letter and digit of a text. */
  readonly canWrite: (text: string) => boolean;
  /** How wide a text is in one line, in thousandths of the size of its type. */
  readonly widthOf: (text: string) => number;
  /** Sets a text in one line. */
  readonly set: (text: string) => SetText;
}

/** A line of text as outlines, in thousandths of the size of its type, upwards from its base line. */
export interface SetText {
  readonly width: number;
  /** Outlines as SVG path data, each with its place. */
  readonly glyphs: readonly { readonly path: string; readonly x: number; readonly y: number }[];
}

const families = {
  display: "@fontsource-variable/newsreader/files/newsreader",
  text: "@fontsource-variable/hanken-grotesk/files/hanken-grotesk",
} as const;

/** A file for each part of the characters, as browsers load them; the first that has a sign is taken. */
const parts = ["latin", "latin-ext", "vietnamese"] as const;

/**
 * Opens one of the site's typefaces, from the files that its pages use; what is given sets it in a weight.
 *
 * @param said - All that will be written: most of what is written in English needs one file only.
 */
export async function openTypeface(family: keyof typeof families, said: string): Promise<(weight: number) => Typeface> {
  const open = (part: (typeof parts)[number]) => openFace(`${families[family]}-${part}-wght-normal.woff2`);
  const [first, ...others] = parts;
  const latin = await open(first);
  const known = new Set(latin.collectUnicodes());
  const isEnough = Array.from(letters(said)).every((sign) => known.has(sign.codePointAt(0) ?? 0));
  const faces = [latin, ...(isEnough ? [] : await Promise.all(others.map(open)))];
  return (weight) => typefaceOf(faces.map((face) => fontOf(face, weight)));
}

async function openFace(file: string): Promise<Face> {
  const bytes = await readFile(fileURLToPath(import.meta.resolve(file)));
  return new Face(new Blob(await decompress(bytes)));
}

function typefaceOf(fonts: readonly OpenFont[]): Typeface {
  const fontFor = (sign: string, current: OpenFont | undefined): OpenFont | undefined => {
    const code = sign.codePointAt(0) ?? 0;
    return current?.has(code) ? current : fonts.find((font) => font.has(code));
  };
  /** Cuts a text into stretches that one font file can write. */
  const runsOf = (text: string): readonly { readonly font: OpenFont; readonly run: string }[] => {
    const runs: { font: OpenFont; run: string }[] = [];
    for (const sign of text.normalize("NFC")) {
      const last = runs.at(-1);
      const font = fontFor(sign, last?.font);
      if (font === undefined) continue;
      if (last?.font === font) last.run += sign;
      else runs.push({ font, run: sign });
    }
    return runs;
  };
  return {
    canWrite: (text) => Array.from(letters(text)).every((sign) => fontFor(sign, undefined) !== undefined),
    widthOf: (text) => runsOf(text).reduce((width, { font, run }) => width + font.shaped(run).width, 0),
    set: (text) => {
      let width = 0;
      const glyphs = runsOf(text).flatMap(({ font, run }) => {
        const shaped = font.shaped(run);
        const start = width;
        width += shaped.width;
        return shaped.glyphs.map(({ glyph, x, y }) => ({ path: font.outline(glyph), x: start + x, y }));
      });
      return { width, glyphs };
    },
  };
}

function letters(text: string): string {
  return text.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

interface OpenFont {
  readonly has: (code: number) => boolean;
  readonly shaped: (text: string) => {
    readonly width: number;
    readonly glyphs: readonly { readonly glyph: number; readonly x: number; readonly y: number }[];
  };
  readonly outline: (glyph: number) => string;
}

function fontOf(face: Face, weight: number): OpenFont {
  const font = new Font(face);
  font.setVariations([new Variation("wght", weight)]);
  const known = new Set(face.collectUnicodes());
  const scale = 1000 / face.upem;
  const outlines = new Map<number, string>();
  return {
    has: (code) => known.has(code),
    shaped: (text) => {
      const buffer = new Buffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      shape(font, buffer);
      let width = 0;
      const glyphs = buffer.getGlyphInfosAndPositions().map(({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
        const x = width + xOffset * scale;
        width += xAdvance * scale;
        return { glyph: codepoint, x, y: yOffset * scale };
      });
      return { width, glyphs };
    },
    outline: (glyph) => {
      const outline = outlines.get(glyph) ?? scaled(font.glyphToPath(glyph), scale);
      outlines.set(glyph, outline);
      return outline;
    },
  };
}

/** Outlines in font units, as ones in thousandths. */
function scaled(path: string, scale: number): string {
  return path.replace(/-?\d+(?:\.\d+)?/g, (number) => String(Math.round(Number(number) * scale * 10) / 10));
}
