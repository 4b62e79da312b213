/** A picture as pages show it. */
export interface PageImage {
  /** Its address, which names its content by a hash. */
  readonly src: string;
  /** In pixels; 0 where a drawing names no size. */
  readonly width: number;
  readonly height: number;
  /** The same picture in WebP by width, as in the attribute `srcset`; empty where there is none. */
  readonly srcset: string;
}

/** As wide as the text, on paper and screens; on a phone, as wide as that. */
const sizes = "(min-width: 48rem) 44rem, 100vw";

/**
 * Lets the pictures in compiled HTML be the ones that were made ready: with their size, so that nothing jumps when they come, and in
 * the format and width that the reader's screen needs. Others stay as they are.
 */
export function withImages(html: string, images: ReadonlyMap<string, PageImage>): string {
  if (images.size === 0) return html;
  return html.replaceAll(
    /<img((?:\s+[^\s=>"]+(?:="[^"]*")?)*?)\ssrc="([^"#]+)(#[^"]*)?"((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/g,
    (whole, before: string, src: string, part: string | undefined, after: string) => {
      const image = images.get(src.replaceAll("&#x26;", "&").replaceAll("&amp;", "&"));
      if (image === undefined) return whole;
      const written = `${before}${after}`;
      const size =
        image.width > 0 && !/\s(?:width|height)=/.test(written)
          ? ` width="${image.width}" height="${image.height}"`
          : "";
      const lazy = /\sloading=/.test(written) ? "" : ' loading="lazy" decoding="async"';
      const img = `<img${before} src="${escapeAttribute(image.src)}${part ?? ""}"${after}${size}${lazy}>`;
      if (image.srcset === "") return img;
      const source = `<source type="image/webp" srcset="${escapeAttribute(image.srcset)}" sizes="${sizes}">`;
      return `<picture>${source}${img}</picture>`;
    },
  );
}

function escapeAttribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
