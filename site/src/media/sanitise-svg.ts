import type { CustomPlugin } from "svgo";

/** What may run code, or bring in something from elsewhere, when somebody opens the drawing by itself. */
const unsafe: ReadonlySet<string> = new Set([
  "script",
  "foreignObject",
  "iframe",
  "embed",
  "object",
  "handler",
  "listener",
]);

/** Addresses within the drawing, and pictures that stand in it as data. */
const safeAddress = /^(?:#|data:image\/(?:png|jpe?g|gif|webp);)/i;

const onlyDrawing: CustomPlugin = {
  name: "only-drawing",
  fn: () => ({
    element: {
      enter: (node, parent) => {
        const name = node.name.replace(/^.*:/, "");
        const target = node.attributes.attributeName ?? "";
        // An animation can set what is not allowed to be written.
        if (unsafe.has(name) || /^(?:xlink:)?href$|^on/i.test(target)) {
          parent.children = parent.children.filter((child) => child !== node);
          return;
        }
        for (const [attribute, value] of Object.entries(node.attributes)) {
          const isAddress = /^(?:xlink:)?href$/i.test(attribute) && name !== "a";
          const runs = /^on/i.test(attribute) || /^\W*javascript:/i.test(value);
          if (runs || (isAddress && !safeAddress.test(value.trim()))) delete node.attributes[attribute];
        }
      },
    },
    instruction: {
      // A style sheet from elsewhere.
      enter: (node, parent) => {
        if (node.name !== "xml") parent.children = parent.children.filter((child) => child !== node);
      },
    },
  }),
};

/** Takes out of an SVG what could run or load anything, and leaves the drawing as it is. Throws where it is no SVG. */
export async function sanitiseSvg(text: string): Promise<string> {
  const { optimize } = await import("svgo");
  return optimize(text, { plugins: ["removeDoctype", onlyDrawing] }).data;
}

/** The size of a drawing in CSS pixels, as far as it names one. */
export function svgSize(text: string): { readonly width: number; readonly height: number } | undefined {
  const tag = /<svg\b[^>]*>/i.exec(text)?.[0] ?? "";
  const length = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(tag)?.[1]);
  const [width, height] = [length("width"), length("height")];
  if (width > 0 && height > 0) return { width: Math.round(width), height: Math.round(height) };
  const [, w, h] = /\sviewBox="[\d.-]+[\s,]+[\d.-]+[\s,]+([\d.]+)[\s,]+([\d.]+)"/.exec(tag) ?? [];
  return Number(w) > 0 && Number(h) > 0 ? { width: Math.round(Number(w)), height: Math.round(Number(h)) } : undefined;
}
