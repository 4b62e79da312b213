import { clampChroma, converter, formatHex, parse } from "culori";

/** The colours of the light theme in styles/tokens.css. */
export const colours = { paper: "#fafaf6", ink: "#17221e", quiet: "#54605b", mark: "#e7f173", accent: "#05684b" };

const toOklch = converter("oklch");

/** The owner's accent as pages show it on paper, dark enough to be read; the site's own where it is no plain CSS colour. */
export function accentColour(accent: string | undefined): string {
  const colour = accent === undefined ? undefined : toOklch(parse(accent));
  if (colour === undefined) return colours.accent;
  return formatHex(clampChroma({ ...colour, l: Math.min(colour.l, 0.46) }, "oklch"));
}
