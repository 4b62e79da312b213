/** What the compiler's blocks begin with, as far as their styles are in `blocks.css`; those of most pages are in `main.css`. */
const styled = /<\w+ class="kh-(?:case|checklist|figure|mindmap|steps|tabs|term|try|video)"/;

/** Whether a page with this compiled HTML needs the styles of the rarer blocks. */
export function needsBlockStyles(html: string): boolean {
  return styled.test(html);
}

/** Whether a page with this compiled HTML shows a scenario. */
export function needsSceneStyles(html: string): boolean {
  return html.includes('<section class="kh-scene');
}
