/** What of a page needs a script, and the module that is loaded where it stands on the page. */
const modules: readonly {
  readonly selector: string;
  readonly load: () => Promise<(found: readonly HTMLElement[]) => void>;
}[] = [
  { selector: ".kh-tabs", load: async () => (await import("./tabs.ts")).startTabs },
  { selector: ".kh-checklist", load: async () => (await import("./checklist.ts")).startChecklists },
  { selector: ".kh-video__door", load: async () => (await import("./video.ts")).startVideos },
];

/** Gives the blocks of the page what they do beyond being read. */
export function startBlocks(): void {
  for (const { selector, load } of modules) {
    const found = [...document.querySelectorAll<HTMLElement>(selector)];
    if (found.length > 0) void load().then((start) => start(found));
  }
}
