import { error, type Problem } from "../../compile/problem.ts";
import { videoProviders } from "../../compile/video/providers.ts";
import type { VideoFact } from "../../compile/video/read-videos.ts";
import type { CheckInput, Rule } from "../rule.ts";

/** `outside-video`: what a video plays, and the captions that it names, may be loaded by pages. */
export const outsideVideo: Rule = function* ({ entries, config }) {
  for (const { file, videos, links } of entries) {
    for (const video of videos) {
      const problem = checkSource(video, config);
      if (problem !== undefined) yield { file, ...problem };
    }
    for (const { href, target, use, place } of links) {
      if (use !== "media" || target.kind !== "outside" || !/\.vtt$/i.test(href)) continue;
      const message = "These captions lie on another site, which browsers do not show.";
      yield { file, ...error("outside-video", message, place, "Put the file beside the entry.") };
    }
  }
};

function checkSource({ target, provider, place }: VideoFact, config: CheckInput["config"]): Problem | undefined {
  if (target.kind !== "outside") return undefined;
  if (provider !== undefined) {
    if (allows(config, "frame-src", provider.host)) return undefined;
    const message = `This video plays on ${provider.name}, which pages may not show yet.`;
    const hint = `Allow its player in the configuration: csp: { "frame-src": ["${provider.host}"] }.`;
    return error("outside-video", message, place, hint);
  }
  const { origin, protocol } = URL.canParse(target.url) ? new URL(target.url) : { origin: "", protocol: "" };
  if (protocol === "https:" || protocol === "http:") {
    if (allows(config, "media-src", origin)) return undefined;
    const names = videoProviders.map(({ name }) => name).join(", ");
    const message = "This video lies on another site, which pages may not load from.";
    const hint = `Put the file beside the entry, allow its host with csp: { "media-src": ["${origin}"] }, or link to its page on ${names}.`;
    return error("outside-video", message, place, hint);
  }
  return error("outside-video", "This is no address of a video.", place, "Name a file, or a whole https: address.");
}

function allows({ csp }: CheckInput["config"], directive: string, host: string): boolean {
  return (csp[directive] ?? []).some((one) => one === host || one === "https:" || one === "*");
}
