import { joinPath, splitAddress } from "../../compile/links.ts";
import type { ResolvedConfig } from "../../config/schema.ts";
import { isEntryFile, isPartial, splitLocale } from "../../knowledge/locate.ts";
import type { WrittenAddress } from "../rewrite/address.ts";

/**
 * The file that an address in `file` names by its path, be it there or not; undefined where it names none. Partials may be
 * named from the content folder, with a slash in front.
 */
export function namedFile({ kind, value }: Pick<WrittenAddress, "kind" | "value">, file: string): string | undefined {
  const { path } = splitAddress(value);
  if (!path.startsWith("/")) return path === "" ? undefined : joinPath(file, path);
  return kind === "prop" && isEntryFile(path) && isPartial(path) ? joinPath("", path) : undefined;
}

/** The file that is taken for a named one: a translation falls back to the partial of the default locale. */
export function takenFile(named: string, present: ReadonlySet<string>, config: ResolvedConfig): string | undefined {
  if (present.has(named)) return named;
  const { rest } = splitLocale(named, config);
  return isEntryFile(named) && isPartial(named) && present.has(rest) ? rest : undefined;
}
