import type { AstroIntegration } from "astro";

/**
 * Lets Astro render its pages once `ready` is there, and tells how many have been rendered, of how many; pages that
 * Astro takes from its cache are not counted.
 */
export function pageRendering(
  ready: Promise<unknown>,
  onPages: (rendered: number, all: number) => void,
): AstroIntegration {
  return {
    name: "knowhow:rendering",
    hooks: {
      "astro:build:start": ({ setPrerenderer }) => {
        let all = 0;
        let rendered = 0;
        setPrerenderer((inner) => ({
          ...inner,
          getStaticPaths: async () => {
            await ready;
            const paths = await inner.getStaticPaths();
            all = paths.length;
            onPages(rendered, all);
            return paths;
          },
          render: async (request, options) => {
            const result = await inner.render(request, options);
            onPages(++rendered, all);
            return result;
          },
        }));
      },
    },
  };
}
