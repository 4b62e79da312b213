import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Block } from "../compile/blocks/block.ts";
import { toBlock } from "../compile/blocks/draw-own.ts";
import { builtInBlocks } from "../compile/blocks/index.ts";
import type { OwnBlock } from "../compile/blocks/own-block.ts";
import { type FrontmatterSchema, frontmatterWith } from "../compile/own-fields.ts";
import { didYouMean } from "../compile/suggest.ts";
import type { OwnFields } from "../model/own-fields.ts";
import type { EntryType } from "../model/types.ts";
import type { ImportedCode } from "./import-code.ts";
import { ownFieldsByType } from "./own-fields.ts";
import { SetupError } from "./setup-error.ts";

/** What the compiler runs of a site's configuration. It is code, so that it goes into no JSON and to no other thread. */
export interface SiteCode {
  /** The blocks that authors may write: the built-in ones and the site's own. */
  readonly blocks: readonly Block[];
  /** The names of the site's own blocks. */
  readonly own: readonly string[];
  /** What the front matter of each type may hold: the built-in keys and the site's own. */
  readonly frontmatter: Readonly<Record<EntryType, FrontmatterSchema>>;
  /** The custom elements that the site's own blocks may draw. */
  readonly elements: readonly string[];
  /** Names the code of the site's own by a hash; undefined where there is none. */
  readonly version: string | undefined;
}

/** The code of a site that brings none of its own. */
export const builtInCode: SiteCode = {
  blocks: builtInBlocks,
  own: [],
  frontmatter: frontmatterWith(ownFieldsByType({}, () => "")),
  elements: [],
  version: undefined,
};

/** What of a configuration is code. */
export interface OwnCode {
  readonly blocks: readonly OwnBlock[];
  readonly fields: OwnFields;
}

/** Makes the code of a configuration ready for the compiler; throws a `SetupError` where blocks contradict each other. */
export function siteCode(
  { blocks, fields }: OwnCode,
  { root, file, code }: { readonly root: string; readonly file: string; readonly code: ImportedCode },
): SiteCode {
  if (blocks.length === 0 && Object.keys(fields).length === 0) return builtInCode;
  const names = [...builtInBlocks, ...blocks].map(({ name }) => name);
  for (const [i, { name, parents, browser }] of blocks.entries()) {
    const first = names.indexOf(name);
    if (first !== builtInBlocks.length + i) {
      const which = first < builtInBlocks.length ? "a built-in block" : "another block";
      throw new SetupError(`${file}: the block “${name}” has the name of ${which}.`, "Choose another name.");
    }
    const noParent = parents?.find((parent) => !names.includes(parent));
    if (noParent !== undefined) {
      throw new SetupError(
        `${file}: the block “${name}” belongs into “${noParent}”, and there is no such block.`,
        didYouMean(noParent, names),
      );
    }
    if (browser !== undefined && !isInside(root, browser.module)) {
      throw new SetupError(
        `${file}: the block “${name}” names the module ${browser.module}, which is not there.`,
        "Name a file in the folder of the configuration, relative to it.",
      );
    }
  }
  const placeOf = (cause: Error) => placeIn(code.files, root, cause);
  const own = blocks.map((block) => toBlock(block, placeOf));
  return {
    blocks: [...builtInBlocks, ...own],
    own: own.map(({ name }) => name),
    frontmatter: frontmatterWith(ownFieldsByType(fields, placeOf)),
    elements: blocks.flatMap(({ browser }) => (browser === undefined ? [] : [browser.element])),
    version: code.version,
  };
}

function isInside(root: string, module: string): boolean {
  const path = join(root, module);
  return path.startsWith(root + sep) && existsSync(path);
}

/** Where in the owner's files an error comes from, as `blocks/price.ts:12`; empty where it is not known. */
export function placeIn(files: readonly string[], root: string, { stack = "" }: Error): string {
  const places = files.flatMap((file) =>
    [file, pathToFileURL(file).href].flatMap((name) => {
      const at = stack.indexOf(name);
      const line = /^(?:\?version=\d+)?:(\d+)/.exec(stack.slice(at + name.length))?.[1];
      return at < 0 || line === undefined ? [] : [{ at, place: `${relative(root, file)}:${line}` }];
    }),
  );
  return places.sort((a, b) => a.at - b.at)[0]?.place ?? "";
}
