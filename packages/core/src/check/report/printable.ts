import { stripVTControlCharacters } from "node:util";

/** Text of the content for a terminal or a log, which it must not steer. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(/(?!\t)\p{Cc}/gu, "�");
}
