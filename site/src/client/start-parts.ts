/** What of a page needs a script, and the module that is loaded where it stands on the page. */
const modules: readonly {
  readonly selector: string;
  readonly load: () => Promise<(found: readonly HTMLElement[]) => unknown>;
}[] = [
  { selector: ".kh-tabs", load: async () => (await import("./blocks/tabs.ts")).startTabs },
  { selector: ".kh-checklist", load: async () => (await import("./blocks/checklist.ts")).startChecklists },
  { selector: ".kh-video__door", load: async () => (await import("./blocks/video.ts")).startVideos },
  { selector: "[data-copy]", load: async () => (await import("./copy-code.ts")).startCopying },
  { selector: ".kh-question[data-key]", load: async () => (await import("./check-answers.ts")).checkAnswers },
  { selector: ".kh-choice", load: async () => (await import("./scenes.ts")).startScenes },
  { selector: "[data-search-page]", load: async () => (await import("./search/page.ts")).startSearchPage },
  { selector: "[data-roles]", load: async () => (await import("./role-choice.ts")).startRoleChoices },
  { selector: ".kh-nav:has(details)", load: async () => (await import("./nav-groups.ts")).startNavGroups },
];

/** Gives the parts of the page what they do beyond being read. */
export function startParts(): void {
  for (const { selector, load } of modules) {
    const found = [...document.querySelectorAll<HTMLElement>(selector)];
    if (found.length === 0) continue;
    load()
      .then((start) => start(found))
      // Where a part has something to say to that, it stands in it.
      .catch(() => found[0]?.querySelector("[data-late]")?.setAttribute("data-late", "now"));
  }
}
