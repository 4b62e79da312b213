import { attributeOf, type HtmlElement, type HtmlNode, hasClass, textOf } from "../../html/html-tree.ts";
import { escapeLines } from "./escape.ts";
import { footnoteName, inlineMarkdown, isBlockTitle, isBox, isDropped, type MarkdownContext } from "./inline.ts";

const blockTags: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "header hr legend li main menu nav ol p pre section summary table ul"
  ).split(" "),
);

/** Content as the blocks that it is made of, each in Markdown. */
export function blocksOf(nodes: readonly HtmlNode[], context: MarkdownContext): readonly string[] {
  const blocks: string[] = [];
  let run: HtmlNode[] = [];
  const endRun = () => {
    if (run.length > 0) add(paragraph(run, context));
    run = [];
  };
  const add = (...made: readonly string[]) => {
    for (const one of made) if (one !== "") blocks.push(apart(one, blocks.at(-1)));
  };
  for (const node of nodes) {
    if (typeof node === "string" || !isBlock(node)) run.push(node);
    else if (!isDropped(node)) {
      endRun();
      add(...blocksOfElement(node, context));
    }
  }
  endRun();
  return blocks;
}

/** Two lists in a row would be read as one: the second gets other marks. */
function apart(block: string, before: string | undefined): string {
  if (before === undefined) return block;
  if (/^- /.test(block) && /^- /.test(before)) return block.replace(/^- /gm, "* ");
  if (/^\d+\. /.test(block) && /^\d+\. /.test(before)) return block.replace(/^(\d+)\. /gm, "$1) ");
  return block;
}

/** An element that Markdown does not know, a site's own for example, is what it holds. */
function isBlock(element: HtmlElement): boolean {
  if (blockTags.has(element.tag)) return true;
  return element.children.some((child) => typeof child !== "string" && isBlock(child));
}

function blocksOfElement(element: HtmlElement, context: MarkdownContext): readonly string[] {
  const { tag, children } = element;
  switch (tag) {
    case "p":
      return isBlockTitle(element) ? [bold(children, context)] : [paragraph(children, context)];
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return [heading(Number(tag.slice(1)), children, context)];
    case "pre":
      return [codeBlock(element)];
    case "ul":
    case "menu":
    case "ol":
      return [list(element, context)];
    case "table":
      return table(element, context);
    case "hr":
      return ["---"];
    case "blockquote":
    case "aside":
      return [quote(blocksOf(children, context))];
    case "summary":
    case "dt":
    case "legend":
      return blocksOf(children, context).length > 1 ? blocksOf(children, context) : [bold(children, context)];
    case "figcaption":
      return blocksOf(children, context);
    case "section":
      if (attributeOf(element, "data-footnotes") !== undefined) return footnotes(element, context);
      if (hasClass(element, "kh-question")) return question(element, context);
      return blocksOf(children, context);
    default:
      return blocksOf(children, context);
  }
}

function paragraph(nodes: readonly HtmlNode[], context: MarkdownContext): string {
  return escapeLines(inlineMarkdown(nodes, context));
}

function bold(nodes: readonly HtmlNode[], context: MarkdownContext): string {
  const text = inlineMarkdown(nodes, context).replaceAll(/\\?\n/g, " ");
  return text === "" || text.includes("**") ? text : `**${text}**`;
}

function heading(level: number, nodes: readonly HtmlNode[], context: MarkdownContext): string {
  const text = inlineMarkdown(nodes, context).replaceAll(/\\?\n/g, " ");
  // A `#` at the end of a heading would be taken for decoration.
  return text === "" ? "" : `${"#".repeat(level)} ${text.replace(/(?<=^|\s)(#+)$/, "\\$1")}`;
}

