import { expect, test } from "vitest";
import { sanitiseSvg, svgSize } from "../../src/media/sanitise-svg.ts";

test("a drawing keeps what it shows and loses what could run or load anything", async () => {
  const clean = await sanitiseSvg(`<?xml version="1.0"?>
<?xml-stylesheet href="https://evil.example/x.css"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20" onload="alert(1)">
  <script>alert(2)</script>
  <style>rect { fill: teal }</style>
  <rect id="box" width="10" height="10" onclick="alert(3)"/>
  <use xlink:href="#box"/><use href="https://evil.example/x.svg#a"/>
  <a href=" javascript:alert(4)"><text>Click</text></a>
  <set attributeName="href" to="javascript:alert(5)"/>
  <foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="https://evil.example"/></body></foreignObject>
  <image href="data:image/png;base64,AAAA"/><image href="https://evil.example/track.png"/>
</svg>`);
  expect(clean).not.toMatch(/script|onload|onclick|alert|evil|foreignObject|iframe/i);
  expect(clean).toContain('id="box"');
  expect(clean).toContain('xlink:href="#box"');
  expect(clean).toContain("data:image/png;base64,AAAA");
  expect(clean).toContain("fill");
  expect(svgSize(clean)).toEqual({ width: 40, height: 20 });
});

const xlink = 'xmlns:x="http://www.w3.org/1999/xlink"';
const html = 'xmlns:h="http://www.w3.org/1999/xhtml"';

test.each([
  ["a scheme in pieces", '<a href="java&#9;script:alert(1)"><text>Click</text></a>'],
  ["a scheme over two lines", `<a ${xlink} x:href="java&#10;script:alert(1)"><text>Click</text></a>`],
  ["another scheme that runs", '<a href="vbscript:alert(1)"><text>Click</text></a>'],
  ["a page as data", '<a href="data:text/html,&lt;script>alert(1)&lt;/script>"><text>Click</text></a>'],
  ["an address under a prefix of its own", `<use ${xlink} x:href="https://evil.example/x.svg#a"/>`],
  ["a picture under a prefix of its own", `<image ${xlink} x:href="https://evil.example/track.png"/>`],
  ["an animation of an address", '<a><set attributeName="x:href" to="https://evil.example/"/></a>'],
  ["a picture of XHTML", `<h:img ${html} src="https://evil.example/track.png"/>`],
  ["a redirect of XHTML", `<h:meta ${html} http-equiv="refresh" content="0;url=https://evil.example/"/>`],
  [
    "elements of XHTML without a prefix",
    '<link xmlns="http://www.w3.org/1999/xhtml" rel="x" href="//evil.example/a"/>',
  ],
  ["a style sheet that is imported", "<style>@import url(https://evil.example/a.css);</style>"],
  ["an import as CDATA", "<style><![CDATA[@import 'https://evil.example/a.css';]]></style>"],
  ["a font from elsewhere", "<style>@font-face { font-family: x; src: url('https://evil.example/a.woff2') }</style>"],
  ["a picture of several sizes", '<rect style="background: image-set(&quot;https://evil.example/a.png&quot; 1x)"/>'],
  ["a filling from elsewhere", '<rect fill="url(https://evil.example/a.svg#b)"/>'],
  ["a style from elsewhere", '<rect style="fill: url( &quot;https://evil.example/a.svg#b&quot; )"/>'],
])("a drawing loses %s", async (_, part) => {
  const clean = await sanitiseSvg(`<svg xmlns="http://www.w3.org/2000/svg">${part}<circle id="rest"/></svg>`);
  expect(clean).not.toMatch(/alert|evil/);
  expect(clean).toContain('<circle id="rest"/>');
});

test("a huge style is read at once, whatever it leaves open", async () => {
  for (const part of ["/*", "url(", "@import ", "url( ", "image-set("]) {
    const drawn = `<svg xmlns="http://www.w3.org/2000/svg"><style>${part.repeat(200_000)}</style></svg>`;
    expect((await sanitiseSvg(drawn)).length, part).toBeLessThan(drawn.length);
  }
});

test("escapes in a style do not hide an address", async () => {
  const style = "<style>rect { fill: u\\72l(#a); fill: u\\72 l(x) }</style>";
  expect(await sanitiseSvg(`<svg xmlns="http://www.w3.org/2000/svg">${style}</svg>`)).not.toMatch(/\\|url/);
});

test("a drawing keeps links, gradients, filters, fonts in it and what tools note in it that does no harm", async () => {
  const parts = [
    '<linearGradient id="g"><stop offset="0"/></linearGradient>',
    '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>',
    '<rect fill="url(#g)" style="filter:url( &quot;#f&quot; )"/>',
    "<style>@font-face{font-family:x;src:url(data:font/woff2;base64,AA)}text{font-family:x}</style>",
    '<a href="https://kb.example.com/"><text>Read on</text></a>',
    '<a href="../faqs/"><text>Questions</text></a>',
    '<path d="M0 0"><animate attributeName="d" to="M1 1"/></path>',
  ];
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1.4">${parts.join("")}</svg>`;
  expect(await sanitiseSvg(drawn)).toBe(drawn);
});

test("the size of a drawing is its own, else that of its view", () => {
  expect(svgSize('<svg width="12px" height="8" viewBox="0 0 1 1">')).toEqual({ width: 12, height: 8 });
  expect(svgSize('<svg width="100%" height="100%" viewBox="0 0 30 15">')).toEqual({ width: 30, height: 15 });
  expect(svgSize("<svg>")).toBeUndefined();
});

test("what is no SVG is refused", async () => {
  await expect(sanitiseSvg("<svg><rect</svg>")).rejects.toThrow();
});
