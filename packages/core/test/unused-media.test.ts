import { expect, test } from "vitest";
import { picture } from "../../../test/support/picture.ts";
import { told } from "./support/told.ts";

test("a picture that no entry shows is told, one that is shown, linked to or kept aside is not", async () => {
  expect(
    await told(
      {
        "lessons/a.mdx": "# A\n\n![Shown](shown.png)\n\n[Linked](linked.mp4)\n",
        "lessons/shown.png": picture,
        "lessons/linked.mp4": "x",
        "lessons/left.png": picture,
        "lessons/_source.png": picture,
      },
      {},
      { infos: true },
    ),
  ).toEqual([
    "lessons/left.png:1:1 info unused-media: No entry shows content/lessons/left.png or links to it. → Delete it, or begin its name with “_” to keep it.",
  ]);
});
