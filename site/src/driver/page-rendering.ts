import type { AstroIntegration } from "astro";

/** A page that Astro was given to build. */
export interface BuiltPage {
  /** Below the base, not percent-encoded, with `/` at its end: `lessons/refunds/`; empty for the home page. */
  readonly path: string;
  /** Its Astro route pattern. */
  readonly pattern: string;
  /** Whether it is a page of the site's owner, from `pages/`. */
  readonly owners: boolean;
}

/** Whom rendering tells how it goes. */
export interface RenderingListener {
  /** Called as pages get rendered; pages that Astro takes from its cache are not counted. */
  readonly onPages: (rendered: number, all: number) => void;
  /** Called once, with every page that the site will have. */
  readonly onPlan: (pages: readonly BuiltPage[]) => void;
}

/** Tells of the pages that Astro renders. */
export function pageRendering({ onPages, onPlan }: RenderingListener): AstroIntegration {
  return {
    name: "knowhow:rendering",
    hooks: {
      "astro:build:start": ({ setPrerenderer }) => {
        let all = 0;
        let rendered = 0;
        setPrerenderer((inner) => ({
          ...inner,
          getStaticPaths: async () => {
            const paths = await inner.getStaticPaths();
            all = paths.length;
            onPages(rendered, all);
            onPlan(
              paths
                .filter(({ route }) => route.type === "page")
                .map(({ pathname, route }) => ({
                  path: pathname.replace(/^\/|\/$/g, "").replace(/.$/, "$&/"),
                  pattern: route.route,
                  owners: route.origin === "project",
                })),
            );
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
