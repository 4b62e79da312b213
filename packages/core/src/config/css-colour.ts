import { nearest } from "../compile/suggest.ts";

/** The named colours of CSS Color 4. */
const named: readonly string[] = (
  "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown " +
  "burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan " +
  "darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred " +
  "darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink " +
  "deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold " +
  "goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush " +
  "lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey " +
  "lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow " +
  "lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen " +
  "mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin " +
  "navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise " +
  "palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue " +
  "saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow " +
  "springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen"
).split(" ");

/** The colours of CSS Color 4 that have no value of their own, or that of the system. */
const others: readonly string[] = (
  "currentcolor transparent accentcolor accentcolortext activetext buttonborder buttonface buttontext canvas " +
  "canvastext field fieldtext graytext highlight highlighttext linktext mark marktext selecteditem " +
  "selecteditemtext visitedtext"
).split(" ");

const functions =
  /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|var)\([^()]+(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*\)$/i;

/** Whether a text is a colour as CSS writes them; what stands in the brackets of a function is not looked at. */
export function isCssColour(text: string): boolean {
  const name = text.toLowerCase();
  return (
    named.includes(name) ||
    others.includes(name) ||
    /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(name) ||
    (functions.test(text) && !/[;{}<>]/.test(text))
  );
}

/** What to write instead of a text that is no colour. */
export function colourHint(text: string): string {
  if (/^[\da-f]{3,8}$/i.test(text) && isCssColour(`#${text}`)) return `Did you mean “#${text}”?`;
  const near = nearest(text, named);
  return near === undefined
    ? "Write a CSS colour, for example teal, #0a7d5c or rgb(10 125 92)."
    : `Did you mean “${near}”?`;
}
