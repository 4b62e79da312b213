/** Elements that hold nothing, and those that the next one of their kind ends by itself: they nest in others only. */
const flat =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|a|p|h[1-6]|li|dd|dt|rp|rt|option|colgroup|thead|tbody|tfoot|tr|td|th)$/;

/** Marks of text, which a parser opens anew behind the end of what they stand in, the same one three times at most. */
const marks = /^(?:b|big|code|em|font|i|s|small|strike|strong|tt|u)$/;

/** Follows the tags of raw HTML, piece by piece in the order of the document. */
export interface HtmlDepth {
  /** Takes the tags of a piece; how many elements are then open around what follows, at the deepest place of the piece. */
  readonly follow: (html: string) => number;
}

/** Starts to follow raw HTML: what a parser would nest is known before one takes it, which does so by recursion. */
export function createHtmlDepth(): HtmlDepth {
  const open: { readonly name: string; readonly tag: string }[] = [];
  const openNames = new Map<string, number>();
  const reopened = new Map<string, number>();
  let reopenedCount = 0;

  const count = (name: string, by: number) => openNames.set(name, (openNames.get(name) ?? 0) + by);
  const reopen = (tag: string) => {
    const times = reopened.get(tag) ?? 0;
    if (times === 3) return;
    reopened.set(tag, times + 1);
    reopenedCount++;
  };
  const close = (name: string) => {
    if ((openNames.get(name) ?? 0) > 0) {
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        count(last.name, -1);
        if (last.name === name) return;
        if (marks.test(last.name)) reopen(last.tag);
      }
    }
    for (const [tag, times] of marks.test(name) ? reopened : []) {
      if (times === 0 || !tag.slice(1).startsWith(name)) continue;
      reopened.set(tag, times - 1);
      reopenedCount--;
      return;
    }
  };

  return {
    follow(html) {
      let deepest = 0;
      for (const [tag, slash, written = ""] of html.matchAll(/<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][\w-]*)[^<>]*>?/gi)) {
        const name = written.toLowerCase();
        if (name === "" || flat.test(name)) continue;
        if (slash === "/") close(name);
        else {
          open.push({ name, tag });
          count(name, 1);
          deepest = Math.max(deepest, open.length + reopenedCount);
        }
      }
      return deepest;
    },
  };
}
