import type { EntryType } from "@knowhow/core";
import type { ShareImage } from "../view/share-image.ts";
import { colours } from "./colours.ts";
import type { SetText, Typeface } from "./fonts.ts";
import { fitText } from "./lines.ts";

/** What sites and messengers ask for. */
export const imageSize = { width: 1200, height: 630 };

/** The typefaces of a picture. */
export interface Typefaces {
  readonly brand: Typeface;
  readonly title: Typeface;
  readonly text: Typeface;
}

type Side = "left" | "right";

const margin = 80;
const inner = imageSize.width - 2 * margin;
const foot = imageSize.height - 118;

/**
 * Draws a picture as SVG whose text is outlines: it looks the same wherever it is turned into pixels. A text with letters
 * that the site's typefaces lack, in Arabic or Japanese, is left out; the name of the site stands in for a title.
 */
export function drawShareImage(image: ShareImage, typefaces: Typefaces, accent: string): string {
  const side: Side = image.dir === "rtl" ? "right" : "left";
  const own = written(image.title, typefaces.title);
  const brand = written(image.brand, typefaces.brand);
  const showsSite = own === undefined || own === brand;
  const parts = [
    rectangle(0, 0, imageSize.width, imageSize.height, colours.paper),
    ...(showsSite || brand === undefined ? [] : [brandLine(brand, typefaces.brand, side)]),
    ...text(showsSite ? brand : own, image, showsSite, typefaces, side),
    rectangle(margin, foot, inner, 3, colours.ink),
    ...label(image.label, typefaces.text, side),
    image.sign === undefined ? highlight(side) : sign(image.sign, typefaces.title, side, accent),
  ];
  const { width, height } = imageSize;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join("")}</svg>`;
}

function written(said: string | undefined, typeface: Typeface): string | undefined {
  const line = said?.replace(/[ \t\n]+/g, " ").trim();
  return line === undefined || !typeface.canWrite(line) || typeface.widthOf(line) === 0 ? undefined : line;
}

function brandLine(brand: string, typeface: Typeface, side: Side): string {
  const [line] = fitText(brand, typeface, { width: inner, height: 50, sizes: [38], lineHeight: 1.2 }).lines;
  return line === undefined ? "" : stroke(line, 38, 112, side) + outlines(line, 38, 112, side, colours.ink);
}

/** The title and what is said below it. */
function text(
  title: string | undefined,
  image: ShareImage,
  showsSite: boolean,
  typefaces: Typefaces,
  side: Side,
): readonly string[] {
  if (title === undefined) return [];
  const lead = written(image.lead, typefaces.text);
  const top = showsSite ? 110 : 168;
  // Vietnamese stacks its accents: lines need more room between them.
  const lineHeight = image.locale.split("-")[0] === "vi" ? 1.3 : 1.16;
  const height = foot - top - (lead === undefined ? 40 : 170);
  const block = fitText(title, typefaces.title, { width: inner, height, sizes: [92, 84, 76, 68, 60, 54], lineHeight });
  const lines = block.lines.flatMap((line, index) => {
    const y = top + block.size + index * block.lineHeight;
    const drawn = outlines(line, block.size, y, side, colours.ink);
    return showsSite ? [stroke(line, block.size, y, side), drawn] : [drawn];
  });
  if (lead === undefined) return lines;
  const below = top + block.size + (block.lines.length - 1) * block.lineHeight + 84;
  const small = fitText(lead, typefaces.text, { width: inner - 100, height: 110, sizes: [36], lineHeight: 1.45 });
  return [
    ...lines,
    ...small.lines.map((line, index) =>
      outlines(line, small.size, below + index * small.lineHeight, side, colours.quiet),
    ),
  ];
}

function label(said: string | undefined, typeface: Typeface, side: Side): readonly string[] {
  const words = written(said, typeface);
  if (words === undefined) return [];
  const room = { width: inner - 120, height: 40, sizes: [30], lineHeight: 1.2 };
  return fitText(words, typeface, room).lines.map((line) => outlines(line, 30, foot + 62, side, colours.quiet));
}

/** The highlighter under a line, as under the name of the site on its pages. */
function stroke({ width }: SetText, size: number, y: number, side: Side): string {
  const long = (width * size) / 1000 + size * 0.24;
  const x = side === "left" ? margin - size * 0.12 : imageSize.width - margin - long + size * 0.12;
  return rectangle(x, y - size * 0.24, long, size * 0.42, colours.mark);
}

function highlight(side: Side): string {
  return rectangle(side === "left" ? imageSize.width - margin - 84 : margin, foot + 38, 84, 28, colours.mark);
}

/** The sign of a type, as lists show it, across from the label. */
function sign(type: EntryType, typeface: Typeface, side: Side, accent: string): string {
  const across: Side = side === "left" ? "right" : "left";
  const drawn = drawings[type];
  if (typeof drawn !== "string") {
    return outlines(typeface.set(drawn.sign), drawn.size, foot + drawn.below, across, accent);
  }
  // Drawn for the right edge; mirrored where one reads from the right.
  const place =
    across === "right"
      ? `translate(${imageSize.width - margin} ${foot + 50})`
      : `translate(${margin} ${foot + 50}) scale(-1 1)`;
  return `<path transform="${place}" d="${drawn}" fill="none" stroke="${accent}" stroke-width="5" stroke-linejoin="round"/>`;
}

const drawings: Readonly<
  Record<EntryType, string | { readonly sign: string; readonly size: number; readonly below: number }>
> = {
  lesson: { sign: "¶", size: 72, below: 72 },
  faq: { sign: "?", size: 72, below: 74 },
  scenario: { sign: "“", size: 130, below: 126 },
  // The typefaces have no box and no arrow.
  quiz: "M-44 -20h40v40h-40z",
  path: "M-54 0h52M-22 -20l20 20l-20 20",
};

function outlines({ glyphs, width }: SetText, size: number, y: number, side: Side, fill: string): string {
  const scale = size / 1000;
  const start = side === "left" ? margin : imageSize.width - margin - width * scale;
  const paths = glyphs.map(({ path, x, y }) => `<path transform="translate(${round(x)} ${round(y)})" d="${path}"/>`);
  return `<g fill="${fill}" transform="translate(${round(start)} ${round(y)}) scale(${scale} ${-scale})">${paths.join("")}</g>`;
}

function rectangle(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
