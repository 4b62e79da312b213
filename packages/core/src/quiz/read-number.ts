/** Longer than any number that somebody types. */
const longest = 60;

/**
 * The numbers that something typed can mean: none, mostly one, and two where `1.234` may be a thousand or a decimal.
 *
 * - Decimals come after a point or a comma: `3.14`, `3,14`, `,5`.
 * - Thousands may be apart by spaces, apostrophes, points or commas: `1 234 567`, `1’234.5`, `1.234,5`, `12,34,567`.
 *   Of a point and a comma in one number, the last is the decimal; one that stands twice is none.
 * - `1.234` and `1,234` mean both, since it depends on who types.
 * - Digits of any script, full-width ones, `−` as minus, a `+` in front, and `1.5e-3` are understood; the unit may follow.
 */
export function readNumber(typed: string, unit = ""): readonly number[] {
  if (typed.length > longest) return [];
  const text = withoutUnit(plainSigns(typed).trim(), plainSigns(unit).trim());
  const parts = /^([+-]?) *([\d.,' ]+)(?:e([+-]?\d{1,3}))?$/i.exec(text);
  if (parts === null) return [];
  const [, sign = "", mantissa = "", exponent = "0"] = parts;
  return decimals(mantissa)
    .map((decimal) => Number(`${sign}${decimal}e${exponent}`))
    .filter(Number.isFinite);
}

/** Units of money stand in front in some countries; `m²` is hard to type. */
function withoutUnit(text: string, unit: string): string {
  const lower = text.toLowerCase();
  for (const one of [unit, unit.normalize("NFKC")].map((form) => form.toLowerCase())) {
    if (one === "") continue;
    if (lower.endsWith(one)) return text.slice(0, -one.length).trim();
    if (lower.startsWith(one)) return text.slice(one.length).trim();
  }
  return text;
}

/** Brings digits, separators and minus signs of all scripts to those of ASCII. */
function plainSigns(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\p{Nd}/gu, digitValue)
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/٫/g, ".")
    .replace(/[٬\s]/g, " ")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "");
}

/** The digits of a script follow each other from its nought on. */
function digitValue(digit: string): string {
  const plain = digit.normalize("NFKC");
  if (/^\d$/.test(plain)) return plain;
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

/** What digits with separators can mean, as decimals with a point. */
function decimals(mantissa: string): readonly string[] {
  const separators = [...mantissa.replace(/\d/g, "")];
  const last = separators.at(-1);
  const readings = [withoutThousands(mantissa)];
  if (last === "." || last === ",") {
    const at = mantissa.lastIndexOf(last);
    const whole = mantissa.slice(0, at);
    // The sign of decimals stands only once.
    if (!whole.includes(last)) readings.unshift(joined(withoutThousands(whole), mantissa.slice(at + 1)));
  }
  return readings.filter((reading) => reading !== undefined);
}

function joined(whole: string | undefined, fraction: string): string | undefined {
  return whole === undefined || (whole === "" && fraction === "") ? undefined : `${whole || "0"}.${fraction || "0"}`;
}

/** Digits in groups of three, or of two before the last three as in India, all apart by the same sign. */
function withoutThousands(text: string): string | undefined {
  if (/^\d*$/.test(text)) return text;
  const separator = /[.,' ]/.exec(text)?.[0] ?? "";
  const [first = "", ...groups] = text.split(separator);
  const grouped =
    /^[1-9]\d{0,2}$/.test(first) &&
    groups.every((group, i) => /^\d{3}$/.test(group) || (/^\d\d$/.test(group) && i < groups.length - 1));
  return grouped ? first + groups.join("") : undefined;
}
