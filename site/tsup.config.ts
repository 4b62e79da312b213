import { defineConfig } from "tsup";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    "write-thread": "src/driver/write-thread.ts",
    "part-thread": "src/search-index/part-thread.ts",
  },
  format: "esm",
  target: "node22",
  clean: true,
});
