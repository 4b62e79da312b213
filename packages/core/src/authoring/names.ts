import { didYouMean } from "../compile/suggest.ts";
import { SetupError } from "../config/setup-error.ts";
import { slugSegment } from "../knowledge/locate.ts";
import { type EntryType, entryFolders, entryTypes } from "../model/types.ts";

/** A text as one part of an id: lower case, Latin letters without their marks, `-` between words. */
export function toName(text: string): string {
  const plain = text
    .normalize("NFD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .replace(/[đĐ]/g, "d")
    .normalize("NFC");
  return slugSegment(plain);
}

/** File systems have names of at most 255 bytes; an ending and a number may come behind. */
const mostBytes = 200;

/** The same, short enough for a file: whole words, at most so many letters. */
export function toShortName(text: string, longest = 70): string {
  const name = toName(text);
  const letters = Array.from(name).slice(0, longest);
  while (bytesOf(letters.join("")) > mostBytes) letters.pop();
  const cut = letters.join("");
  if (cut === name) return name;
  return (name[cut.length] === "-" ? cut : cut.replace(/(?<=.)-[^-]*$/, "")).replace(/-+$/, "");
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The type that somebody named. Throws a `SetupError` where there is none of that name. */
export function readType(given: string): EntryType {
  const type = entryTypes.find((one) => one === given.trim().toLowerCase());
  if (type !== undefined) return type;
  throw new SetupError(
    `There is no type “${given}”.`,
    didYouMean(given, entryTypes) ?? `Possible here: ${entryTypes.join(", ")}.`,
  );
}

/** What is wrong with an id, and what to write instead. */
export interface IdProblem {
  readonly message: string;
  readonly hint: string;
}

/** An id that is as ids should be, or why it is none. Forgives the type in front: `lesson:crm/export-report`. */
export function readId(given: string, type: EntryType): { readonly id: string } | { readonly problem: IdProblem } {
  const written = given.trim().normalize("NFC");
  const colon = written.indexOf(":");
  const named = colon < 0 ? undefined : entryTypes.find((one) => one === written.slice(0, colon));
  if (named !== undefined && named !== type) {
    return refuse(
      `“${given}” is the ref of a ${named}, not of a ${type}.`,
      `Write knowhow new ${named} ${written.slice(colon + 1)}`,
    );
  }
  const id = named === undefined ? written : written.slice(colon + 1);
  const better = suggestId(id, type);
  const tryThis = `Try ${better}.`;
  if (id === "") return refuse("The id is empty.", "Write a name, for example crm/export-report.");
  if (/[\\:*?"<>|]/.test(id)) {
    const [sign] = /[\\:*?"<>|]/.exec(id) ?? [];
    return refuse(`“${given}” has a ${sign} in it, which file names cannot have everywhere.`, tryThis);
  }
  if (/\p{Cc}/u.test(id)) return refuse("This id has a sign in it that cannot be seen.", tryThis);
  const parts = id.split("/");
  if (parts.includes("..") || parts.includes(".")) {
    return refuse(
      `“${given}” leads out of the folder ${entryFolders[type]}/.`,
      "Write the path below it, for example crm/export-report.",
    );
  }
  if (parts.includes("")) return refuse(`“${given}” has a / too many.`, tryThis);
  if (/\.mdx?$/i.test(id)) return refuse(`“${given}” has an ending, which ids do not have.`, tryThis);
  if (parts[0] === "content" || parts[0] === entryFolders[type]) {
    return refuse(`“${given}” begins with a folder that is added by itself.`, tryThis);
  }
  const hidden = parts.find((part) => /^[._]/.test(part) || part === "node_modules");
  if (hidden !== undefined) return refuse(`What is named “${hidden}” is not published.`, tryThis);
  if (parts.at(-1) === "index") return refuse("“index” stands for its folder, and is no name of its own.", tryThis);
  if (/\s/.test(id)) return refuse(`“${given}” has a space in it, which addresses cannot have.`, tryThis);
  if (id !== id.toLowerCase())
    return refuse(`“${given}” has capital letters, which addresses do not tell apart.`, tryThis);
  if (parts.some((part) => part !== slugSegment(part))) {
    return refuse(`“${given}” has a sign in it that addresses cannot have.`, tryThis);
  }
  if (parts.some((part) => part.length > 100 || bytesOf(part) > mostBytes)) {
    return refuse(
      "This id is too long for a file name.",
      "Keep each part under 100 letters, or 60 where they are not Latin.",
    );
  }
  return { id };
}

/** The id that somebody meant, made right. */
function suggestId(given: string, type: EntryType): string {
  const parts = given
    .replace(/\\/g, "/")
    .split("/")
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "." && part !== "..");
  while (parts[0] === "content" || parts[0] === entryFolders[type]) parts.shift();
  const names = parts.map((part, i) =>
    toName((i === parts.length - 1 ? part.replace(/\.mdx?$/i, "") : part).replace(/^[._]+/, "")).slice(0, 100),
  );
  if (names.length > 1 && names.at(-1) === "index") names.pop();
  return names.filter((name) => name !== "" && name !== "index").join("/") || "my-first";
}

/** The title that an id suggests: `crm/export-report` is “Export report”. */
export function titleOf(id: string): string {
  const words = (id.split("/").at(-1) ?? id).replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

function refuse(message: string, hint: string): { readonly problem: IdProblem } {
  return { problem: { message, hint } };
}
