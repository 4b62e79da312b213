import { z } from "zod";

/** The prop `id` of a block. `example` is an id that an author of such a block could give. */
export function blockId(example: string) {
  return z
    .string(`Give it one that stays, for example ${example}.`)
    .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u, "Write letters, digits, - and _, for example first-step.")
    .max(80);
}
