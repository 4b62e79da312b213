import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";

// Astro as its own documentation sets it up: defaults throughout, Shiki included.
export default defineConfig({
  site: "https://kb.example.com",
  integrations: [mdx()],
  devToolbar: { enabled: false },
});
