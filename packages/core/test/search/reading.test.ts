import { expect, test } from "vitest";
import { base } from "../support/base.ts";

test("what is quoted of a page keeps the items of a list, rows of a table and lines of code apart, and wrapped lines together", async () => {
  const kb = await base({
    "lessons/coffee.mdx": `---
title: Descale the coffee machine
---

Before it starts
to drip:

- Fill the tank
  up to *max*
- Press both buttons.
- Wait

| Light | Means |
|---|---|
| red | empty |

\`\`\`sh
pump --on
pump --off
\`\`\`
`,
  });
  const { hits } = await kb.search("descale the coffee machine");
  expect(hits[0]?.excerpt).toBe(
    "Before it starts to drip: Fill the tank up to max · Press both buttons. Wait · Light Means · red empty · pump --on · pump --off",
  );
});