function codeBlock(element: HtmlElement): string {
  const code = element.children.find((child) => typeof child !== "string" && child.tag === "code");
  const language =
    code === undefined || typeof code === "string"
      ? ""
      : (/(?:^|\s)language-(\S+)/.exec(attributeOf(code, "class") ?? "")?.[1] ?? "");
  const text = textOf(element.children).replace(/\n$/, "");
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

function quote(blocks: readonly string[]): string {
  return blocks.length === 0 ? "" : blocks.join("\n\n").replace(/^/gm, "> ").replaceAll(/ +$/gm, "");
}

function list(element: HtmlElement, context: MarkdownContext): string {
  const items = element.children.filter(
    (child): child is HtmlElement => typeof child !== "string" && child.tag === "li",
  );
  const first = Number(attributeOf(element, "start") ?? 1);
  const loose = items.some(({ children }) => children.some((child) => typeof child !== "string" && child.tag === "p"));
  const written = items.map((item, index) => {
    const mark = element.tag === "ol" ? `${first + index}. ` : "- ";
    return listItem(mark, blocksOf(item.children, context), boxOf(item), loose);
  });
  return written.join(loose ? "\n\n" : "\n");
}

/** An item of a list: what follows its first line is indented by the width of its mark. */
export function listItem(mark: string, blocks: readonly string[], box: string, loose: boolean): string {
  // A paragraph after another needs an empty line between them, a list or a quote does not.
  const content = blocks.reduce((before, block) => {
    const space = loose || !/^(?:[-*>] |\d+[.)] |```)/.test(block) ? "\n\n" : "\n";
    return before === "" ? block : before + space + block;
  }, "");
  return mark + (box + content).replaceAll(/\n(?=[^\n])/g, `\n${" ".repeat(mark.length)}`);
}

/** The box of a task, wherever it stands in the first line of its item; scripts give those of a checklist theirs. */
function boxOf(item: HtmlElement): string {
  if (hasClass(item, "kh-check")) return "[ ] ";
  const box = findBox(item.children);
  return box === undefined ? "" : attributeOf(box, "checked") === undefined ? "[ ] " : "[x] ";
}

function findBox(nodes: readonly HtmlNode[]): HtmlElement | undefined {
  const first = nodes.find((node) => typeof node !== "string" || node.trim() !== "");
  if (first === undefined || typeof first === "string") return undefined;
  if (isBox(first)) return first;
  return ["p", "label", "span"].includes(first.tag) ? findBox(first.children) : undefined;
}

/** A table as GFM has it, where its cells hold sentences; else what they hold, one after the other. */
function table(element: HtmlElement, context: MarkdownContext): readonly string[] {
  const rows = rowsOf(element);
  const cells = rows.map((row) => row.map((cell) => cellMarkdown(cell, context)));
  const [head, ...body] = cells;
  const caption = element.children.find((child) => typeof child !== "string" && child.tag === "caption");
  const above = caption === undefined || typeof caption === "string" ? [] : [bold(caption.children, context)];
  if (head === undefined) return above;
  const columns = Math.max(...cells.map((row) => row.length));
  const line = (row: readonly string[]) => `| ${row.join(" | ")}${" | ".repeat(columns - row.length)} |`;
  const marks = Array.from({ length: columns }, (_, index) => alignment(rows[0]?.[index]));
  return [...above, [line(head), line(marks), ...body.map(line)].join("\n")];
}

function rowsOf(element: HtmlElement): readonly (readonly HtmlElement[])[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.tag !== "tr") return ["thead", "tbody", "tfoot"].includes(child.tag) ? rowsOf(child) : [];
    return [child.children.filter((cell): cell is HtmlElement => typeof cell !== "string" && /^t[dh]$/.test(cell.tag))];
  });
}

function cellMarkdown(cell: HtmlElement, context: MarkdownContext): string {
  return blocksOf(cell.children, context).join(" ").replaceAll(/\\?\n/g, " ").replaceAll("|", "\\|");
}

function alignment(cell: HtmlElement | undefined): string {
  const align = cell && attributeOf(cell, "align");
  if (align === "center") return ":---:";
  return align === "right" ? "---:" : align === "left" ? ":---" : "---";
}

function footnotes(element: HtmlElement, context: MarkdownContext): readonly string[] {
  return listItems(element).map((item) => {
    const mark = `[^${footnoteName(attributeOf(item, "id") ?? "")}]: `;
    return (
      mark +
      blocksOf(item.children, context)
        .join("\n\n")
        .replaceAll(/\n(?=[^\n])/g, "\n    ")
    );
  });
}

function listItems({ children }: HtmlElement): readonly HtmlElement[] {
  return children.flatMap((child) =>
    typeof child === "string" ? [] : child.tag === "li" ? [child] : listItems(child),
  );
}

/** A question: what it asks as it stands on the page, then what is right, then its hints and explanation. */
function question(element: HtmlElement, context: MarkdownContext): readonly string[] {
  const answer = context.answerOf(attributeOf(element, "id") ?? "");
  if (answer === undefined) return blocksOf(element.children, context);
  const isAsked = (node: HtmlNode) =>
    typeof node !== "string" && (/^h[2-6]$/.test(node.tag) || hasClass(node, "kh-question__prompt"));
  const isTold = (node: HtmlNode) =>
    typeof node !== "string" && (hasClass(node, "kh-hint") || hasClass(node, "kh-explanation"));
  return [
    ...blocksOf(element.children.filter(isAsked), context),
    ...answer,
    ...blocksOf(element.children.filter(isTold), context),
  ];
}
