import { createRequire } from "node:module";
import type * as Yaml from "yaml";

const require = createRequire(import.meta.url);

/**
 * The parser that knows the place of everything in YAML. It has 72 modules, and is loaded where it is first needed: front matter
 * without mistakes is read without it.
 */
export function yamlParser(): typeof Yaml {
  // What the package of these types exports.
  return require("yaml") as typeof Yaml;
}
