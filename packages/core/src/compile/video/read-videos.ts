import type { Frontmatter } from "../../model/index.ts";
import type { VideoSource } from "../../model/video.ts";
import type { BlockNode } from "../blocks/block.ts";
import type { AddressUse, LinkFact, Target } from "../links.ts";
import { firstLineRange } from "../node-range.ts";
import { type Place, partialOf } from "../problem.ts";
import type { ReadBlock } from "../structure.ts";
import { findProvider } from "./providers.ts";

/** A video of an entry, as far as checks need it. */
export interface VideoFact {
  /** What it plays. */
  readonly target: Target;
  readonly place: Place;
  /** Who shows it on a page of its own, and where the player comes from; absent for a file. */
  readonly provider?: { readonly name: string; readonly host: string };
  /** Whether what is said can be read; `silent` where nothing is said. */
  readonly captions: "files" | "provider" | "silent" | "none";
}

/** An address of a video, by the key that holds it. */
export interface VideoAddress {
  readonly key: readonly [string, ...string[]];
  readonly href: string;
  readonly use: AddressUse;
}

/** The addresses that a video names. */
export function videoAddresses({ src, captions, poster, transcript }: VideoSource): readonly VideoAddress[] {
  const tracks =
    typeof captions === "object"
      ? Object.entries(captions).map(
          ([locale, href]): VideoAddress => ({ key: ["captions", locale], href, use: "media" }),
        )
      : [];
  return [
    { key: ["src"], href: src, use: "media" },
    ...tracks,
    ...(typeof captions === "string" ? [{ key: ["captions"] as const, href: captions, use: "media" as const }] : []),
    ...(poster === undefined ? [] : [{ key: ["poster"] as const, href: poster, use: "image" as const }]),
    ...(transcript === undefined ? [] : [{ key: ["transcript"] as const, href: transcript, use: "link" as const }]),
  ];
}

/** The video of a lesson's front matter, if it has one. */
export function frontmatterVideo(frontmatter: Frontmatter): VideoSource | undefined {
  return "video" in frontmatter ? frontmatter.video : undefined;
}

/** The videos of an entry: the one of its front matter first, then its blocks. `links` holds what their addresses lead to. */
export function readVideos(
  frontmatter: Frontmatter,
  blocks: ReadonlyMap<BlockNode, ReadBlock>,
  links: readonly LinkFact[],
  text: string,
): { readonly videos: readonly VideoFact[]; readonly minutes: number } {
  const own = frontmatterVideo(frontmatter);
  const found: { readonly source: VideoSource; readonly place: Place }[] =
    own === undefined ? [] : [{ source: own, place: { field: ["video", "src"] } }];
  for (const [node, { block, props }] of blocks) {
    // Its props have been read with the schema of the block.
    if (block.name === "Video")
      found.push({ source: props as unknown as VideoSource, place: firstLineRange(node, text) });
  }
  return {
    videos: found.flatMap(({ source, place }) => {
      const from = partialOf(place);
      const link = links.find((one) => one.href === source.src && one.use === "media" && partialOf(one.place) === from);
      const target = link?.target;
      return target === undefined ? [] : [toFact(source, target, place)];
    }),
    minutes: found.reduce((sum, { source }) => sum + (source.minutes ?? 0), 0),
  };
}

function toFact({ captions, src }: VideoSource, target: Target, place: Place): VideoFact {
  const shown = target.kind === "outside" ? findProvider(src) : undefined;
  const captioned =
    captions === true ? "provider" : captions === false ? "silent" : captions === undefined ? "none" : "files";
  return {
    target,
    place,
    captions: captioned,
    ...(shown === undefined ? {} : { provider: { name: shown.provider.name, host: shown.provider.host } }),
  };
}
