import type { Element } from "hast";
import { s } from "hastscript";
import { layOut, type PlacedTopic, sizes } from "./lay-out.ts";
import type { Topic } from "./topic.ts";

/** Branches have as many colours, then they begin anew. */
const colours = 6;

/** Draws a mind map as SVG whose look is left to style sheets. Its text stands in it in reading order. */
export function drawMindMap(middle: Topic, direction: "ltr" | "rtl", label: string): Element {
  const { topics, width, height } = layOut(middle, direction);
  const edge = 2;
  const hasLinks = topics.some(({ href }) => href !== undefined);
  return s(
    "svg",
    {
      className: ["kh-mindmap__map"],
      viewBox: `${-edge} ${-edge} ${width + 2 * edge} ${height + 2 * edge}`,
      // By the size of the text around it, so that it grows with it.
      width: `${em(width + 2 * edge)}em`,
      height: `${em(height + 2 * edge)}em`,
      // A picture to those who hear it; with links in it, what they lead from has to be read.
      ...(hasLinks ? {} : { role: "img", ariaLabel: label }),
    },
    [
      ...topics.flatMap((topic) => {
        const parent = topic.parent === undefined ? undefined : topics[topic.parent];
        return parent === undefined ? [] : [drawLine(parent, topic, direction)];
      }),
      ...topics.map(drawTopic),
    ],
  );
}

function drawTopic(topic: PlacedTopic): Element {
  const { lines, href, depth, x, y, width, height } = topic;
  const middle = x + width / 2;
  const first = y + sizes.padY + sizes.line * 0.75;
  const box = [
    s("rect", { x, y, width, height, rx: depth === 0 ? Math.min(height / 2, 20) : 6 }),
    s(
      "text",
      { textAnchor: "middle" },
      lines.map((line, i) =>
        s("tspan", { x: middle, y: first + i * sizes.line }, i < lines.length - 1 ? `${line} ` : line),
      ),
    ),
  ];
  return s("g", { className: classesOf(topic) }, href === undefined ? box : [s("a", { href }, box)]);
}

function drawLine(from: PlacedTopic, to: PlacedTopic, direction: "ltr" | "rtl"): Element {
  const [start, end] = direction === "rtl" ? [from.x, to.x + to.width] : [from.x + from.width, to.x];
  const [startY, endY] = [from.y + from.height / 2, to.y + to.height / 2];
  const half = (start + end) / 2;
  return s("path", {
    className: ["kh-mindmap__line", colourOf(to)],
    d: `M${start} ${startY}C${half} ${startY} ${half} ${endY} ${end} ${endY}`,
  });
}

function classesOf(topic: PlacedTopic): string[] {
  return topic.depth === 0
    ? ["kh-mindmap__topic", "kh-mindmap__topic--middle"]
    : ["kh-mindmap__topic", ...(topic.depth === 1 ? ["kh-mindmap__topic--main"] : []), colourOf(topic)];
}

function colourOf({ branch }: PlacedTopic): string {
  return `kh-mindmap__branch--${(branch % colours) + 1}`;
}

function em(units: number): number {
  return Math.round((units / sizes.text) * 100) / 100;
}
