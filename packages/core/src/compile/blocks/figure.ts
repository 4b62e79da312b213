import { z } from "zod";
import { h } from "../h.ts";
import { error } from "../problem.ts";
import { defineBlock } from "./block.ts";

/** `<Figure src="…" alt="…" />`: a picture with a caption, which is what it holds, and a credit. */
export const figure = defineBlock({
  name: "Figure",
  props: z.strictObject({
    src: z.string('Name the picture: src="export.png".').trim().min(1),
    alt: z.string('Say what it shows, for people who cannot see it: alt="The Export button, top right".').trim().min(1),
    caption: z.string().trim().min(1).optional(),
    /** Who made it, or where it is from. */
    credit: z.string().trim().min(1).optional(),
    /** Whether it leads to the picture in its full size. */
    zoom: z.boolean().default(false),
  }),
  *check({ caption }, { children, place }) {
    if (caption === undefined || children.length === 0) return;
    const hint = "Leave out the prop “caption”, or what stands between <Figure> and </Figure>.";
    yield error("block-content", "<Figure> has two captions.", place, hint);
  },
  addresses: ({ src }) => [{ prop: "src", href: src, use: "image" }],
  text: ({ alt, caption, credit }) => ({
    before: [alt, caption].filter((one) => one !== undefined).join("\n"),
    ...(credit === undefined ? {} : { after: `\n${credit}` }),
  }),
  render: ({ src, alt, caption, credit, zoom }, { children, texts, url }) => {
    const image = h("img", { src: url(src), alt });
    const told = caption === undefined ? children() : [h("p", caption)];
    return [
      h("figure", { className: ["kh-figure"] }, [
        zoom ? h("a", { className: ["kh-figure__zoom"], href: url(src), title: texts.fullSize }, [image]) : image,
        ...(told.length === 0 && credit === undefined
          ? []
          : [
              h("figcaption", [
                ...told,
                ...(credit === undefined ? [] : [h("p", { className: ["kh-figure__credit"] }, credit)]),
              ]),
            ]),
      ]),
    ];
  },
});
