import { didYouMean } from "../compile/suggest.ts";
import type { Config } from "./config.ts";
import type { Output, ResolvedConfig } from "./schema.ts";
import { SetupError } from "./setup-error.ts";

/** The sites that a configuration publishes; throws a `SetupError` where one of them cannot be. */
export function outputsOf(
  publish: NonNullable<Config["publish"]>,
  {
    audiences,
    site,
    file,
  }: { readonly audiences: readonly string[]; readonly site: string | undefined; readonly file: string },
): readonly Output[] {
  const check = (listed: readonly string[], key: string): readonly string[] => {
    const unknown = listed.find((audience) => !audiences.includes(audience));
    if (unknown !== undefined) {
      throw new SetupError(
        `${file}: “${key}” names the audience “${unknown}”, which is not among “audiences”.`,
        didYouMean(unknown, audiences),
      );
    }
    return listed;
  };
  if (Array.isArray(publish)) {
    return [{ name: undefined, audiences: check(publish, "publish"), folder: "dist", site, base: baseOf(site) }];
  }
  const outputs = Object.entries(publish).map(([name, given]): Output => {
    const { audiences: listed, site: own = site } = Array.isArray(given) ? { audiences: given } : given;
    return { name, audiences: check(listed, `publish.${name}`), folder: `dist/${name}`, site: own, base: baseOf(own) };
  });
  if (outputs.length > 0) return outputs;
  throw new SetupError(`${file}: “publish” names no site.`, 'Name at least one: { public: ["public"] }.');
}

/**
 * The configuration of one of its sites, or of all, with the first one's `publish`, `site` and `base`. Where the
 * configuration publishes one site, `audience` names somebody for whom that shows what is theirs, too.
 * Throws a `SetupError` where there is no such site or audience.
 */
export function configFor(config: ResolvedConfig, audience: string | undefined): ResolvedConfig {
  if (audience === undefined) return config;
  const [first] = config.outputs;
  if (first !== undefined && first.name === undefined) {
    if (!config.audiences.includes(audience)) throw noSuch("audience", audience, config.audiences);
    const audiences = [...new Set([...first.audiences, audience])];
    // Beside the site for all, not in it: that may be published whole.
    return withOutputs(config, [{ ...first, name: audience, audiences, folder: `dist-${audience}` }]);
  }
  const chosen = config.outputs.find(({ name }) => name === audience);
  if (chosen !== undefined) return withOutputs(config, [chosen]);
  throw noSuch(
    "site",
    audience,
    config.outputs.flatMap(({ name }) => name ?? []),
  );
}

/** A configuration that publishes these, of which the first is shown. */
export function withOutputs(
  config: Omit<ResolvedConfig, "outputs" | "publish" | "base">,
  outputs: readonly Output[],
): ResolvedConfig {
  const [first] = outputs;
  const { audiences = [], site, base = "/" } = first ?? {};
  return { ...config, publish: audiences, site, base, outputs };
}

/** The error of a name that there is not, with what may have been meant. */
export function noSuch(what: "audience" | "site", name: string, known: readonly string[]): SetupError {
  const message =
    what === "site" ? `“publish” names no site “${name}”.` : `There is no audience “${name}” in the configuration.`;
  return new SetupError(message, didYouMean(name, known) ?? `Possible here: ${known.join(", ")}.`);
}

function baseOf(site: string | undefined): string {
  const path = site === undefined ? "/" : new URL(site).pathname;
  return path.endsWith("/") ? path : `${path}/`;
}
