/** Whoever shows videos on pages of others, in a player that is made for that. */
export interface VideoProvider {
  readonly name: string;
  /** Where its player comes from: what `frame-src` of the configuration's `csp` has to allow. */
  readonly host: string;
  /** The page of the player for an address of one of its videos; undefined for any other address. */
  readonly player: (url: URL) => string | undefined;
}

/** The providers whose addresses `video` takes, as people copy them; each by its player that tells least about readers. */
export const videoProviders: readonly VideoProvider[] = [
  {
    name: "YouTube",
    host: "https://www.youtube-nocookie.com",
    player: (url) => {
      const site = hostOf(url);
      const [first = "", second = ""] = partsOf(url);
      const watched = first === "watch" ? (url.searchParams.get("v") ?? "") : second;
      const id =
        site === "youtu.be"
          ? first
          : ["youtube.com", "m.youtube.com", "youtube-nocookie.com"].includes(site) &&
              ["watch", "embed", "shorts", "live"].includes(first)
            ? watched
            : "";
      if (!/^[\w-]{6,20}$/.test(id)) return undefined;
      const start = secondsOf(url.searchParams.get("t") ?? url.searchParams.get("start") ?? "");
      return `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0${start > 0 ? `&start=${start}` : ""}`;
    },
  },
  {
    name: "Vimeo",
    host: "https://player.vimeo.com",
    player: (url) => {
      const site = hostOf(url);
      if (site !== "vimeo.com" && site !== "player.vimeo.com") return undefined;
      const parts = partsOf(url);
      const at = parts.findIndex((part) => /^\d{5,12}$/.test(part));
      if (at < 0) return undefined;
      // A video that is not listed has a second key, behind its number or in the address of the player.
      const key = url.searchParams.get("h") ?? parts[at + 1] ?? "";
      const unlisted = /^[0-9a-f]{6,20}$/i.test(key) ? `&h=${key}` : "";
      return `https://player.vimeo.com/video/${parts[at]}?autoplay=1&dnt=1${unlisted}`;
    },
  },
  {
    name: "Dailymotion",
    host: "https://geo.dailymotion.com",
    player: (url) => {
      const site = hostOf(url);
      const [first = "", second = ""] = partsOf(url);
      const id = site === "dai.ly" ? first : site === "dailymotion.com" && first === "video" ? second : "";
      return /^x[0-9a-z]{4,12}$/.test(id) ? `https://geo.dailymotion.com/player.html?video=${id}` : undefined;
    },
  },
  {
    name: "Loom",
    host: "https://www.loom.com",
    player: (url) => {
      const [first = "", id = ""] = partsOf(url);
      if (hostOf(url) !== "loom.com" || (first !== "share" && first !== "embed")) return undefined;
      return /^[0-9a-f]{32}$/.test(id) ? `https://www.loom.com/embed/${id}?autoplay=1&hide_share=true` : undefined;
    },
  },
];

/** The provider that shows the video of an address, and the page of its player; undefined for what no provider shows. */
export function findProvider(
  address: string,
): { readonly provider: VideoProvider; readonly player: string } | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  for (const provider of videoProviders) {
    const player = provider.player(url);
    if (player !== undefined) return { provider, player };
  }
  return undefined;
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^www\./, "");
}

function partsOf(url: URL): readonly string[] {
  return url.pathname.split("/").filter((part) => part !== "");
}

/** `90`, `90s` or `1h2m3s`. */
function secondsOf(time: string): number {
  const [, hours = "0", minutes = "0", seconds = "0"] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(time) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
