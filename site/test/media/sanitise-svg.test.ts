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

test("the size of a drawing is its own, else that of its view", () => {
  expect(svgSize('<svg width="12px" height="8" viewBox="0 0 1 1">')).toEqual({ width: 12, height: 8 });
  expect(svgSize('<svg width="100%" height="100%" viewBox="0 0 30 15">')).toEqual({ width: 30, height: 15 });
  expect(svgSize("<svg>")).toBeUndefined();
});

test("what is no SVG is refused", async () => {
  await expect(sanitiseSvg("<svg><rect</svg>")).rejects.toThrow();
});
