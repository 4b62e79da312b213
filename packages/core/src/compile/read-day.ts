/** A day that people wrote in another way than `2026-01-31`, as that; undefined where it could be another day, or none. */
export function readDay(written: string): string | undefined {
  const text = written.trim();
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text) ?? [];
  if (year !== undefined) return dayOf(year, month, day);
  // With points the day comes first, wherever people write so.
  const [, first, second, last] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  if (last !== undefined) return dayOf(last, second, first);
  const [, left, right, end] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text) ?? [];
  if (end !== undefined) {
    const readings = [dayOf(end, left, right), dayOf(end, right, left)].filter((one) => one !== undefined);
    return new Set(readings).size === 1 ? readings[0] : undefined;
  }
  const named =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>[a-z]{3,9})\.?,? (?<year>\d{4})$/i.exec(text) ??
    /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i.exec(text);
  const name = named?.groups?.month?.toLowerCase() ?? "none";
  const number = months.findIndex((one) => one === name || (name.length <= 4 && one.startsWith(name)));
  return number < 0 ? undefined : dayOf(named?.groups?.year, String(number + 1), named?.groups?.day);
}

const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** A day of the calendar, or undefined where it has none such. */
function dayOf(year = "", month = "", day = ""): string | undefined {
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== written ? undefined : written;
}
