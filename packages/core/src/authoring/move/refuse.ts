import { contentPath } from "../../check/content-path.ts";
import { SetupError } from "../../config/setup-error.ts";
import { entryUrl } from "../../knowledge/locate.ts";
import { type Moving, refsOf } from "./places.ts";
import type { NameSetting } from "./read-target.ts";

/** Throws a `SetupError` where an entry that moves would take the place, the page or a former address of another. */
export function refuseTakenPlace(moving: Moving, { config, located, former }: NameSetting): void {
  const { before, after } = refsOf(moving);
  const urls = new Set(Object.keys(config.locales).map((locale) => entryUrl(moving.type, moving.to, locale, config)));
  const taken = located.find(({ location }) => location.ref !== before && urls.has(location.url));
  if (taken !== undefined) {
    const file = contentPath(taken.file, config);
    throw new SetupError(
      taken.location.ref === after
        ? `${after} is there already: ${file}.`
        : `${file} has the page of ${after} already.`,
      "Choose another place, or move that one first.",
    );
  }
  const owner = former.get(after);
  if (owner !== undefined && owner !== before) {
    throw new SetupError(
      `The address of ${after} leads to ${owner}, which was once there.`,
      "Choose another place, or take the id out of “formerly” there.",
    );
  }
}
