import { expect, test } from "vitest";
import { withPrefixedIds } from "../../src/publish/index.ts";

test("beside other entries the ids of compiled HTML get a prefix, and all that names them; text is left alone", () => {
  const html =
    '<h2 id="how">How</h2><a href="#how">up</a><a href="/x/#how">away</a>' +
    '<div aria-labelledby="a b"></div><input name="a" value="id"><code>&#x3C;p id="how"></code>';
  expect(withPrefixedIds(html, "faq-x")).toBe(
    '<h2 id="faq-x--how">How</h2><a href="#faq-x--how">up</a><a href="/x/#how">away</a>' +
      '<div aria-labelledby="faq-x--a faq-x--b"></div><input name="faq-x--a" value="id"><code>&#x3C;p id="how"></code>',
  );
});
