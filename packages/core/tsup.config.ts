import { defineConfig } from "tsup";

export default defineConfig({
  entry: { index: "src/index.ts", node: "src/node.ts", "compile-worker": "src/knowledge/compile-worker.ts" },
  format: "esm",
  target: "node22",
  clean: true,
  splitting: true,
});
