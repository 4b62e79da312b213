/** Letters that Unicode does not decompose, and what people type who do not have them on their keyboard. */
const plainLetters: Readonly<Record<string, string>> = {
  đ: "d",
  ð: "d",
  ø: "o",
  ł: "l",
  ı: "i",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  þ: "th",
};

const plainLetter = new RegExp(`[${Object.keys(plainLetters).join("")}]`, "g");

/** Brings text to one form: composed (NFC), one width (`Ａ` is `A`), lower case. Diacritics stay. */
export function normalise(text: string): string {
  // Most words of most sites are plain ASCII, and this runs for every word of every title.
  return isAscii(text) ? text.toLowerCase() : text.normalize("NFKC").toLowerCase().normalize("NFC");
}

/**
 * Removes diacritics from normalised text: `hoàn tiền` is `hoan tien`, `đơn` is `don`.
 * Only marks of alphabets go; the vowel signs of Indic scripts and Japanese voicing are letters to their readers.
 */
export function fold(normalised: string): string {
  if (isAscii(normalised)) return normalised;
  return normalised
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(plainLetter, (letter) => plainLetters[letter] ?? letter);
}

/** Whether `fold` changes letters that Pagefind, which only strips combining marks, leaves as they are. */
export function foldsBeyondMarks(normalised: string): boolean {
  return !isAscii(normalised) && normalised.search(plainLetter) >= 0;
}

const beyondAscii = /[\u0080-\uffff]/;

/** Whether a text has nothing but plain letters, digits and signs. */
export function isAscii(text: string): boolean {
  return !beyondAscii.test(text);
}
