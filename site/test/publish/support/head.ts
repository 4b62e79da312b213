/** What the head of a built page tells machines. */
export interface Head {
  readonly lang: string;
  readonly canonical: string | undefined;
  readonly noindex: boolean;
  /** Addresses by language. */
  readonly translations: Readonly<Record<string, string>>;
  /** Addresses of the page in other formats, by media type. */
  readonly formats: Readonly<Record<string, string>>;
  /** `name` or `property` of each `<meta>`, with its content. */
  readonly meta: Readonly<Record<string, string>>;
  /** The text of each JSON-LD element, as it stands. */
  readonly data: readonly string[];
}

/** Reads the head of a page that this site wrote. */
export function readHead(html: string): Head {
  const head = html.slice(0, html.indexOf("<body>"));
  const links = [...head.matchAll(/<link\b(?:"[^"]*"|[^">])*>/g)].map(([tag]) => attributes(tag));
  const metas = [...head.matchAll(/<meta\b(?:"[^"]*"|[^">])*>/g)].map(([tag]) => attributes(tag));
  const alternates = links.filter(({ rel }) => rel === "alternate");
  return {
    lang: attributes(/<html\b[^>]*>/.exec(html)?.[0] ?? "").lang ?? "",
    canonical: links.find(({ rel }) => rel === "canonical")?.href,
    noindex: metas.some(({ name, content }) => name === "robots" && content === "noindex"),
    translations: record(alternates.map(({ hreflang, href }) => [hreflang, href])),
    formats: record(alternates.map(({ type, href }) => [type, href])),
    meta: record(metas.map(({ name, property, content }) => [name ?? property, content])),
    data: [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, text = ""]) => text),
  };
}

function attributes(tag: string): Readonly<Record<string, string | undefined>> {
  return record([...tag.matchAll(/\s([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, unescaped(value ?? "")]));
}

function unescaped(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#34;", '"').replaceAll("&#38;", "&").replaceAll("&amp;", "&");
}

function record(pairs: readonly (readonly [string | undefined, string | undefined])[]): Record<string, string> {
  return Object.fromEntries(
    pairs.filter((pair): pair is [string, string] => pair[0] !== undefined && pair[1] !== undefined),
  );
}
