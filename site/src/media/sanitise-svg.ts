import type { CustomPlugin } from "svgo";

/**
 * The elements that draw; all others, of XHTML for example, may run code or bring in something from elsewhere when somebody
 * opens the drawing by itself. `set` and the animations are looked at again below.
 */
const drawing =
  /^(?:a|animate(?:Motion|Transform)?|circle|clipPath|defs|desc|ellipse|fe[A-Z]\w+|filter|g|hatch(?:path)?|image|line|linearGradient|marker|mask|metadata|mpath|path|pattern|poly(?:gon|line)|radialGradient|rect|set|stop|style|svg|switch|symbol|text(?:Path)?|title|tspan|use|view)$/;

/** Addresses within the drawing, and pictures that stand in it as data. */
const safeAddress = /^(?:#|data:image\/(?:png|jpe?g|gif|webp);)/i;

/** An attribute that is an address, under whatever prefix `xlink` goes here. */
const addressName = /^\s*(?:[\w.-]+:)?(?:href|src)\s*$/i;

/** Where a link may lead; browsers read over white space and controls in a scheme. */
function isSafeLink(value: string): boolean {
  const plain = value.replace(/[\s\p{Cc}]/gu, "");
  return !/^[\w+.-]+:/.test(plain) || /^(?:https?|mailto|tel):/i.test(plain);
}

/** Style rules without what they would load from elsewhere. */
function withoutLoading(css: string): string {
  // Escapes could spell any of it otherwise; a drawing has no other use for them.
  return withoutComments(css.replaceAll("\\", ""))
    .replace(/@import\b[^;]*(?:;|$)/gi, "")
    .replace(/url\(([^)]*)(?:\)|$)/gi, (whole, target: string) => (isWithin(target) ? whole : "none"))
    .replace(/(?:image-set|src)\s*\([^)]*(?:\)|$)/gi, "none");
}

function isWithin(target: string): boolean {
  return /^(?:#|data:)/i.test(target.trim().replace(/^["']\s*/, ""));
}

function withoutComments(css: string): string {
  const [before = "", ...rest] = css.split("/*");
  return before + rest.map((part) => part.split("*/").slice(1).join("*/")).join("");
}

const onlyDrawing: CustomPlugin = {
  name: "only-drawing",
  fn: () => ({
    element: {
      enter: (node, parent) => {
        const name = node.name.replace(/^.*:/, "");
        const target = node.attributes.attributeName ?? "";
        // An animation can set what is not allowed to be written.
        if (!drawing.test(name) || addressName.test(target) || /^\s*on/i.test(target)) {
          parent.children = parent.children.filter((child) => child !== node);
          return;
        }
        for (const [attribute, value] of Object.entries(node.attributes)) {
          const runs = /^on/i.test(attribute) || /^\W*javascript:/i.test(value.replace(/[\s\p{Cc}]/gu, ""));
          const leads =
            addressName.test(attribute) && (name === "a" ? isSafeLink(value) : safeAddress.test(value.trim()));
          if (runs || (addressName.test(attribute) && !leads)) delete node.attributes[attribute];
          else if (/(?:url|image-set|src)\s*\(|\\/i.test(value)) node.attributes[attribute] = withoutLoading(value);
        }
        if (name !== "style") return;
        for (const child of node.children)
          if (child.type === "text" || child.type === "cdata") child.value = withoutLoading(child.value);
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
