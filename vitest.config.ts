import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const sourceOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  test: {
    projects: [
      {
        // Unit tests read core's source, so that a change in it is tested without building anything.
        resolve: {
          alias: [
            { find: /^@knowhow\/core$/, replacement: sourceOf("packages/core/src/index.ts") },
            { find: /^@knowhow\/core\/publish$/, replacement: sourceOf("packages/core/src/publish/index.ts") },
            { find: /^@knowhow\/core\/node$/, replacement: sourceOf("packages/core/src/node.ts") },
            { find: /^@knowhow\/core\/authoring$/, replacement: sourceOf("packages/core/src/authoring/index.ts") },
          ],
        },
        test: {
          name: "unit",
          include: ["test/**/*.test.ts", "{packages/*,site,bench}/test/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/*.e2e.test.ts"],
          testTimeout: 20_000,
          hookTimeout: 20_000,
          // Node itself imports the configuration of a test's project, as it does for users.
          server: { deps: { external: [/\/knowhow-project-/] } },
        },
      },
      {
        // End-to-end tests run what was built, as a user does, in processes and a browser of their own: a second file
        // beside the first is as much as two cores carry without waiting for each other.
        test: {
          name: "e2e",
          include: ["test/**/*.e2e.test.ts", "{packages/*,site,bench}/test/**/*.e2e.test.ts"],
          globalSetup: "test/support/browser-server.ts",
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What a page comes to show is waited for: a busy machine is slow, and no test is about that.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
