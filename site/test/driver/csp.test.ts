import { expect, test } from "vitest";
import { contentSecurityPolicy } from "../../src/csp.ts";

test("a page may load from its own site only", () => {
  expect(contentSecurityPolicy()).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
      "connect-src 'self'; media-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'",
  );
});

test("the configuration lets in what it names, and nothing else", () => {
  const policy = contentSecurityPolicy({
    "script-src": ["https://stats.example.com"],
    "frame-src": ["https://video.example.com"],
  });
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' https://stats.example.com;");
  expect(policy).toMatch(/; frame-src https:\/\/video\.example\.com$/);
  expect(policy).toContain("style-src 'self';");
});
