import type { Element } from "hast";
import { h as hastscript } from "hastscript";
import { expect, test } from "vitest";
import { h } from "../src/compile/h.ts";

const child: Element = { type: "element", tagName: "b", properties: {}, children: [] };

test("elements are made as hastscript makes them", () => {
  const made = (make: (...given: Parameters<typeof h>) => unknown) => [
    make("p"),
    make("p", "text"),
    make("p", ["a", child, ["b", [undefined, null, 1]]]),
    make("p", undefined, "a", [child], "b"),
    make("input", { type: "text", value: "a", checked: true, disabled: false, size: 3, name: undefined, title: null }),
    make("div", { className: ["a", "b"], dataKind: "choice", id: "x" }, [child], "text"),
    make("div", [{ type: "root", children: [child, { type: "text", value: "a" }] }]),
  ];
  expect(made(h)).toEqual(made(hastscript as typeof h));
});
