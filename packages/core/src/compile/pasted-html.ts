/** What Word and Outlook write into HTML, and nobody else. */
const wordSigns = /class=["']?Mso|<\/?[owv]:[a-z]+|mso-[a-z]|<!(?:--)?\[(?:end)?if|\[if gte mso/i;

/** Whether a line of HTML was copied from Word or Outlook. */
export function isFromWord(line: string): boolean {
  return wordSigns.test(line);
}

/** Tells what was copied from Word or Outlook, and how to copy it instead. */
export const fromWord = {
  message: "This is HTML as Word and Outlook write it.",
  hint: "Paste it again as plain text (Ctrl+Shift+V), and mark headings, lists and tables with Markdown.",
} as const;

const videoPage =
  /^(?:https?:)?\/\/(?:www\.)?(?:youtube(?:-nocookie)?\.com\/embed\/([\w-]+)|player\.vimeo\.com\/video\/(\d+))/;

/** What to write instead of a tag that content cannot have. `address` is what the tag shows, where it names something. */
export function insteadOfTag(tag: string, address: string | undefined): string {
  switch (tag) {
    case "iframe":
    case "embed":
    case "object": {
      const [, youTube, vimeo] = videoPage.exec(address ?? "") ?? [];
      const video = youTube === undefined ? vimeo && `https://vimeo.com/${vimeo}` : `https://youtu.be/${youTube}`;
      if (video !== undefined)
        return `Show a video with <Video src="${video}" title="…" />, and lead to other pages with a link.`;
      const page = address !== undefined && /^https?:/.test(address) ? address : "https://example.com/form";
      return `Lead there with a link: [the form](${page}).`;
    }
    case "font":
    case "center":
    case "big":
    case "u":
      return "Looks belong to the site's theme: write **bold**, or a <Callout> for what nobody may miss.";
    default:
      return "Use Markdown or a block for it; for the sign itself write &lt;.";
  }
}
