import textLatin from "@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?url";
import textVietnamese from "@fontsource-variable/hanken-grotesk/files/hanken-grotesk-vietnamese-wght-normal.woff2?url";
import displayLatin from "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2?url";
import displayVietnamese from "@fontsource-variable/newsreader/files/newsreader-vietnamese-wght-normal.woff2?url";

const latin = [textLatin, displayLatin];
const vietnamese = [...latin, textVietnamese, displayVietnamese];

/** The files that the first line of every page of a locale needs: asked for early, they come before the text is painted. */
export function fontsToPreload(locale: string): readonly string[] {
  return locale.split("-")[0] === "vi" ? vietnamese : latin;
}
