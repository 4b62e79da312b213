import { z } from "zod";

/** The id of a block that links lead to and learners' progress hangs on; `missing` is said where there is none. */
export function blockId(missing: string, example: string): z.ZodString {
  return z
    .string(missing)
    .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u, `Write letters, digits, - and _, for example ${example}.`)
    .max(80);
}
