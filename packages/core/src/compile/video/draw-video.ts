import type { Element, ElementContent } from "hast";
import type { ContentTexts } from "../../locale/texts.ts";
import type { VideoSource } from "../../model/video.ts";
import { h } from "../h.ts";
import { findProvider } from "./providers.ts";

/** What a video is drawn with, beside what it says of itself. */
export interface VideoSetting {
  /** The locale of the entry. */
  readonly locale: string;
  readonly texts: ContentTexts;
  /** The URL of an address that the author wrote. */
  readonly url: (href: string) => string;
  /** What a language calls itself. */
  readonly languageName: (locale: string) => string;
}

/**
 * Draws a video: a file in the browser's own player, which loads it when it is played; the page of a provider as a
 * link, in whose place a module of the page puts the player when it is pressed. `shown` tells whether its title is to be
 * read below it, or stands above it already.
 */
export function drawVideo(
  video: VideoSource,
  { title, shown }: { readonly title: string; readonly shown: boolean },
  transcript: readonly ElementContent[],
  { locale, texts, url, languageName }: VideoSetting,
): Element {
  const provided = findProvider(video.src);
  const length = video.minutes === undefined ? undefined : texts.videoMinutes.replaceAll("{n}", String(video.minutes));
  const name = !shown ? (length ?? "") : length === undefined ? title : `${title} (${length})`;
  const file =
    video.transcript === undefined
      ? []
      : [h("a", { className: ["kh-video__more"], href: url(video.transcript) }, texts.transcript)];
  const caption = [name, ...file].filter((part) => part !== "");
  return h("figure", { className: ["kh-video"], ...(shown ? {} : { ariaLabel: title }) }, [
    provided === undefined ? player() : doorway(provided.provider.name, provided.player),
    ...(caption.length === 0 ? [] : [h("figcaption", { className: ["kh-video__caption"] }, spaced(caption))]),
    ...(transcript.length === 0
      ? []
      : [h("details", { className: ["kh-video__transcript"] }, [h("summary", texts.transcript), ...transcript])]),
  ]);

  function player(): Element {
    const { captions, poster, src } = video;
    const tracks = typeof captions === "string" ? { [locale]: captions } : typeof captions === "object" ? captions : {};
    return h(
      "video",
      {
        className: ["kh-video__player"],
        src: url(src),
        controls: true,
        playsInline: true,
        // With a picture in its place, nothing of the video is needed before it plays.
        preload: poster === undefined ? "metadata" : "none",
        ariaLabel: title,
        ...(poster === undefined ? {} : { poster: url(poster) }),
      },
      [
        ...Object.entries(tracks).map(([language, file]) =>
          h("track", {
            kind: "captions",
            src: url(file),
            srcLang: language,
            label: languageName(language),
            default: language === locale,
          }),
        ),
        h("a", { href: url(src) }, title),
      ],
    );
  }

  function doorway(provider: string, address: string): Element {
    const { poster, src } = video;
    return h("div", { className: ["kh-video__door"], dataPlayer: address, dataTitle: title }, [
      ...(poster === undefined
        ? []
        : [h("img", { className: ["kh-video__poster"], src: url(poster), alt: "", loading: "lazy" })]),
      h("a", { className: ["kh-video__open"], href: src }, texts.watchOn.replaceAll("{provider}", provider)),
      h("p", { className: ["kh-video__note"] }, texts.videoNote.replaceAll("{provider}", provider)),
    ]);
  }
}

function spaced(parts: readonly (string | Element)[]): (string | Element)[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [" ", part]));
}
