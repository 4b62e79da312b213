import { defineConfig } from "tsup";

export default defineConfig({
  entry: { index: "src/index.ts", "write-thread": "src/driver/write-thread.ts" },
  format: "esm",
  target: "node22",
  clean: true,
});
